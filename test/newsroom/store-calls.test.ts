import { afterEach, expect, test } from 'vitest';
import { hourMs } from '../../src/core/time/duration.ts';
import { deliverNext } from '../../src/newsroom/delivery/deliver.ts';
import { pollNextFeed } from '../../src/newsroom/feeds/poll-feed.ts';
import { anEdition, aStory } from '../support/editions.ts';
import { type Newsroom, stageNewsroom } from '../support/newsroom.ts';
import { countedStore } from '../support/store-calls.ts';

let newsroom: Newsroom;
afterEach(() => newsroom.close());

const signal = new AbortController().signal;

// Every call of a ledger's method counts, whether in a transaction or not: one feed in one channel,
// with comments mirrored, polled before; then it has one new story, whose page is read.
test('a poll with one new story and the delivery of that story take few calls to the store', async () => {
  newsroom = await stageNewsroom({
    edition: anEdition(
      aStory({ at: -3 * hourMs }),
      aStory({ slug: 'ferry', headline: 'Ferry bell found', at: hourMs }),
    ),
  });
  await newsroom.quiet();
  newsroom.clock.advance(hourMs);
  const calls: string[] = [];
  const { ports } = newsroom.bot;
  const counted = { ...ports, store: countedStore(ports.store, (name) => calls.push(name)) };

  expect(await pollNextFeed(counted, signal)).toBe(true);
  const poll = calls.splice(0);
  expect(await deliverNext(counted, signal)).toBe(true);
  const delivery = calls.splice(0);
  expect(newsroom.messages().filter(({ type }) => type === 0)).toHaveLength(2);
  expect(poll.length, poll.join('\n')).toBeLessThanOrEqual(15);
  expect(delivery.length, delivery.join('\n')).toBeLessThanOrEqual(4);
});
