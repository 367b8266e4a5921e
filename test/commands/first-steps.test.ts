import { afterEach, expect, test, vi } from 'vitest';
import type { PermissionName } from '../../src/preview/discord/index.ts';
import { invitePermissions } from '../../src/core/delivery/permissions.ts';
import { anEdition, aStory } from '../support/editions.ts';
import { feedServer, rssOf } from '../support/single-feed.ts';
import { helpFor, openNewsroom, type People, words } from './people.ts';

let people: People;
afterEach(() => people.close());

const open = async (permissions: readonly PermissionName[] = invitePermissions) => {
  people = await openNewsroom({ edition: anEdition(aStory()), feedUrls: () => [], permissions });
};
const help = () => helpFor(people.owner);
const steps = async () => (await help()).split('\n').filter((line) => /^\d\. /.test(line));

/** Another server, with the bot in it, as it is after an invite. */
async function invited(
  permissions: readonly PermissionName[] = invitePermissions,
  prepare: (guildId: string, general: string) => void = () => {},
) {
  const { discord, bot } = people;
  const guild = discord.addGuild({ name: 'Saltmarsh' });
  const general = discord.addChannel(guild.id, { name: 'general' }).id;
  const second = discord.addChannel(guild.id, { name: 'second' }).id;
  prepare(guild.id, general);
  discord.inviteBot(bot.client.application.id, guild.id, permissions);
  const owner = discord.actor(guild.ownerId).at(general);
  return { guildId: guild.id, general, second, owner };
}

const firstMessage = (...channels: string[]) =>
  people.discord.waitFor((discord) => channels.flatMap((id) => discord.messages(id))[0]);
const joins = () => people.log.filter(({ event }) => event === 'guild.joined').length;

test('who invites the bot reads the next steps in the server, each with the command to type', async () => {
  await open();
  const { general } = await invited();
  const { content, mention_roles: roles } = await firstMessage(general);
  expect(content).toContain('1. Choose where reports and alerts go');
  expect(content).toContain('`/settings set moderators-channel:#…`');
  expect(content).toContain('2. Add a feed: `/feed add url:https://… channel:#…`');
  expect(content).toContain('`/help`');
  expect(roles).toEqual([]);
});

test('the next steps are posted where Discord welcomes members, if the bot may write there', async () => {
  await open();
  let system = '';
  const { general } = await invited(invitePermissions, (guildId) => {
    system = people.discord.addChannel(guildId, { name: 'welcome' }).id;
    people.discord.setSystemChannel(guildId, system);
  });
  expect((await firstMessage(system, general)).channel_id).toBe(system);
});

test('a channel that the bot may not write in is passed over', async () => {
  await open();
  const { second, general } = await invited(invitePermissions, (guildId, first) => {
    people.discord.setOverwrite(first, { id: guildId, kind: 'role', deny: ['SendMessages'] });
    people.discord.setSystemChannel(guildId, first);
  });
  expect((await firstMessage(second, general)).channel_id).toBe(second);
});

test('a server without a channel for it gets no message, and /help says which permission is missing', async () => {
  await open();
  const { owner, guildId, general, second } = await invited([], (id, first) => {
    people.discord.setOverwrite(first, { id, kind: 'role', deny: ['SendMessages'] });
  });
  people.discord.setOverwrite(second, { id: guildId, kind: 'role', deny: ['SendMessages'] });
  await vi.waitUntil(() => joins() === 1, 60_000);
  const said = await helpFor(owner);
  expect(said).toContain('1. Give Wirethread’s role');
  expect(said).toContain('Manage Threads');
  expect(people.discord.messages(general)).toEqual([]);
});

test('/help of a new server says what is to be done, and each step goes once it is done', async () => {
  await open();
  const { owner, general } = await invited();
  const todo = async () => (await helpFor(owner)).split('\n').filter((line) => /^\d\. /.test(line));
  expect(await todo()).toEqual([
    '1. Choose where reports and alerts go, a channel that only moderators read: `/settings set moderators-channel:#…`',
    '2. Add a feed: `/feed add url:https://… channel:#…`. The address of a newspaper’s site will do: its feed is found.',
  ]);
  await words(owner.run('/settings set', { 'moderators-channel': general }));
  expect(await todo()).toEqual([expect.stringContaining('1. Add a feed')]);
  await words(owner.run('/feed add', { url: people.paper.feedUrl }));
  expect(await todo()).toEqual([]);
});

test('a server that invites the bot again is not greeted again when it is set up', async () => {
  await open();
  const { owner, general, guildId } = await invited();
  await firstMessage(general);
  await words(owner.run('/feed add', { url: people.paper.feedUrl, 'first-run': 0 }));
  const before = people.discord.messages(general).length;
  people.discord.removeBot(people.bot.client.application.id, guildId);
  await vi.waitUntil(() => !people.bot.client.guilds.cache.has(guildId), 60_000);
  people.discord.inviteBot(people.bot.client.application.id, guildId, invitePermissions);
  await vi.waitUntil(() => joins() === 2, 60_000);
  expect(people.discord.messages(general)).toHaveLength(before);
});

test('/help names the permissions that are missing where a feed posts and where reports go', async () => {
  await open();
  const { discord, news, moderatorsChannel, botUserId, owner, paper } = people;
  await words(owner.run('/feed add', { url: paper.feedUrl }));
  expect(await steps()).toEqual([]);
  discord.setOverwrite(news, { id: botUserId, kind: 'member', deny: ['CreatePublicThreads'] });
  discord.setOverwrite(moderatorsChannel, {
    id: botUserId,
    kind: 'member',
    deny: ['SendMessages'],
  });
  expect(await steps()).toEqual([
    `1. Reports and alerts cannot be posted in <#${moderatorsChannel}>: give Wirethread’s role Send Messages there, or choose another channel: \`/settings set moderators-channel:#…\``,
    `2. Stories cannot be posted in <#${news}>: give Wirethread’s role Create Public Threads there, or move its feeds with \`/feed edit\`, option \`channel\`.`,
  ]);
});

test('/help names a feed that is paused, with the command that says why', async () => {
  await open();
  const server = await feedServer((_, response) => response.end(rssOf(['A'])));
  await words(people.owner.run('/feed add', { url: server.url }));
  server.answer = (_, response) => response.writeHead(410).end();
  await people.quiet();
  const [step = ''] = await steps();
  expect(step).toBe(`1. <${server.url}/> is paused. See why: \`/feed show feed:${server.url}/\``);
  expect(await words(people.owner.run('/feed show', { feed: `${server.url}/` }))).toContain(
    'Paused',
  );
});

test('readers and moderators are not told what managers have to do', async () => {
  await open();
  for (const person of [people.nia, people.sam]) {
    expect(await helpFor(person)).not.toContain('To do next');
  }
  expect(await help()).toContain('To do next');
});
