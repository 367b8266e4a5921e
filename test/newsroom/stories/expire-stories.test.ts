import { expect, test } from 'vitest';
import { dayMs } from '../../../src/core/time/duration.ts';
import { siteStories } from '../../support/feed-site.ts';
import {
  newsroom,
  openNewsroom,
  reads,
  site,
  storedStories,
  titles,
  usePrintedFeeds,
} from '../printed-feeds.ts';

usePrintedFeeds();

test('a story that was never posted loses its text after 90 days and is never posted as new', async () => {
  site.print(siteStories(4));
  await openNewsroom({ settings: { firstRun: 1 } });
  await newsroom.quiet();
  await reads(...siteStories(4).slice(0, 1));
  await newsroom.later(91 * dayMs);
  const headlines = (await storedStories()).map(({ story }) => story.headline);
  expect(headlines.filter((headline) => headline !== null)).toEqual(['Story 4']);
  expect(headlines).toHaveLength(4);
  await reads(...siteStories(4));
  expect(titles()).toEqual(['Story 4']);
});
