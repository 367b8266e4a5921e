import type { ChatInputCommandInteraction, Client, Interaction } from 'discord.js';
import { ActionRowBuilder, ButtonBuilder, ButtonStyle, MessageFlags } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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

test('a deferred answer has the loading flag until it is edited', async () => {
  let go: () => void = () => {};
  const released = new Promise<void>((resolve) => (go = resolve));
  answering(async (interaction) => {
    const command = interaction as ChatInputCommandInteraction;
    await command.deferReply({ flags: MessageFlags.Ephemeral });
    await released;
    await command.editReply('All is well');
    await command.followUp({ content: 'And more', flags: MessageFlags.Ephemeral });
  });
  const answer = await reader.run('/health');
  expect(answer).toMatchObject({ kind: 'deferred', ephemeral: true });
  expect((answer.message?.flags ?? 0) & 128).toBe(128);
  go();
  const settled = await answer.settled();
  expect(settled).toMatchObject({ content: 'All is well', flags: 64 });
  await here.discord.waitFor((discord) =>
    discord
      .messages(here.news, { includeEphemeral: here.reader })
      .find((one) => one.content === 'And more'),
  );
  expect(here.discord.messages(here.news)).toEqual([]);
});

test('an interaction takes one answer, and none after three seconds', async () => {
  let refusedWith: (code: unknown) => void = () => {};
  const second = new Promise<unknown>((resolve) => (refusedWith = resolve));
  answering(async (interaction) => {
    const command = interaction as ChatInputCommandInteraction;
    await command.reply('One');
    const path = `/interactions/${command.id}/${command.token}/callback`;
    const again = await apiOf(here)('POST', path, { type: 4, data: { content: 'Two' } });
    refusedWith(again.body['code']);
  });
  await reader.run('/health');
  expect(await second).toBe(40_060);

  const late = here.discord.faults.holdNext('POST /interactions/:id/:token/callback');
  const asked = reader.run('/health');
  const refused = expect(asked).rejects.toThrow('did not respond');
  await late.reached;
  here.clock.now += 3_001;
  late.release();
  await refused;
  expect(here.discord.calls.count('POST /interactions/:id/:token/callback', 404)).toBe(1);
});

test('a follow-up fails once the token is fifteen minutes old', async () => {
  let command: ChatInputCommandInteraction | null = null;
  answering(async (interaction) => {
    command = interaction as ChatInputCommandInteraction;
    await command.reply('One');
  });
  await reader.run('/health');
  here.clock.now += 15 * 60_000 + 1;
  const { token } = command as unknown as ChatInputCommandInteraction;
  const path = `/webhooks/${here.bot.applicationId}/${token}`;
  const answer = await apiOf(here, null)('POST', path, { content: 'Two' });
  expect(answer).toMatchObject({ status: 401, body: { code: 50_027 } });
});

test('a select menu can update its message at once or after a deferral', async () => {
  const api = apiOf(here);
  const menu = (placeholder: string) => ({
    type: 1,
    components: [
      {
        type: 3,
        custom_id: 'desk',
        placeholder,
        max_values: 2,
        options: [
          { label: 'Harbour', value: 'harbour' },
          { label: 'Sport', value: 'sport' },
        ],
      },
    ],
  });
  const button = {
    type: 1,
    components: [{ type: 2, style: 2, custom_id: 'more', label: 'More' }],
  };
  const { body } = await api('POST', `/channels/${here.news}/messages`, {
    content: 'Pick',
    components: [menu('Desks'), button],
  });
  const id = String(body['id']);
  answering(async (interaction) => {
    if (interaction.isStringSelectMenu()) await interaction.update(interaction.values.join('+'));
    if (!interaction.isButton()) return;
    await interaction.deferUpdate();
    await interaction.editReply('More of it');
  });
  await expect(reader.select(id, 'desk', [])).rejects.toThrow('takes 1 or more');
  await expect(reader.select(id, 'desk', 'none')).rejects.toThrow('does not offer');
  const picked = await reader.select(id, 'desk', ['harbour', 'sport']);
  expect(picked).toMatchObject({ kind: 'update', ephemeral: false });
  expect(here.discord.message(here.news, id)?.content).toBe('harbour+sport');
  const more = await reader.click(id, 'more');
  expect(more.kind).toBe('deferred');
  expect((await more.settled())?.content).toBe('More of it');
});

test('only the reader who sees an ephemeral answer can click its buttons', async () => {
  answering(async (interaction) => {
    if (interaction.isButton()) await interaction.update({ content: 'Undone', components: [] });
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply({
      content: 'Done',
      flags: MessageFlags.Ephemeral,
      components: [
        new ActionRowBuilder<ButtonBuilder>().addComponents(
          new ButtonBuilder().setCustomId('undo').setLabel('Undo').setStyle(ButtonStyle.Secondary),
        ),
      ],
    });
  });
  const { message } = await reader.run('/health');
  if (!message) throw new Error('no answer');
  await expect(here.discord.actor(here.moderator).click(message, 'Undo')).rejects.toMatchObject({
    code: 10_008,
  });
  const undone = await reader.click(message, 'Undo');
  expect(undone).toMatchObject({ kind: 'update', ephemeral: true });
  expect(undone.message?.content).toBe('Undone');
});

describe('in a thread that is archived', () => {
  let thread: string;
  const isArchived = () => here.discord.thread(thread)?.thread_metadata.archived;

  beforeEach(async () => {
    const api = apiOf(here);
    const made = await api('POST', `/channels/${here.news}/threads`, { name: 'Old', type: 11 });
    thread = String(made.body['id']);
  });

  test('a command in an archived thread unarchives it first', async () => {
    here.discord.actor(here.moderator).archiveThread(thread);
    answering(async (interaction) => (interaction as ChatInputCommandInteraction).reply('Hello'));
    const answer = await reader.run('/health', {}, { channel: thread });
    expect([answer.message?.content, isArchived()]).toEqual(['Hello', false]);
  });

  test('in an archived and locked thread an answer to a reader fails with 50083, one to a moderator succeeds', async () => {
    const moderator = here.discord.actor(here.moderator);
    moderator.lockThread(thread);
    moderator.archiveThread(thread);
    const refusals: unknown[] = [];
    answering(async (interaction) => {
      const command = interaction as ChatInputCommandInteraction;
      const flags = MessageFlags.Ephemeral;
      await command.reply({ content: 'Hello', flags }).catch((error: unknown) => {
        refusals.push(error);
      });
    });
    const asked = reader.run('/health', {}, { channel: thread });
    const failed = expect(asked).rejects.toThrow('refused, 50083 Thread is archived');
    await failed;
    expect(refusals).toMatchObject([{ code: 50_083 }]);
    const answer = await moderator.run('/health', {}, { channel: thread });
    expect([answer.message?.content, isArchived()]).toEqual(['Hello', true]);
  });
});
