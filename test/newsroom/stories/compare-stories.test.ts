import { expect, test } from 'vitest';
import { minuteMs } from '../../../src/core/time/duration.ts';
import { siteStories, type SiteStory } from '../../support/feed-site.ts';
import {
  edits,
  ferry,
  newsroom,
  openAndPoll,
  openNewsroom,
  own,
  reads,
  site,
  storedStories,
  titles,
  usePrintedFeeds,
} from '../printed-feeds.ts';

usePrintedFeeds();

const shown = (index = 0) => own()[index]?.embeds[0];

test('a corrected headline edits the message once and marks it as corrected', async () => {
  await openNewsroom();
  await newsroom.quiet();
  await reads(ferry);
  await reads({ ...ferry, headline: 'Ferry returns at noon' });
  expect(titles()).toEqual(['Ferry returns at noon']);
  expect(shown()?.description).toContain('Corrected');
  expect(edits()).toBe(1);
  await reads({ ...ferry, headline: 'Ferry returns at noon' });
  expect(edits()).toBe(1);
});

test('a correction does not change the displayed time of publication', async () => {
  await openNewsroom();
  await newsroom.quiet();
  await reads(ferry);
  const published = /Published <t:\d+:f>/.exec(shown()?.description ?? '')?.[0];
  await reads({ ...ferry, at: 50, headline: 'Ferry returns at noon' });
  expect(shown()?.description).toContain(published);
});

test.each<[string, Partial<SiteStory>]>([
  ['summary', { summary: 'At long last.' }],
  ['credits', { author: 'Ines Okafor' }],
  ['caption', { photo: { url: 'http://127.0.0.1/ferry.jpg', caption: 'The old ferry.' } }],
])('a correction of the %s marks the message as corrected', async (_, change) => {
  await openNewsroom();
  await newsroom.quiet();
  const before = {
    ...ferry,
    photo: { url: 'http://127.0.0.1/ferry.jpg', caption: 'The ferry.' },
  };
  await reads(before);
  await reads({ ...before, ...change });
  expect(shown()?.description).toContain('Corrected');
});

test.each<[string, Partial<SiteStory>, number]>([
  ['a change of dates alone edits nothing', { at: 9 }, 0],
  [
    'a change of quotation marks edits the message without marking it as corrected',
    { summary: 'At last, “they” say.' },
    1,
  ],
  [
    'a change of topics edits the message without marking it as corrected',
    { topics: ['Harbour'] },
    1,
  ],
  [
    'a change of the photo’s size edits nothing',
    { photo: { url: 'http://127.0.0.1/a.jpg?w=9' } },
    0,
  ],
])('%s', async (_, change, edited) => {
  await openNewsroom();
  await newsroom.quiet();
  const photo = { url: 'http://127.0.0.1/a.jpg' };
  const before = { ...ferry, summary: 'At last, "they" say', photo };
  await reads(before);
  await reads({ ...before, ...change });
  expect(edits()).toBe(edited);
  expect(shown()?.description ?? '').not.toContain('Corrected');
  expect(own()).toHaveLength(1);
});

test('a story corrected before it is posted is posted in its new version, not marked as corrected', async () => {
  await openNewsroom();
  await newsroom.quiet();
  const { news, discord } = newsroom;
  discord.faults.rateLimitNext(({ path }) => path.endsWith(`/${news}/messages`), 1800);
  await reads(ferry);
  await reads({ ...ferry, headline: 'Ferry returns at noon' });
  expect(own()).toHaveLength(0);
  await newsroom.later(30 * minuteMs);
  expect(titles()).toEqual(['Ferry returns at noon']);
  expect(shown()?.description ?? '').not.toContain('Corrected');
});

test('a headline that changes back and forth is edited at most every 10 minutes, and the last version wins', async () => {
  await openNewsroom({ settings: { pollEveryMs: minuteMs } });
  await newsroom.quiet();
  site.print([ferry]);
  await newsroom.later(minuteMs);
  const versions = ['Ferry returned', 'Ferry returns'];
  for (let poll = 0; poll < 31; poll += 1) {
    site.print([{ ...ferry, headline: versions[poll % 2] ?? '' }]);
    await newsroom.later(minuteMs);
  }
  expect(edits()).toBeGreaterThan(0);
  expect(edits()).toBeLessThanOrEqual(4);
  await newsroom.later(10 * minuteMs);
  expect(titles()).toEqual(['Ferry returned']);
});

test('a story that a newer Wirethread reads differently is edited but not marked as corrected', async () => {
  await openNewsroom();
  await newsroom.quiet();
  await reads(ferry);
  const { store } = newsroom.bot.ports;
  const [known] = await storedStories();
  if (!known) throw new Error('the story is stored');
  await store.feeds.saveStories({ stories: [{ ...known, feedHash: '0:other#' }] });
  await reads({ ...ferry, summary: 'At last, without the boilerplate.' });
  expect(shown()?.description).toContain('without the boilerplate');
  expect(shown()?.description).not.toContain('Corrected');
});

test('fault 5: a changed date posts nothing, and a corrected title edits the message', async () => {
  await openAndPoll();
  const [story] = siteStories(1);
  if (!story) throw new Error('there is one');
  await reads(story);
  await reads({ ...story, at: 7 });
  expect([own().length, edits()]).toEqual([1, 0]);
  await reads({ ...story, at: 8, headline: 'Story 1, corrected' });
  expect([titles(), edits()]).toEqual([['Story 1, corrected'], 1]);
});
