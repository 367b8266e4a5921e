import { expect, test } from 'vitest';
import { DiscussionId } from '../../../../src/core/ids.ts';
import { flaggedCase, newStore, noon, subscription, wanted } from '../stores.ts';

const minute = 60_000;
const pack = { kind: 'pack', discussionId: DiscussionId.parse('quay') } as const;

test('an empty store says that nothing waits', async () => {
  const { store } = await newStore();
  expect(await store.figures()).toEqual({
    due: { takedown: 0, story: 0, comment: 0, backlog: 0 },
    oldestDueMs: 0,
    feeds: 0,
    feedsFailing: 0,
    feedsOverdue: 0,
    discussionsOpen: 0,
    casesOpen: 0,
  });
});

test('what waits is counted by its priority, from when it was due; what is not yet due is not', async () => {
  const { store, clock } = await newStore();
  await store.deliveries.want([wanted('story:a'), wanted('story:b')], noon);
  await store.deliveries.want([wanted('pack:a', { subject: pack })], noon + minute);
  await store.deliveries.want([wanted('story:late', { notBefore: noon + 9 * minute })], noon);
  await store.feeds.addSubscription(subscription(), noon);
  await store.cases.save(flaggedCase(1));
  clock.at = noon + 5 * minute;
  expect(await store.figures()).toMatchObject({
    due: { takedown: 0, story: 2, comment: 0, backlog: 1 },
    oldestDueMs: 5 * minute,
    feeds: 1,
    feedsOverdue: 1,
    casesOpen: 1,
  });
});
