import { expect, test } from 'vitest';
import {
  channelToRetry,
  channelToServe,
  channelToTakeDown,
  openDeliveries,
} from '../../../src/edge/store/tables/channels.ts';
import { caseQueue } from '../../../src/edge/store/tables/cases.ts';
import { repliesTo } from '../../../src/edge/store/tables/comments.ts';
import { dueDiscussion, threadsToCompare } from '../../../src/edge/store/tables/discussions.ts';
import { overlongLeases, overlongPauses } from '../../../src/edge/store/tables/due-times.ts';
import { emptying } from '../../../src/edge/store/tables/guilds.ts';
import { dueDigest } from '../../../src/edge/store/tables/digests.ts';
import { dueFeed } from '../../../src/edge/store/tables/feeds.ts';
import {
  newlyOver,
  overDiscussions,
  pastClaims,
  pastDeliveries,
  pastStories,
} from '../../../src/edge/store/tables/retention.ts';
import { beyondKept, nextFeed, oldestKept } from '../../../src/edge/store/tables/story-cap.ts';
import { storiesListed, storiesMissed } from '../../../src/edge/store/tables/story-listing.ts';
import { storiesDue } from '../../../src/edge/store/tables/stories.ts';
import { newStoreFile } from './stores.ts';

test.each([
  ['feeds to poll', dueFeed, ['feed_next_poll']],
  ['stories to enrich', storiesDue, ['story_enrich_at']],
  ['stories of a poll', storiesListed, ['story_listed']],
  ['stories missing from a poll', storiesMissed, ['story_missed']],
  ['stories whose text is to be deleted', pastStories, ['story_past']],
  ['the next feed with stories', nextFeed, ['story']],
  ['the oldest story that a feed keeps', oldestKept, ['story_seen']],
  ['stories that a feed has too many', beyondKept, ['story_seen']],
  ['deliveries to delete', pastDeliveries, ['delivery_past']],
  ['claims to delete', pastClaims, ['channel_story_at']],
  [
    'messages of a server that was left',
    emptying.find((statement) => statement.includes('FROM delivery')) ?? '',
    ['delivery_server'],
  ],
  ['leases of discussions that are too long', overlongLeases[1] ?? '', ['discussion_due_at']],
  ['leases of channels that are too long', overlongLeases[2] ?? '', ['channel_due']],
  ['pauses that are too long', overlongPauses, ['channel_guild']],
  ['discussions that are newly over', newlyOver, ['discussion_newly_over']],
  ['discussions to expire', overDiscussions, ['discussion_over']],
  ['digests to post', dueDigest, ['digest_story_due']],
  ['channels with lost answers', channelToRetry(''), ['channel_retry']],
  ['channels with something to take down', channelToTakeDown(''), ['channel_takedown']],
  ['channels with due deliveries', channelToServe(''), ['channel_priority']],
  ...openDeliveries.map((query, index): [string, string, string[]] => {
    const sorts = [
      'takedown',
      'takedown',
      'retry',
      'order',
      'order',
      'order',
      'order',
      'waiting',
      'waiting',
    ];
    const used = sorts[index];
    return [`open deliveries ${index + 1}`, query, [`delivery_${used}`]];
  }),
  ['discussions due', dueDiscussion(''), ['discussion_due_at']],
  ['threads to compare with Discord', threadsToCompare(''), ['discussion_thread']],
  ['cases to rule on', caseQueue, ['flag_case_queue']],
])('the query for %s uses an index and does not sort', async (_, query, indexes) => {
  const { raw } = await newStoreFile();
  const plan = raw()
    .prepare(`EXPLAIN QUERY PLAN ${query}`)
    .all()
    .map((step: { detail: string }) => step.detail);
  for (const index of indexes) {
    expect(plan.filter((step) => step.includes(index))).not.toEqual([]);
  }
  expect(plan.filter((step) => step.startsWith('SCAN') && !step.includes('INDEX'))).toEqual([]);
  expect(plan.filter((step) => step.includes('FOR ORDER BY'))).toEqual([]);
});

test('the replies to a comment are found without reading its whole discussion', async () => {
  const { raw } = await newStoreFile();
  const [found] = raw().prepare(`EXPLAIN QUERY PLAN ${repliesTo}`).all();
  expect(found?.['detail']).toContain('comment_parent (discussion_id=? AND parent_id=?)');
});
