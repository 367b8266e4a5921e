import type { Client, Interaction } from 'discord.js';
import {
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../../src/preview/discord/index.ts';
import { apiOf } from './api.ts';
import { answerWith, stageCommands } from './command-stage.ts';
import type { Stage } from './stage.ts';

let here: Stage;
let client: Client<true>;
let reader: Actor;

const answering = (answer: (interaction: Interaction) => Promise<unknown>): void =>
  answerWith(client, answer);

beforeEach(async () => {
  ({ here, client, reader } = await stageCommands());
});
afterEach(async () => here.end());

test('a message command carries its target message, and its modal can have selects in labels', async () => {
  answering(async (interaction) => {
    if (interaction.isMessageContextMenuCommand()) {
      await interaction.showModal(
        new ModalBuilder()
          .setCustomId(`flag:${interaction.targetMessage.content}`)
          .setTitle('Flag')
          .addLabelComponents(
            new LabelBuilder()
              .setLabel('Why?')
              .setStringSelectMenuComponent(
                new StringSelectMenuBuilder()
                  .setCustomId('why')
                  .addOptions({ label: 'Spam', value: 'spam' }, { label: 'Abuse', value: 'abuse' }),
              ),
            new LabelBuilder()
              .setLabel('More')
              .setTextInputComponent(
                new TextInputBuilder()
                  .setCustomId('more')
                  .setRequired(false)
                  .setStyle(TextInputStyle.Short),
              ),
          ),
      );
    } else if (interaction.isModalSubmit()) {
      const why = interaction.fields.getStringSelectValues('why');
      const content = `${interaction.customId} ${why.join()}`;
      await interaction.reply({ content, flags: MessageFlags.Ephemeral });
    }
  });
  const rude = here.discord.actor(here.moderator).send(here.news, 'Rude words');
  const form = await reader.messageCommand('Flag message', rude.id);
  await expect(reader.submitModal(form, {})).rejects.toThrow('"why"');
  await expect(reader.submitModal(form, { why: 'boring' })).rejects.toThrow('does not offer');
  const answer = await reader.submitModal(form, { why: ['abuse'] });
  expect(answer.message?.content).toBe('flag:Rude words abuse');
});

test('radio groups and checkboxes of a modal are submitted in the form that Discord uses', async () => {
  const api = apiOf(here, null);
  let submitted: unknown;
  here.discord.subscribe((change) => {
    const { id, token, type, data } = change.data as {
      id: string;
      token: string;
      type: number;
      data: { components: unknown };
    };
    if (change.name !== 'INTERACTION_CREATE') return;
    if (type === 5) submitted = data.components;
    const body =
      type === 5
        ? { type: 4, data: { content: 'Thanks', flags: 64 } }
        : {
            type: 9,
            data: {
              custom_id: 'form',
              title: 'Form',
              components: [
                { type: 10, content: 'Please tell' },
                {
                  type: 18,
                  label: 'Reason',
                  component: {
                    type: 21,
                    custom_id: 'reason',
                    options: [
                      { label: 'A', value: 'a' },
                      { label: 'B', value: 'b' },
                    ],
                  },
                },
                {
                  type: 18,
                  label: 'Parts',
                  component: {
                    type: 22,
                    custom_id: 'parts',
                    required: false,
                    options: [
                      { label: 'Text', value: 'text' },
                      { label: 'Photo', value: 'photo' },
                    ],
                  },
                },
                { type: 18, label: 'Sure', component: { type: 23, custom_id: 'sure' } },
              ],
            },
          };
    void api('POST', `/interactions/${id}/${token}/callback`, body);
  });
  const form = await reader.run('/health');
  await reader.submitModal(form, { reason: 'b', parts: ['text', 'photo'], sure: true });
  expect(submitted).toMatchObject([
    { type: 10 },
    { type: 18, component: { type: 21, custom_id: 'reason', value: 'b' } },
    { type: 18, component: { type: 22, values: ['text', 'photo'] } },
    { type: 18, component: { type: 23, value: true } },
  ]);
});
