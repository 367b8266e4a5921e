import type { ChatInputCommandInteraction, Client, Interaction } from 'discord.js';
import { SlashCommandBuilder } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../../src/preview/discord/index.ts';
import { answerWith, feed, stageCommands } from './command-stage.ts';
import type { Stage } from './stage.ts';

let here: Stage;
let client: Client<true>;
let reader: Actor;
let owner: Actor;

const answering = (answer: (interaction: Interaction) => Promise<unknown>): void =>
  answerWith(client, answer);

beforeEach(async () => {
  ({ here, client, reader, owner } = await stageCommands());
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
