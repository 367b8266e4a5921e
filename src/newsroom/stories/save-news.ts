import { digestPostedAt } from '../../core/feed/digest.ts';
import { commentPeriodAnchor, type Discussion } from '../../core/discussion/discussion.ts';
import type { Subscription } from '../../core/feed/subscription.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import { quietUntil } from '../../core/feed/quiet-hours.ts';
import { minuteMs, type UnixMs } from '../../core/time/duration.ts';
import { findCommentSource } from '../../sources/index.ts';
import type { SkippedStoriesSubject } from '../outbox/subjects.ts';
import { discussionId, skippedStoriesDelivery, ordinalAt, storyDelivery } from '../outbox/keys.ts';
import type { News } from './news.ts';
import { claimStory } from './deduplicate.ts';

/** A story's message is edited at most once in so long, however often its feed changes it. */
const editEveryMs = 10 * minuteMs;

/**
 * Stores the news with its deliveries and discussions, within the poll's transaction. `current` are
 * the feed's subscriptions by then: one may have ended or changed while the feed was read.
 */
export async function saveNews(
  ledger: Ledger,
  news: News,
  current: readonly Subscription[],
  now: UnixMs,
): Promise<void> {
  const byId = new Map(current.map((subscription) => [subscription.id, subscription]));
  for (const story of news.stories) await ledger.feeds.saveStory(story);
  let place = 0;
  for (const { subscription: polled, stories } of news.leftOut) {
    const subscription = byId.get(polled.id);
    if (!subscription) continue;
    // Another feed that has them need not bring them after all.
    for (const { story, key } of stories) {
      await ledger.channelStories.claim(subscription.channelId, key, story.id, now);
    }
    await sayLeftOut(ledger, subscription, stories.length, news.siteUrl, now, place);
    place += 1;
  }
  for (const { story, subscription: polled, key } of news.posts) {
    const subscription = byId.get(polled.id);
    if (!subscription) continue;
    const { channelId } = subscription;
    if (!(await claimStory(ledger, channelId, story, key, now))) continue;
    await tell(ledger, subscription, story, now, ordinalAt(now, place));
    place += 1;
  }
  await saveStanding(ledger, news, current, now);
  for (const { id } of news.initialised) {
    const subscription = byId.get(id);
    if (subscription) {
      await ledger.feeds.saveSubscription({ ...subscription, initialised: true });
    }
  }
}

/** Has a story posted, by itself or with others in a digest. */
async function tell(
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
  // Quiet hours that were lifted let out, first, what they had put off.
  if (quietEnd === null) await ledger.deliveries.dueNow(channelId, now);
  await ledger.deliveries.want(
    [{ key, kind: 'story', guildId, channelId, subject: story.id, ordinal }],
    quietEnd ?? now,
    quietEnd !== null,
  );
  if (settings.comments.mirror) {
    await ledger.discussions.add(newDiscussion(story, subscription, now));
  }
}

async function sayLeftOut(
  ledger: Ledger,
  { id: subscriptionId, guildId, channelId, settings }: Subscription,
  count: number,
  siteUrl: string | null,
  now: UnixMs,
  place: number,
): Promise<void> {
  const key = skippedStoriesDelivery(subscriptionId, now);
  const about: SkippedStoriesSubject = { subscriptionId, count, siteUrl };
  const subject = JSON.stringify(about);
  const quietEnd = quietUntil(settings.quietHours, now);
  await ledger.deliveries.want(
    [{ key, kind: 'left-out', guildId, channelId, subject, ordinal: ordinalAt(now, place) }],
    quietEnd ?? now,
    quietEnd !== null,
  );
}

/** Stores who is missing, withdrawn or back, and has the messages of all that changed edited. */
async function saveStanding(
  ledger: Ledger,
  { standing, corrected, recounted }: News,
  current: readonly Subscription[],
  now: UnixMs,
): Promise<void> {
  for (const [missing, ids] of standing.missing) await ledger.feeds.saveMissingPolls(ids, missing);
  await ledger.feeds.saveWithdrawn(standing.withdrawn, now);
  await ledger.feeds.saveWithdrawn(standing.returned, null);
  const messages = (ids: readonly StoredStory['id'][]) =>
    ids.flatMap((id) => current.map(({ channelId }) => storyDelivery(id, channelId)));
  await ledger.deliveries.refresh(messages(recounted.map(({ id }) => id)));
  const changed = [...corrected.map(({ id }) => id), ...standing.withdrawn, ...standing.returned];
  await ledger.deliveries.refresh(messages([...new Set(changed)]), {
    now,
    everyMs: editEveryMs,
  });
}

function newDiscussion(
  { id, story, firstSeenAt }: StoredStory,
  subscription: Subscription,
  now: UnixMs,
): Discussion {
  const { guildId, channelId } = subscription;
  return {
    id: discussionId(id, channelId),
    storyId: id,
    subscriptionId: subscription.id,
    guildId,
    channelId,
    threadId: null,
    state: 'waiting',
    source: findCommentSource(story, subscription.settings.comments),
    override: null,
    anchor: commentPeriodAnchor(story.publishedAt, firstSeenAt),
    closedPolls: 0,
    openPolls: 0,
    publisherClosedAt: null,
    closingSentence: null,
    drainUntil: null,
    lastFetched: false,
    nextPoll: now,
    pollErrors: 0,
    lastError: null,
    total: story.commentCount,
    shownLocked: false,
    vanishedSince: null,
  };
}
