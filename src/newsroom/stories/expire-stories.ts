import { dayMs, type UnixMs } from '../../core/time/duration.ts';
import type { CapPlace, RetentionPlace } from '../../core/ports/retention-ledger.ts';
import { shownAddress } from '../../text/masked-url.ts';
import { alertModerators } from '../outbox/moderators.ts';
import type { Ports } from '../ports.ts';

/** Rows that one statement may delete: more would hold up everything else for too long. */
const batchSize = 500;
/** Much longer than Discord recognises a nonce. */
const usedGenerationsMs = dayMs;
/** How many of its newest stories each feed keeps, however many it has had. */
const storiesPerFeed = 5_000;
/** No paper writes {@link storiesPerFeed} stories within this time. */
const floodMs = 7 * dayMs;
/** A message that was wanted so lately may still be looked for. */
const wantedLatelyMs = dayMs;

/**
 * Deletes what has been over for `retentionMs`: the comments of discussions, the texts of stories that
 * left their feeds, what is stored of their messages, and claims of stories in channels. Messages in
 * Discord stay. Stories keep their identities, so that none ever counts as new again, but for those
 * beyond the newest `perFeed` of a feed, which are deleted whole. Each call is one step, which looks at
 * a bounded number of rows; `true` when more may be left.
 */
export function storyExpiry(
  { store, clock, log }: Pick<Ports, 'store' | 'clock' | 'log'>,
  retentionMs: number,
  perFeed = storiesPerFeed,
): () => Promise<boolean> {
  const { retention } = store;
  // What something still keeps is passed over: the next step goes on after it.
  let from: Places = start;
  return async () => {
    const now = clock.now();
    const before = now - retentionMs;
    const marked = await retention.markOver(now, batchSize);
    const discussions = await step(from.discussion, (place) =>
      retention.expireDiscussion(before, batchSize, place),
    );
    // A claim outlives no text: one whose story has none would take another story for a new one.
    const claims = await retention.deleteClaims(before, batchSize);
    // Discussions keep their stories.
    const stories =
      claims < batchSize && discussions.next === 'end'
        ? await step(from.story, (place) => retention.expireStories(before, batchSize, place))
        : { deleted: 0, next: from.story };
    const capped = await step(from.feed, (place) =>
      capStories({ store, log }, perFeed, now, place),
    );
    const deliveries = await retention.deleteDeliveries(before, batchSize);
    const generations = await retention.deleteUsedGenerations(now - usedGenerationsMs, batchSize);
    const deleted = {
      discussions: discussions.deleted,
      claims,
      stories: stories.deleted,
      capped: capped.deleted,
      deliveries,
      generations,
    };
    if (Object.values(deleted).some((count) => count > 0)) log.debug(deleted, 'stories.expired');
    from = { discussion: discussions.next, story: stories.next, feed: capped.next };
    const isAtEnd = Object.values(from).every((place) => place === 'end');
    if (isAtEnd) from = start;
    return !isAtEnd || [marked, claims, deliveries, generations].includes(batchSize);
  };
}

/** Where the next step goes on: `null` for the beginning. */
interface Places {
  discussion: RetentionPlace | null | 'end';
  story: RetentionPlace | null | 'end';
  feed: CapPlace | null | 'end';
}

const start: Places = { discussion: null, story: null, feed: null };

/** A step from a place; none at the end, while others are not there yet. */
async function step<P>(
  from: P | null | 'end',
  work: (place: P | null) => Promise<{ deleted: number; next: P | null }>,
): Promise<{ deleted: number; next: P | 'end' }> {
  if (from === 'end') return { deleted: 0, next: 'end' };
  const { deleted, next } = await work(from);
  return { deleted, next: next ?? 'end' };
}

/** One step of one feed. The moderators of its servers are alerted once when it floods. */
async function capStories(
  { store, log }: Pick<Ports, 'store' | 'log'>,
  perFeed: number,
  now: UnixMs,
  from: CapPlace | null,
) {
  const limits = { perFeed, floodedSince: now - floodMs, wantedSince: now - wantedLatelyMs };
  const done = await store.transaction(async (ledger) => {
    const step = await ledger.retention.capStories(limits, now, batchSize, from);
    const feed = step.flood && (await ledger.feeds.getFeed(step.flood.feedId));
    if (!step.flood || !feed) return { ...step, feed: null };
    const alert = {
      kind: 'feed-flooding',
      address: shownAddress(feed.url),
      stories: perFeed,
      withinMs: now - step.flood.oldestAt,
    } as const;
    const subscriptions = await ledger.feeds.listSubscriptionsOf(feed.id);
    for (const guildId of new Set(subscriptions.map((subscription) => subscription.guildId))) {
      await alertModerators(ledger, guildId, `flood:${feed.id}:${now}`, alert, now);
    }
    return { ...step, feed: alert.address };
  });
  if (done.flood) {
    const remedy =
      'Its server probably gives each story a new id at every poll. Only its newest stories are stored.';
    log.warn(
      { feedId: done.flood.feedId, feed: done.feed, stories: perFeed, remedy },
      'feed.flooding',
    );
  }
  return done;
}
