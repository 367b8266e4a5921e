import { expect, test } from 'vitest';
import { Filters } from '../../../src/core/feed/channel-options.ts';
import { dayMs } from '../../../src/core/time/duration.ts';
import { siteStories } from '../../support/feed-site.ts';
import {
  ferry,
  hoursPass,
  lamp,
  newsroom,
  numbered,
  openAndPoll,
  openNewsroom,
  own,
  pollMs,
  reads,
  site,
  titles,
  usePrintedFeeds,
} from '../printed-feeds.ts';
import { headlineIn } from '../../support/headline.ts';

usePrintedFeeds();

test('a channel gets the stories that its filters accept, judged by feed and article page', async () => {
  const filters = Filters.parse({ include: { topics: ['harbour'] } });
  await openNewsroom({ settings: { filters } });
  await newsroom.quiet();
  const meta = '<meta property="article:tag" content="Harbour">';
  const written = '<meta property="og:type" content="article"><title>Lamp</title>';
  site.writePage('lamp', `<!doctype html><head>${written}${meta}</head><p>x</p>`);
  await reads({ slug: 'tram', headline: 'Tram stops' }, lamp, { ...ferry, topics: ['Harbour'] });
  expect(titles()).toEqual(['Ferry returns', 'Lamp mended']);
});

test('a story excluded by a filter is not posted when its headline is corrected', async () => {
  await openNewsroom({ settings: { filters: Filters.parse({ exclude: { words: ['ferry'] } }) } });
  await newsroom.quiet();
  await reads(ferry, lamp);
  await reads({ ...ferry, headline: 'Boat returns' }, lamp);
  expect(titles()).toEqual(['Lamp mended']);
});

test('the first poll counts only stories that the filters accept', async () => {
  site.print([
    { slug: 'tram', headline: 'Tram stops', at: 3 },
    lamp,
    { slug: 'bus', headline: 'Bus stops', at: 1 },
    { slug: 'lamp-2', headline: 'Another lamp mended', at: 0 },
  ]);
  const filters = Filters.parse({ include: { words: ['lamp'] } });
  await openNewsroom({ settings: { firstRun: 2, filters } });
  await newsroom.quiet();
  expect(titles()).toEqual(['Another lamp mended', 'Lamp mended']);
});

test('an article page that fails is not fetched again for a story that no channel accepts', async () => {
  await openNewsroom({
    settings: { filters: Filters.parse({ include: { topics: ['harbour'] } }) },
  });
  await newsroom.quiet();
  site.takeDown('ferry', 503);
  await reads(ferry);
  for (let poll = 0; poll < 5; poll += 1) await newsroom.later(pollMs);
  expect(site.requests('ferry')).toBe(1);
});

test('an article page is not fetched when the filter needs only the text of the feed', async () => {
  await openNewsroom({ settings: { filters: Filters.parse({ include: { words: ['tram'] } }) } });
  await newsroom.quiet();
  await reads(ferry);
  expect(site.requests('ferry')).toBe(0);
});

test('an article page is not fetched when the text of the feed already excludes the story', async () => {
  await openNewsroom({
    settings: { filters: Filters.parse({ exclude: { words: ['ferry'], topics: ['Sport'] } }) },
  });
  await newsroom.quiet();
  await reads(ferry);
  expect(site.requests('ferry')).toBe(0);
});

test('after an absence the newest stories are posted, oldest first, after one notice about the skipped ones', async () => {
  await openNewsroom({ settings: { catchUp: 3 } });
  await newsroom.quiet();
  await reads(...siteStories(5));
  const [word, ...posted] = own();
  expect(word?.content).toContain('**The Harbour Ledger** · 2 older stories were skipped');
  expect(word?.content).toContain(`<${site.url}/>`);
  expect(posted.map(headlineIn)).toEqual(['Story 3', 'Story 4', 'Story 5']);
  await reads(...siteStories(5));
  expect(own()).toHaveLength(4);
});

test('a story that another feed already posted does not count towards the catch-up limit', async () => {
  await openNewsroom({ settings: { catchUp: 3 } }, true);
  await newsroom.quiet();
  await reads(...siteStories(3));
  const again = siteStories(5).map((story) => ({ ...story, guid: `b-${story.slug}` }));
  site.print(again, site.secondFeedUrl);
  await newsroom.later(pollMs);
  expect(titles()).toEqual(['Story 1', 'Story 2', 'Story 3', 'Story 4', 'Story 5']);
});

test('a story that was skipped in one feed is not posted by another feed', async () => {
  await openNewsroom({ settings: { catchUp: 3 } }, true);
  await newsroom.quiet();
  await reads(...siteStories(5));
  const again = siteStories(5).map((story) => ({ ...story, guid: `b-${story.slug}` }));
  site.print(again, site.secondFeedUrl);
  await newsroom.later(pollMs);
  expect(own()).toHaveLength(4);
});

test('fault 2: the first story after an empty first poll is posted', async () => {
  await openAndPoll();
  await reads(...siteStories(1));
  expect(titles()).toEqual(numbered(1));
});

test('fault 11: the first poll of a feed posts only its newest stories', async () => {
  site.print(siteStories(30));
  await openAndPoll({ firstRun: 3 });
  expect(titles()).toEqual(numbered(28, 29, 30));
});

test('fault 11: after a day offline the newest stories are posted in order, after a notice about the skipped ones', async () => {
  site.print(siteStories(1));
  await openAndPoll({ catchUp: 10 });
  site.print(siteStories(40));
  await newsroom.later(dayMs);
  const [, word, ...posted] = own();
  expect(word?.content).toContain('**The Harbour Ledger** · 29 older stories');
  const expected = numbered(...Array.from({ length: 10 }, (_, index) => 31 + index));
  expect(posted.map(headlineIn)).toEqual(expected);
  await hoursPass(2);
  expect(own()).toHaveLength(12);
});

test('fault 13: stories are posted oldest first, in whatever order the feed lists them', async () => {
  await openAndPoll();
  const [third, second, first] = siteStories(3);
  if (!first || !second || !third) throw new Error('there are three');
  await reads(second, third, first);
  expect(titles()).toEqual(numbered(1, 2, 3));
});
