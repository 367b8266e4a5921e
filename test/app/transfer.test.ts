import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { FeedAccess } from '../../src/core/feed/feed.ts';
import { defaultSubscriptionSettings } from '../../src/core/feed/subscription.ts';
import { invitePermissions } from '../../src/core/delivery/permissions.ts';
import { GuildSettings } from '../../src/core/moderation/guild-settings.ts';
import { ModerationRules } from '../../src/core/moderation/rules.ts';
import { type OpenStore, openStore } from '../../src/edge/store/open.ts';
import { addSubscription } from '../../src/newsroom/subscriptions/subscribe.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/preview/discord/index.ts';
import { recordingLog } from '../support/recording-log.ts';
import { feedServer, rssOf } from '../support/single-feed.ts';
import { aFolder, run, start, told } from './process.ts';

// `wirethread export` and `wirethread import`, as processes.

const guildId = '1190000000000000001';
const channelId = '1190000000000000002';
const by = '1190000000000000003';
const reader = '1190000000000000004';
const openFeed = 'https://gazette.example/feed.xml';
const closedFeed = 'https://wire.example/members.xml';
const at = Date.UTC(2026, 10, 24);
const settings = { ...defaultSubscriptionSettings, firstRun: 1, language: 'de' as const };

let folder: string;
beforeEach(async () => {
  folder = await aFolder();
});

const databaseIn = (place: string) => join(place, 'wirethread-data', 'wirethread.db');

