import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Bot, connectBot } from '../../src/app/bot.ts';
import { hourMs, minuteMs } from '../../src/core/time/duration.ts';
import type { WantedFeed } from '../../src/newsroom/subscriptions/subscribe.ts';
import {
  type LocalDiscord,
  type SavedWorld,
  startLocalDiscord,
} from '../../src/preview/discord/index.ts';
import type { Edition } from '../../src/preview/newspaper/edition.ts';
import { type Newspaper, startNewspaper } from '../../src/preview/newspaper/newspaper.ts';
import { ManualClock } from '../support/newsroom.ts';
import { parsers } from '../support/parsers.ts';
import { headlineIn } from '../support/headline.ts';
import { handled } from '../support/handled.ts';
import { recordingLog } from '../support/recording-log.ts';
import { retentionMs, untilQuiet } from '../support/rounds.ts';
import { withoutMark } from '../support/without-mark.ts';

// The bot opens the database of a version before, whose messages Discord has:
// see `test/fixtures/schema-3/README.md`.

/** `newsroom.json` of the fixture. */
interface Before {
  startedAt: number;
  savedAt: number;
  paperPort: number;
  token: string;
  news: string;
  forum: string;
  evening: string;
  moderatorsChannel: string;
  reader: string;
  otherReader: string;
  moderator: string;
  feeds: WantedFeed[];
  edition: Edition;
}

const read = async (name: string) =>
  readFile(new URL(`../fixtures/schema-3/${name}`, import.meta.url), 'utf8');
const before = JSON.parse(await read('newsroom.json')) as Before;
const saved = JSON.parse(await read('discord.json')) as SavedWorld;
const { news, forum, evening, moderatorsChannel } = before;

let folder: string;
let clock: ManualClock;
let discord: LocalDiscord;
let paper: Newspaper;
let bot: Bot;
let log: ReturnType<typeof recordingLog>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wirethread-upgrade-'));
  const file = join(folder, 'wirethread.db');
  const database = new DatabaseSync(file);
  database.exec(await read('database.sql'));
  database.close();
  clock = new ManualClock(before.startedAt);
  const now = () => clock.now();
  paper = await startNewspaper({ now, port: before.paperPort, script: before.edition });
  // Discord has forgotten the nonces.
  clock.advance(before.savedAt - before.startedAt + 10 * minuteMs);
  discord = await startLocalDiscord({ now, rateLimits: false, saved });
  log = recordingLog();
  bot = await connectBot({
    token: before.token,
    apiUrl: discord.url,
    storeUrl: `sqlite:${file}`,
    userAgent: 'Wirethread tests',
    allow: ['127.0.0.0/8'],
    fetchTimeoutMs: null,
    feeds: before.feeds,
    retentionMs,
    parsers,
    clock,
    log,
  });
});

afterEach(async () => {
  await bot.stop();
  await discord.close();
  await paper.close();
  await rm(folder, { recursive: true, force: true });
});

async function quiet(): Promise<void> {
  await untilQuiet(bot.ports, new AbortController().signal);
}

async function later(ms: number): Promise<void> {
  clock.advance(ms);
  await quiet();
}

const isOurs = ({ type }: { type: number }) => type === 0 || type === 19;
const own = (channelId: string) => discord.messages(channelId).filter(isOurs);
const threadOf = (headline: string, channelId = news) => {
  const thread = discord.threads(channelId).find(({ name }) => name.includes(headline));
  if (!thread) throw new Error(`"${headline}" has no thread in ${channelId}`);
  return thread;
};
const inThread = (headline: string) => own(threadOf(headline).id);
const withText = (headline: string, text: string) => {
  const found = inThread(headline).find(({ content }) => content.includes(text));
  if (!found) throw new Error(`no message in the thread of "${headline}" says "${text}"`);
  return found;
};
const places = () => [
  news,
  evening,
  moderatorsChannel,
  ...[news, forum].flatMap((id) => discord.threads(id).map((thread) => thread.id)),
];

/** What readers see of each message, by its id. A component's own id may be its message's mark. */
const shown = () =>
  new Map(
    places()
      .flatMap((place) => discord.messages(place))
      .map(({ id, content, embeds, components, pinned }) => [
        id,
        {
          text: withoutMark(content),
          embeds,
          components: JSON.stringify(components).replaceAll(/"id":\d+/g, ''),
          pinned,
        },
      ]),
  );
const errors = () => log.lines.filter(({ level }) => level === 'error');

