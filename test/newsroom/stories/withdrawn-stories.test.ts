import { afterEach, beforeEach, expect, test } from 'vitest';
import { minuteMs } from '../../../src/core/time/duration.ts';
import { type Newsroom, stageNewsroom } from '../../support/newsroom.ts';
import {
  startFeedSite,
  type FeedSite,
  type SiteStory,
  siteStories,
} from '../../support/feed-site.ts';
import { headlineIn } from '../../support/headline.ts';

let site: FeedSite;
let newsroom: Newsroom;
beforeEach(async () => {
  site = await startFeedSite();
  site.print(siteStories(8));
  newsroom = await stageNewsroom({ settings: { firstRun: 8 }, feedUrls: () => [site.feedUrl] });
});
afterEach(async () => {
  await newsroom.close();
  await site.close();
});

const pollMs = 11 * minuteMs;
const all = siteStories(8);
const without = (...slugs: string[]) => all.filter(({ slug }) => !slugs.includes(slug));
const messageOf = (number: number) =>
  newsroom.messages().find(({ content }) => content.includes(`Story ${number}`));
const isWithdrawn = (number: number) =>
  messageOf(number)?.embeds[0]?.description?.startsWith('Withdrawn by its publisher') ?? false;

async function reads(stories: readonly SiteStory[]): Promise<void> {
  site.print(stories);
  await newsroom.later(pollMs);
}

test('a story missing from its feed twice and from its page is marked as withdrawn, not deleted', async () => {
  await newsroom.quiet();
  site.takeDown('s5');
  await reads(without('s5'));
  expect(isWithdrawn(5)).toBe(false);
  await reads(without('s5'));
  expect(isWithdrawn(5)).toBe(true);
  expect(headlineIn(messageOf(5))).toBe('Withdrawn: ~~Story 5~~');
  expect(newsroom.messages().filter(({ type }) => type === 0)).toHaveLength(8);
});

test('a 304 counts as a poll in which the story is still missing', async () => {
  await newsroom.quiet();
  site.takeDown('s5');
  site.answersConditionally();
  await reads(without('s5'));
  expect(isWithdrawn(5)).toBe(false);
  await newsroom.later(pollMs);
  expect(isWithdrawn(5)).toBe(true);
});

test('a story whose page still exists is never withdrawn, however long it is missing from the feed', async () => {
  await newsroom.quiet();
  const before = site.requests('s5');
  for (let poll = 0; poll < 12; poll += 1) await reads(without('s5'));
  expect(isWithdrawn(5)).toBe(false);
  expect(site.requests('s5') - before).toBe(3);
});

test('a story that is back at the next poll is not withdrawn', async () => {
  await newsroom.quiet();
  site.takeDown('s5');
  await reads(without('s5'));
  await reads(all);
  await reads(without('s5'));
  expect(isWithdrawn(5)).toBe(false);
});

test('a story that dropped off the end of its feed is not withdrawn', async () => {
  await newsroom.quiet();
  site.takeDown('s1');
  for (let poll = 0; poll < 4; poll += 1) await reads(without('s1'));
  expect(isWithdrawn(1)).toBe(false);
});

test('a feed that loses more than a third of its stories at once withdraws none', async () => {
  await newsroom.quiet();
  for (const slug of ['s3', 's4', 's5']) site.takeDown(slug);
  for (let poll = 0; poll < 4; poll += 1) await reads(without('s3', 's4', 's5'));
  for (let poll = 0; poll < 4; poll += 1) await reads([]);
  expect([3, 4, 5].some(isWithdrawn)).toBe(false);
});

test('a poll checks at most three pages of missing stories and leaves the rest to the next poll', async () => {
  const many = siteStories(20);
  site.print(many);
  await newsroom.later(pollMs);
  const gone = ['s14', 's15', 's16', 's17', 's18'];
  for (const slug of gone) site.takeDown(slug);
  const rest = many.filter(({ slug }) => !gone.includes(slug));
  await reads(rest);
  await reads(rest);
  const withdrawn = () => [14, 15, 16, 17, 18].filter(isWithdrawn).length;
  expect(withdrawn()).toBe(3);
  await reads(rest);
  expect(withdrawn()).toBe(5);
});

test('a withdrawn story that comes back is no longer marked as withdrawn', async () => {
  await newsroom.quiet();
  site.takeDown('s5');
  await reads(without('s5'));
  await reads(without('s5'));
  await reads(all);
  expect(isWithdrawn(5)).toBe(false);
  expect(headlineIn(messageOf(5))).toBe('Story 5');
});

test('a story withdrawn before it was posted is never posted', async () => {
  await newsroom.quiet();
  const denied = { code: 50013, message: 'Missing Permissions' };
  const posting = ({ path }: { path: string }) => path.endsWith(`/${newsroom.news}/messages`);
  newsroom.discord.faults.failNext(posting, { status: 403, body: denied, count: 3 });
  const more = [{ slug: 'bell', headline: 'Bell found', at: 30 }, ...all];
  const later = [{ slug: 'gate', headline: 'Gate lowered', at: 60 }];
  await reads(more);
  site.takeDown('bell');
  await reads([...later, ...all]);
  await reads([...later, ...all]);
  for (let round = 0; round < 10; round += 1) await newsroom.later(pollMs);
  const contents = newsroom.messages().map(({ content }) => content);
  expect(contents.some((content) => content.includes('Gate lowered'))).toBe(true);
  expect(contents.some((content) => content.includes('Bell found'))).toBe(false);
});

test('a story that the feed itself reports as deleted is withdrawn at once', async () => {
  await newsroom.quiet();
  const tombstone =
    '<at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="s8" when="2026-11-24T09:00:00Z"/>';
  site.print(without('s8'), site.feedUrl, tombstone);
  await newsroom.later(pollMs);
  expect(isWithdrawn(8)).toBe(true);
});

test('a story withdrawn just after its correction is marked at once', async () => {
  await newsroom.close();
  const settings = { firstRun: 8, pollEveryMs: 3 * minuteMs };
  newsroom = await stageNewsroom({ settings, feedUrls: () => [site.feedUrl] });
  await newsroom.quiet();
  const corrected = { headline: 'Story 8, mended' };
  site.print(all.map((story) => (story.slug === 's8' ? { ...story, ...corrected } : story)));
  await newsroom.later(3 * minuteMs);
  expect(headlineIn(messageOf(8))).toBe('Story 8, mended');
  const tombstone =
    '<at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="s8" when="2026-11-24T09:00:00Z"/>';
  site.print(without('s8'), site.feedUrl, tombstone);
  await newsroom.later(3 * minuteMs);
  expect(isWithdrawn(8)).toBe(true);
});
