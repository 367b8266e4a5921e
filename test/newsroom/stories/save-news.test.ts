import { expect, test } from 'vitest';
import { pollNextFeed } from '../../../src/newsroom/feeds/poll-feed.ts';
import { type Ports } from '../../../src/newsroom/ports.ts';
import { siteStories } from '../../support/feed-site.ts';
import {
  hoursPass,
  newsroom,
  numbered,
  openAndPoll,
  own,
  pollMs,
  site,
  titles,
  usePrintedFeeds,
} from '../printed-feeds.ts';

usePrintedFeeds();

const { signal } = new AbortController();

test('fault 3: a poll whose transaction fails leaves nothing behind, and the next poll posts its stories', async () => {
  await openAndPoll();
  site.print(siteStories(3));
  newsroom.clock.advance(pollMs);
  const { ports } = newsroom.bot;
  let fails = true;
  const failing: Ports = {
    ...ports,
    store: {
      ...ports.store,
      transaction: (work) =>
        ports.store.transaction(async (ledger) => {
          const result = await work(ledger);
          if (fails) throw new Error('the disk is full');
          return result;
        }),
    },
  };
  await pollNextFeed(failing, signal).catch(() => {});
  fails = false;
  expect(own()).toHaveLength(0);
  await hoursPass(1);
  expect(titles()).toEqual(numbered(1, 2, 3));
});