/** Opens a folder's database, for what a bot stored in it. */
async function within(place: string, work: (store: OpenStore) => Promise<void>): Promise<void> {
  const url = `sqlite:${databaseIn(place)}`;
  const store = await openStore({ url, now: () => at, log: recordingLog() });
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

const clock = { now: () => at, sleep: async () => {} };

/** A server in which people set up everything that a file has. */
function fill(store: OpenStore): Promise<void> {
  const place = { guildId, channelId, settings };
  const access = FeedAccess.parse({ username: 'desk', password: 'hushhush' });
  const wanted = [
    { ...place, url: openFeed },
    { ...place, url: closedFeed, access },
  ];
  return store.transaction(async (ledger) => {
    for (const feed of wanted) await addSubscription({ clock }, ledger, feed, by);
    await ledger.settings.save(guildId, GuildSettings.parse({ hideThreshold: 5, language: 'de' }));
    const watched = { kind: 'words', pattern: 'free coin*', action: 'hide' };
    const rules = { watched: [{ ...watched, addedBy: by, addedAt: at }], firstComment: 'report' };
    await ledger.rules.save(guildId, ModerationRules.parse(rules));
    const author = {
      authorKey: 'key',
      name: 'Nora\u0007',
      profileUrl: null,
      site: 'gazette.example',
    };
    await ledger.mutes.add({ guildId, ...author, by, at });
    const reportBan = { by, at, reason: 'Reports everything.' };
    await ledger.readers.save({ guildId, userId: reader, privateMessages: false, reportBan });
  });
}

/** Every row of a database. */
function rowsOf(place: string): unknown {
  const database = new DatabaseSync(databaseIn(place), { readOnly: true });
  const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all();
  const rows = tables.map(({ name }) => [
    name,
    database.prepare(`SELECT * FROM "${String(name)}"`).all(),
  ]);
  database.close();
  return structuredClone(rows);
}

/** A file's text without when it was written. */
const undated = (text: string) => text.replace(/"exportedAt": \d+/, '');

test('a server goes through a file into another database, a dry run and a second import change nothing', async () => {
  await within(folder, fill);
  const before = rowsOf(folder);
  const exported = await run(folder, ['export', guildId, 'server.json', '--with-secrets']);
  expect(exported).toMatchObject({ code: 0, stderr: '' });
  expect(exported.stdout).toContain(
    '2 feeds, 1 watched pattern, 1 muted author, 1 ban from reporting.',
  );
  expect(rowsOf(folder)).toEqual(before);
  const file = join(folder, 'server.json');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const text = await readFile(file, 'utf8');
  expect(text).toContain('hushhush');
  const twice = await run(folder, ['export', guildId, 'server.json']);
  expect(told(twice.stderr)[0]).toContain('server.json exists already: give another name');

  const other = await aFolder();
  await within(other, async () => {});
  const empty = rowsOf(other);
  const dry = await run(other, ['import', file, '--dry-run']);
  expect(dry).toMatchObject({ code: 0, stderr: '' });
  expect(dry.stdout).toContain('settings changed: 2 – ');
  expect(dry.stdout).toContain('feeds: 2 new, 0 changed, 0 as they are already\n');
  expect(dry.stdout).toContain(`  new: ${openFeed} in channel ${channelId}\n`);
  expect(dry.stdout).toContain('words "free coin*": hide, first comment');
  expect(dry.stdout).toContain('authors muted: 1 – Nora  at gazette.example');
  expect(dry.stdout).toContain(`members banned from reporting: 1 – ${reader}`);
  expect(dry.stdout).not.toContain('hushhush');
  expect(rowsOf(other)).toEqual(empty);

  expect(await run(other, ['import', file])).toMatchObject({ code: 0, stderr: '' });
  const back = await run(other, ['export', guildId, '--with-secrets']);
  expect(undated(back.stdout)).toBe(undated(text));

  const after = rowsOf(other);
  const again = await run(other, ['import', file]);
  expect(again.stdout).toContain('feeds: 0 new, 0 changed, 2 as they are already\n');
  expect(rowsOf(other)).toEqual(after);
  await within(other, async (store) => {
    expect((await store.feeds.claimDueFeed(Date.now(), 1))?.feed.lastPolledAt).toBeNull();
  });
});

test('without secrets a closed feed is named, not added, and one that is there keeps its password', async () => {
  await within(folder, fill);
  const exported = await run(folder, ['export', guildId]);
  expect(exported.stdout).not.toContain('hushhush');
  expect(exported.stdout).not.toContain('"desk"');
  const changed = exported.stdout.replaceAll('"firstRun": 1', '"firstRun": 2');
  const file = join(folder, 'server.json');
  await writeFile(file, changed);

  const other = await aFolder();
  await within(other, async () => {});
  const missing = await run(other, ['import', file]);
  expect(missing.stdout).toContain('feeds: 1 new, 0 changed, 0 as they are already\n');
  expect(missing.stdout).toContain(`  not added: ${closedFeed} in channel ${channelId}, since its`);

  const same = await run(folder, ['import', file]);
  expect(same.stdout).toContain('feeds: 0 new, 2 changed, 0 as they are already\n');
  expect(same.stdout).toContain(`  changed: ${closedFeed} in channel ${channelId} (firstRun)\n`);
  await within(folder, async (store) => {
    const feeds = await store.feeds.listSubscriptionsIn(guildId);
    expect(feeds.map((feed) => feed.settings.firstRun)).toEqual([2, 2]);
    const opened = await Promise.all(feeds.map(({ feedId }) => store.access.get(feedId)));
    expect(opened.map((access) => access?.password)).toContain('hushhush');
  });

  const wrong = await run(folder, ['import', file, '--server', '1190000000000000009']);
  expect(wrong.code).toBe(1);
  expect(told(wrong.stderr)[0]).toContain(`Channel ${channelId} belongs to server ${guildId}`);
  const unknown = await run(folder, ['export', '1190000000000000009']);
  expect(told(unknown.stderr)[0]).toContain(`Servers with feeds: ${guildId}.`);
});

test('what is imported into another server while its bot runs is read and posted at once', async () => {
  const discord: LocalDiscord = await startLocalDiscord({ now: Date.now, rateLimits: false });
  onTestFinished(() => discord.close());
  const paper = await feedServer((_request, response) => response.end(rssOf(['Ferry returns'])));
  const guild = discord.addGuild({ name: 'Harbour Town' });
  const news = discord.addChannel(guild.id, { name: 'news' }).id;
  const { applicationId, token } = discord.addApplication({ name: 'Wirethread' });
  discord.inviteBot(applicationId, guild.id, invitePermissions);
  await within(folder, fill);
  const exported = await run(folder, ['export', guildId]);
  const file = join(folder, 'server.json');
  const moved = exported.stdout.replaceAll(openFeed, paper.url).replaceAll(channelId, news);
  await writeFile(file, moved);

  const other = await aFolder();
  const network = { network: { allow: ['127.0.0.0/8'] } };
  await writeFile(join(other, 'wirethread.json'), JSON.stringify(network));
  const env = { DISCORD_TOKEN: token, DISCORD_API_URL: discord.url };
  const bot = start(other, [], { ...env, LOG_LEVEL: 'debug' });
  await bot.says('bot.ready', 'stderr');
  const imported = await run(other, ['import', file, '--server', guild.id], env);
  expect(imported).toMatchObject({ code: 0, stderr: '' });
  expect(imported.stdout).toContain(`and must exist in server ${guild.id}`);
  await bot.says('delivery.shown', 'stderr');
  expect(JSON.stringify(discord.messages(news))).toContain('Ferry returns');
});
