import { afterEach, expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../src/core/time/duration.ts';
import { backupSqlite } from '../../src/edge/store/sqlite/backup.ts';
import { restoreSqlite } from '../../src/edge/store/sqlite/restore.ts';
import type { StoryDraft } from '../../src/preview/newspaper/edition.ts';
import { anEdition, aStory, threeComments } from '../support/editions.ts';
import { headlineIn } from '../support/headline.ts';
import { type Newsroom, stageNewsroom, type Staging } from '../support/newsroom.ts';
import { packs, shownText } from '../newsroom/discussions/packed.ts';

// The bot posts A, is backed up, posts B and its comments, and goes back to the backup.

let newsroom: Newsroom;
afterEach(() => newsroom.close());

const ferry: StoryDraft = { ...aStory(), headline: 'Ferry returns to the old quay' };

const openWith = async (staging: Staging) => {
  newsroom = await stageNewsroom({
    edition: anEdition(aStory({ comments: threeComments })),
    ...staging,
    settings: { commentPeriodMs: 2 * dayMs, ...staging.settings },
  });
  await newsroom.quiet();
};

const facts = () => ({ now: () => newsroom.clock.now(), log: newsroom.bot.ports.log });
const backupFile = () => `${newsroom.databaseFile}.backup`;
const backUp = () => backupSqlite(`sqlite:${newsroom.databaseFile}`, backupFile(), facts());
const restoreAndStart = () =>
  newsroom.restart(() => restoreSqlite(`sqlite:${newsroom.databaseFile}`, backupFile(), facts()));

/** The ids and texts of all that stands in the channel and its threads, in order. */
function standing() {
  const channels = [newsroom.news, newsroom.moderatorsChannel];
  const threads = newsroom.threads().map(({ id }) => id);
  return [...channels, ...threads].flatMap((id) =>
    newsroom.messages(id).map((message) => `${id} ${message.id} ${textOf(message)}`),
  );
}
const textOf = (message: Parameters<typeof headlineIn>[0] & { content: string }) =>
  message.content || (headlineIn(message) ?? '');

const commentOn = (slug: string, ...texts: string[]) => {
  for (const text of texts) newsroom.paper.addComment(slug, { author: 'Maren', text });
};
const hoursPass = async (hours: number) => {
  for (let hour = 0; hour < hours; hour += 1) await newsroom.later(hourMs);
};

const kinds: [string, Staging][] = [
  ['text channel', {}],
  ['forum', { channelType: 'forum' }],
  ['channel with personas', { settings: { comments: { personas: true } } }],
];

test.each(kinds)(
  'after a restore nothing stands twice in a %s, and new stories and comments come',
  async (_, staging) => {
    await openWith(staging);
    await backUp();
    const slug = newsroom.paper.publish(ferry);
    commentOn('pier', 'It was said in May.');
    await newsroom.later(11 * minuteMs);
    commentOn(slug, 'Who pays?', 'We do.');
    await hoursPass(2);
    const before = standing();
    expect(before.filter((line) => line.includes('Ferry returns'))).not.toEqual([]);
    expect(before.filter((line) => line.includes('Who pays?'))).toHaveLength(1);

    await restoreAndStart();
    await newsroom.quiet();
    await hoursPass(2);
    expect(standing()).toEqual(before);

    commentOn(slug, 'At last.');
    newsroom.paper.correctHeadline(slug, 'Ferry returns in spring');
    await hoursPass(2);
    const after = standing();
    expect(after).toHaveLength(before.length + 1);
    expect(after.filter((line) => line.includes('At last.'))).toHaveLength(1);
    const posts = newsroom.threads().flatMap(({ id }) => newsroom.messages(id));
    expect(JSON.stringify([...newsroom.messages(), ...posts])).toContain('spring');
    await newsroom.later(3 * dayMs);
    await hoursPass(3);
    expect(newsroom.threads().every((thread) => thread.thread_metadata.locked)).toBe(true);
    expect(newsroom.log.filter(({ level }) => level === 'error')).toEqual([]);
  },
);

test('comments that were posted one by one or packed since the backup stand once, though they now come all at once', async () => {
  await openWith({});
  await backUp();
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => `Remark ${from + index}, on the pier.`);
  for (const text of numbers(1, 4)) {
    commentOn('pier', text);
    await newsroom.later(6 * minuteMs);
  }
  commentOn('pier', ...numbers(5, 20));
  await newsroom.later(6 * minuteMs);
  expect(packs(newsroom).length).toBeGreaterThan(1);

  await newsroom.restart(async () => {
    commentOn('pier', ...numbers(21, 24));
    // What a pack began with is gone at the source.
    newsroom.paper.withdrawComment('pier', 'by-hand-5');
    await restoreSqlite(`sqlite:${newsroom.databaseFile}`, backupFile(), facts());
  });
  await hoursPass(3);
  const shown = shownText(newsroom);
  for (const text of numbers(1, 24)) {
    expect(shown.split(text).length - 1, text).toBe(text.startsWith('Remark 5,') ? 0 : 1);
  }
});

test('a digest does not list again what one listed since the backup', async () => {
  await openWith({ settings: { digest: { every: 'hour' } } });
  await hoursPass(1);
  await backUp();
  newsroom.paper.publish(ferry);
  await hoursPass(2);
  await restoreAndStart();
  newsroom.paper.publish({ ...ferry, headline: 'Lamp is lit again' });
  await hoursPass(2);
  const shown = JSON.stringify(newsroom.messages());
  expect(shown.split('Ferry returns').length - 1).toBe(1);
  expect(shown.split('Lamp is lit').length - 1).toBe(1);
});

test('a restored database says so, skips the numbers of cases, and after a week is like any other', async () => {
  await openWith({});
  const { takenAt } = { takenAt: newsroom.clock.now() };
  await backUp();
  await newsroom.later(hourMs);
  await restoreAndStart();
  const { store } = newsroom.bot.ports;
  expect(store.backupMark()).toEqual({ takenAt });
  expect(newsroom.log.filter(({ event }) => event === 'store.restored')).toHaveLength(1);
  await newsroom.restart();
  expect(newsroom.log.filter(({ event }) => event === 'store.restored')).toHaveLength(1);
  newsroom.clock.advance(8 * dayMs);
  expect(newsroom.bot.ports.store.backupMark()).toBeNull();
});
