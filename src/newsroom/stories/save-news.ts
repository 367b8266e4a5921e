import { digestPostedAt } from '../../core/feed/digest.ts';
import type { Wish } from '../../core/delivery/delivery.ts';
import type { Subscription } from '../../core/feed/subscription.ts';
import type { Snowflake, StoryId } from '../../core/ids.ts';
import type { PollChanges } from '../../core/ports/feed-ledger.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import { quietUntil } from '../../core/feed/quiet-hours.ts';
import { minuteMs, type UnixMs } from '../../core/time/duration.ts';
import {
  discussionId,
  noticeDelivery,
  ordinalAt,
  skippedStoriesDelivery,
  storyDelivery,
} from '../outbox/keys.ts';
import { refreshCardsOfStory } from '../outbox/moderators.ts';
import { countsWithinMs } from '../outbox/edit-limits.ts';
import type { News } from './news.ts';
import { claimStory } from './deduplicate.ts';
import { newDiscussion } from './new-discussion.ts';
import { addTwinComments } from './twin-comments.ts';

/**
 * A story's message is edited at most this often, however often its feed changes it. So is the name
 * of its thread: Discord takes two in this time.
 */
const editEveryMs = 10 * minuteMs;

/** What a poll's news changes of its feed's stories and subscriptions: saved first. */
export function newsChanges({ stories, presence, initialised }: News, now: UnixMs): PollChanges {
  const { missing, withdrawn, returned } = presence;
  return {
    stories,
    missing,
    withdrawn: new Map([
      ...(withdrawn.length > 0 ? ([[now, withdrawn]] as const) : []),
      ...(returned.length > 0 ? ([[null, returned]] as const) : []),
    ]),
    initialised: initialised.map(({ id }) => id),
  };
}

/**
 * Has a poll's news posted, edited and discussed, in the poll's transaction. `current` are the feed's
 * subscriptions now: some may have changed or ended while the feed was read.
 */
export async function wantNews(
  ledger: Ledger,
  news: News,
  current: readonly Subscription[],
  now: UnixMs,
): Promise<void> {
  await wantPosts(ledger, news, current, now);
  await wantEdits(ledger, news, current, now);
}

async function wantPosts(
  ledger: Ledger,
  { posts, twins, skipped, siteUrl }: News,
  current: readonly Subscription[],
  now: UnixMs,
): Promise<void> {
  const byId = new Map(current.map((subscription) => [subscription.id, subscription]));
  let index = 0;
  for (const { subscription: polled, stories } of skipped) {
    const subscription = byId.get(polled.id);
    if (!subscription) continue;
    // Claimed, so that another feed does not post them after all.
    for (const { story, key } of stories) {
      await ledger.channelStories.claim(subscription.channelId, key, story.id, now);
    }
    await wantSkippedNotice(ledger, subscription, stories.length, siteUrl, now, index);
    index += 1;
  }
  const claimed = [...twins];
  for (const post of posts) {
    const { story, key } = post;
    const subscription = byId.get(post.subscription.id);
    if (!subscription) continue;
    if (!(await claimStory(ledger, subscription.channelId, story, key, now))) {
      claimed.push(post);
      continue;
    }
    await wantStory(ledger, subscription, story, now, ordinalAt(now, index));
    index += 1;
  }
  for (const twin of claimed) {
    const subscription = byId.get(twin.subscription.id);
    if (subscription) await addTwinComments(ledger, { ...twin, subscription }, now);
  }
}

/** Has a story posted, by itself or in the channel's next digest. */
async function wantStory(
  ledger: Ledger,
  subscription: Subscription,
  story: StoredStory,
  now: UnixMs,
  ordinal: number,
): Promise<void> {
  const { id: subscriptionId, guildId, channelId, settings } = subscription;
  if (settings.digest !== null) {
    const dueAt = digestPostedAt(settings.digest, settings.quietHours, now);
    await ledger.digests.add({ subscriptionId, channelId, storyId: story.id, dueAt, ordinal });
    return;
  }
  const key = storyDelivery(story.id, channelId);
  const quietEnd = quietUntil(settings.quietHours, now);
  const wait = untilQuietEnds(quietEnd);
  await ledger.deliveries.want(
    [{ key, guildId, channelId, subject: { kind: 'story', storyId: story.id }, ordinal, ...wait }],
    now,
  );
  if (settings.comments.mirror) {
    await ledger.discussions.add(newDiscussion(story, subscription, now));
  }
}

/** A message that waits for quiet hours to end holds back no other. */
function untilQuietEnds(quietEnd: UnixMs | null): Pick<Wish, 'notBefore' | 'postponed'> {
  return quietEnd === null ? {} : { notBefore: quietEnd, postponed: true };
}

async function wantSkippedNotice(
  ledger: Ledger,
  { id: subscriptionId, guildId, channelId, settings }: Subscription,
  count: number,
  siteUrl: string | null,
  now: UnixMs,
  index: number,
): Promise<void> {
  const key = skippedStoriesDelivery(subscriptionId, now);
  const subject = { kind: 'skipped-stories', subscriptionId, count, siteUrl } as const;
  const wait = untilQuietEnds(quietUntil(settings.quietHours, now));
  const ordinal = ordinalAt(now, index);
  await ledger.deliveries.want([{ key, guildId, channelId, subject, ordinal, ...wait }], now);
}

/** Has the messages edited of stories that were corrected, counted again, withdrawn or are back. */
async function wantEdits(
  ledger: Ledger,
  { presence, corrected, recounted }: News,
  current: readonly Subscription[],
  now: UnixMs,
): Promise<void> {
  const { withdrawn, returned } = presence;
  if ([corrected, recounted, withdrawn, returned].every(({ length }) => length === 0)) return;
  const channelIds = new Set(
    current.flatMap(({ channelId, formerChannelIds }) => [channelId, ...formerChannelIds]),
  );
  const keysOf = (ids: readonly StoryId[], key: (id: StoryId, channelId: Snowflake) => string) =>
    ids.flatMap((id) => [...channelIds].map((channelId) => key(id, channelId)));
  const { deliveries } = ledger;
  const recountedIds = recounted.map(({ id }) => id);
  await deliveries.refreshWithin(keysOf(recountedIds, storyDelivery), now, countsWithinMs);
  // What its publisher withdrew is not read for longer than it must be.
  await deliveries.takeDown(keysOf(withdrawn, storyDelivery), now);
  const correctedIds = corrected.map(({ id }) => id);
  const changed = [...new Set([...correctedIds, ...returned])];
  await deliveries.refresh(keysOf(changed, storyDelivery), now, editEveryMs);
  // Its headline is in the thread's first message too.
  await deliveries.refresh(keysOf(correctedIds, policyNotice), now, editEveryMs);
  for (const id of correctedIds) await refreshCardsOfStory(ledger, id, now, editEveryMs);
}

const policyNotice = (id: StoryId, channelId: Snowflake) =>
  noticeDelivery(discussionId(id, channelId), 'policy');