test('after an update nothing is posted again, what was posted without an answer is found, and what was not sent is sent', async () => {
  const old = shown();
  await quiet();
  await later(hourMs);

  const now = shown();
  for (const [id, message] of old) {
    const isStory = message.embeds.some(({ author }) => author !== undefined);
    // A story that is sent again has today's layout.
    if (!isStory) expect(now.get(id)).toEqual(message);
    else expect(now.get(id)?.embeds[0]?.url).toBe(message.embeds[0]?.url);
  }
  const fresh = places()
    .flatMap(own)
    .filter(({ id }) => !old.has(id));
  const titles = fresh.map((message) => withoutMark(headlineIn(message) ?? ''));
  expect(titles).toEqual([
    'Old mast raised at the square',
    'The Harbour Ledger',
    expect.stringMatching(/^Remark \d+: the boats wait/),
    'Old mast raised at the square',
  ]);
  expect(own(news).map(headlineIn)).toEqual(before.edition.stories.map(({ headline }) => headline));
  expect(discord.threads(forum)).toHaveLength(before.edition.stories.length);
  const digest = JSON.stringify(own(evening).at(-1));
  expect(digest).toContain('Harbour lamp is lit again');
  expect(digest).toContain('Old mast raised at the square');
  expect(digest).not.toContain('Ferry bell');
  expect(threadOf('Storm gate').thread_metadata.locked).toBe(true);
  expect(threadOf('Ferry bell').thread_metadata.locked).toBe(true);
  expect(own(moderatorsChannel)).toHaveLength(1);
  expect(errors()).toEqual([]);
});

test('after an update messages of the version before are edited and deleted in their place', async () => {
  await quiet();
  const pier = 'Harbour board';
  const long = inThread(pier).filter(({ content }) => content.includes('Paragraph'));
  expect(long).toHaveLength(2);
  const answer = withText(pier, 'In spring, they say.');
  const count = inThread(pier).length;
  const stories = own(news).map(({ id }) => id);

  // What changed when the new version first reads a feed may be its own reading: it is no correction.
  paper.correctHeadline('lamp', 'Harbour lamp is lit once more');
  await later(hourMs);

  const corrected = 'Harbour board puts off its pier ruling to spring';
  paper.correctHeadline('pier', corrected);
  paper.editComment('pier', 'p4', 'The old pier has stood for ninety years.');
  paper.withdrawComment('pier', 'p2');
  // A comment that is missing is looked for twice, an hour later at most.
  for (let hour = 0; hour < 3; hour += 1) await later(hourMs);

  expect(own(news).map(({ id }) => id)).toEqual(stories);
  expect(own(news).map(headlineIn)).toContain(corrected);
  const post = threadOf(corrected, forum);
  expect(headlineIn(discord.message(post.id, post.id))).toBe(corrected);
  expect(withText(pier, 'ninety years').id).toBe(long[0]?.id);
  const left = inThread(pier).map(({ id }) => id);
  expect(left).not.toContain(long[1]?.id);
  expect(left).not.toContain(answer.id);
  expect(left).toHaveLength(count - 2);
  expect(errors()).toEqual([]);
});

test('after an update the buttons of the version before work, and a case keeps its card', async () => {
  await quiet();
  const pier = 'Harbour board';
  const [card] = own(moderatorsChannel);
  const rude = withText(pier, 'You are all fools.');
  const reader = discord.actor(before.otherReader).at(threadOf(pier).id);
  const asked = await reader.click(rude.id, 'Report as abuse');
  const receipt = await reader.submitModal(asked, { reason: 'abuse' });
  expect((await receipt.settled())?.content).toContain('case 1');
  await quiet();
  expect(own(moderatorsChannel).map(({ id }) => id)).toEqual([card?.id]);
  expect(JSON.stringify(own(moderatorsChannel)[0]?.components)).toContain('× 2');

  const moderator = discord.actor(before.moderator).at(moderatorsChannel);
  const ruled = await moderator.click(card?.id ?? '', 'Remove');
  await handled(log.lines, ruled);
  await quiet();
  expect(discord.message(threadOf(pier).id, rude.id)).toBeNull();
  expect(own(moderatorsChannel).map(({ id }) => id)).toEqual([card?.id]);
  const mine = await discord.actor(before.reader).at(news).run('/flags mine');
  expect((await mine.settled())?.content).toContain('removed');
  expect(errors()).toEqual([]);
});
