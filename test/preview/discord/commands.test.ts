import type { ChatInputCommandInteraction, Client, Interaction } from 'discord.js';
import {
  ActionRowBuilder,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  ContextMenuCommandBuilder,
  InteractionContextType,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/preview/discord/index.ts';
import { apiOf } from './api.ts';
import type { Stage } from './stage.ts';
import { stage } from './stage.ts';

let here: Stage;
let client: Client<true>;
let reader: Actor;
let owner: Actor;

const feed = new SlashCommandBuilder()
  .setName('feed')
  .setDescription('Feeds of this server')
  .setContexts(InteractionContextType.Guild)
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
  .addSubcommand((add) =>
    add
      .setName('add')
      .setDescription('Follow a feed')
      .addStringOption((o) =>
        o.setName('url').setDescription('Address').setRequired(true).setMaxLength(60),
      )
      .addChannelOption((o) => o.setName('channel').setDescription('Where to'))
      .addIntegerOption((o) =>
        o.setName('every').setDescription('Minutes').setMinValue(5).setMaxValue(60),
      )
      .addStringOption((o) =>
        o
          .setName('first')
          .setDescription('First run')
          .addChoices({ name: 'None', value: 'none' }, { name: 'Latest', value: 'latest' }),
      ),
  )
  .addSubcommandGroup((group) =>
    group
      .setName('desk')
      .setDescription('Desks')
      .addSubcommand((remove) =>
        remove
          .setName('remove')
          .setDescription('Remove')
          .addStringOption((o) =>
            o.setName('feed').setDescription('Which').setRequired(true).setAutocomplete(true),
          ),
      ),
  );
const health = new SlashCommandBuilder().setName('health').setDescription('How the bot is');
const flag = new ContextMenuCommandBuilder()
  .setName('Flag message')
  .setType(ApplicationCommandType.Message);

function answering(answer: (interaction: Interaction) => Promise<unknown>): void {
  client.on('interactionCreate', (interaction) => {
    answer(interaction).catch((error: unknown) => client.emit('error', error as Error));
  });
}

beforeEach(async () => {
  here = await stage({ answerTimeoutMs: 1_000 });
  client = await here.client();
  client.on('error', () => {});
  await client.application.commands.set([feed, health, flag]);
  reader = here.discord.actor(here.reader).at(here.news);
  owner = here.discord.actor(here.guild.ownerId).at(here.news);
});
afterEach(async () => here.end());

test('registration replaces all commands and keeps the id of one that stays', async () => {
  const ids = () =>
    new Map(here.discord.commands(here.bot.applicationId).map((one) => [one.name, one.id]));
  const before = ids();
  await client.application.commands.set([feed]);
  expect([...ids().keys()]).toEqual(['feed']);
  expect(ids().get('feed')).toBe(before.get('feed'));
});

test('a slash command arrives with its subcommand, options and resolved channel', async () => {
  answering(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const { options } = interaction;
    const channel = options.getChannel('channel', true);
    await interaction.reply(
      `${options.getSubcommand()} ${options.getString('url')} ${channel.name} ${options.getInteger('every')}`,
    );
  });
  const answer = await owner.run('/feed add', {
    url: 'https://ledger.example/rss',
    channel: here.news,
    every: 15,
    first: 'latest',
  });
  expect(answer).toMatchObject({ kind: 'reply', ephemeral: false });
  expect(answer.message).toMatchObject({
    content: 'add https://ledger.example/rss news 15',
    type: 20,
    interaction_metadata: { type: 2, user: { id: here.guild.ownerId } },
  });
});

test('a command with options that Discord would refuse never reaches the bot', async () => {
  const url = 'https://ledger.example/rss';
  await expect(owner.run('/feed add', {})).rejects.toThrow('"url": is required');
  await expect(owner.run('/feed add', { url, colour: 'red' })).rejects.toThrow(
    'no option "colour"',
  );
  await expect(owner.run('/feed add', { url, every: 2 })).rejects.toThrow('at least 5');
  await expect(owner.run('/feed add', { url, every: 5.5 })).rejects.toThrow('whole number');
  await expect(owner.run('/feed add', { url, first: 'all' })).rejects.toThrow(
    'one of none, latest',
  );
  await expect(owner.run('/feed add', { url: 'x'.repeat(61) })).rejects.toThrow('60 or fewer');
  await expect(owner.run('/feed add', { url, channel: '1' })).rejects.toThrow('no channel 1');
  await expect(owner.run('/feed', {})).rejects.toThrow('needs a subcommand');
  await expect(owner.run('/weather', {})).rejects.toThrow('no command /weather');
  expect(here.discord.gatewayEvents).toBe(0);
});

test('a command with default permissions is not offered to a reader', async () => {
  await expect(reader.run('/feed add', { url: 'https://ledger.example' })).rejects.toMatchObject({
    code: 50_013,
  });
});

test('a command with default permissions of 0 is offered to administrators only', async () => {
  answering(async (interaction) => (interaction as ChatInputCommandInteraction).reply('Well'));
  const closed = new SlashCommandBuilder()
    .setName('closed')
    .setDescription('For administrators')
    .setDefaultMemberPermissions(0n);
  await client.application.commands.set([closed]);
  const moderator = here.discord.actor(here.moderator).at(here.news);
  await expect(moderator.run('/closed')).rejects.toMatchObject({ code: 50_013 });
  expect((await owner.run('/closed')).message?.content).toBe('Well');
});

test('an option with autocomplete gets suggestions from the bot', async () => {
  answering(async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const typed = interaction.options.getFocused();
    await interaction.respond([{ name: `Feed ${typed}`, value: 'feed-1' }]);
  });
  const answer = await owner.autocomplete('/feed desk remove', { feed: 'ab' }, 'feed');
  expect(answer).toMatchObject({
    kind: 'choices',
    choices: [{ name: 'Feed ab', value: 'feed-1' }],
  });
  await expect(owner.autocomplete('/feed add', { url: 'h' }, 'url')).rejects.toThrow(
    'no suggestions',
  );
});

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

test('a command of a bot that is not connected ends with "did not respond"', async () => {
  await client.destroy();
  await expect(reader.run('/health')).rejects.toThrow('not connected');
});

test('a member in a timeout cannot use commands', async () => {
  here.discord.timeOut(here.guild.id, here.reader, here.clock.now + 60_000);
  await expect(reader.run('/health')).rejects.toThrow('time-out');
  expect(() => reader.send(here.news, 'But')).toThrow('Missing Permissions');
  here.clock.now += 60_001;
  expect(reader.send(here.news, 'Now').content).toBe('Now');
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
