import { expect, test } from 'vitest';
import type { CapPlace, CapStep } from '../../../../src/core/ports/retention-ledger.ts';
import { dayMs } from '../../../../src/core/time/duration.ts';
import {
  discussion,
  harbour,
  newStore,
  noon,
  storedStory,
  subscription,
  wanted,
} from '../stores.ts';
import { closed, id, send } from './past.ts';

test('a feed keeps its newest stories and those that something keeps; the others go whole', async () => {
  const { store, query } = await newStore();
  const { feeds, deliveries, discussions, retention, channelStories } = store;
  await feeds.addSubscription(subscription(), noon);
  const past = ['never-posted', 'posted', 'waiting-only'];
  const kept = ['listed', 'gathered', 'unsent', 'posted-lately', 'discussed'];
  for (const [index, name] of [...past, ...kept, 'new-1', 'new-2'].entries()) {
    const firstSeenAt = noon - 3 * dayMs + index;
    await feeds.saveStories({ stories: [storedStory(name, { firstSeenAt })] });
  }
  const left = [...past, ...kept, 'new-1', 'new-2'].filter((name) => name !== 'listed');
  await feeds.saveStories({ missing: new Map([[null, left.map(id)]]) });
  for (const name of ['posted', 'discussed']) {
    await deliveries.want([wanted(name)], noon);
    await send(store, `5${name.length}`.padEnd(18, '0'));
  }
  await deliveries.want([wanted('posted-lately', { ordinal: noon * 1000 })], noon);
  await send(store);
  await channelStories.claim(harbour, 'url one', id('posted'), noon);
  await discussions.add({ ...closed('talk'), storyId: id('discussed') });
  await discussions.add(discussion('silent', { storyId: id('waiting-only') }));
  await deliveries.want([wanted('unsent')], noon);
  const digest = { subscriptionId: 'sub', channelId: harbour, dueAt: noon, ordinal: 1 };
  await store.digests.add({ ...digest, storyId: id('gathered') });

  const steps = async (perFeed: number, floodedSince: number, now = noon) => {
    const limits = { perFeed, floodedSince, wantedSince: noon - dayMs };
    const done: CapStep[] = [];
    for (let from: CapPlace | null = null; ;) {
      const step: CapStep = await retention.capStories(limits, now, 4, from);
      done.push(step);
      if (step.next === null) return done;
      from = step.next;
    }
  };
  const week = noon - 7 * dayMs;
  expect((await steps(10, week)).map(({ deleted }) => deleted)).toEqual([0, 0]);
  const done = await steps(2, week);
  expect(done.map(({ deleted }) => deleted)).toEqual([3, 0, 0, 0]);
  expect(done.flatMap(({ flood }) => flood ?? [])).toEqual([
    { feedId: storedStory('new-1').feedId, oldestAt: noon - 3 * dayMs + 8 },
  ]);
  const ids = await query('SELECT id FROM story ORDER BY first_seen_at');
  expect(ids).toEqual([...kept, 'new-1', 'new-2'].map((name) => ({ id: name })));
  expect(await deliveries.get('posted')).toBeNull();
  expect(await discussions.get(discussion('silent').id)).toBeNull();
  expect(await channelStories.getClaims(harbour, ['url one'])).toEqual(
    new Map([['url one', id('posted')]]),
  );

  // An alert for each flood, which is over when the stories that are kept are older.
  let extra = 0;
  const flooded = async (floodedSince: number) => {
    extra += 1;
    const name = `extra-${extra}`;
    await feeds.saveStories({ stories: [storedStory(name, { firstSeenAt: noon - 5 * dayMs })] });
    await feeds.saveStories({ missing: new Map([[null, [id(name)]]]) });
    return (await steps(2, floodedSince)).filter(({ flood }) => flood !== null).length;
  };
  expect(await flooded(week)).toBe(0);
  expect(await flooded(noon)).toBe(0);
  expect(await flooded(week)).toBe(1);
});
