import { mergeRevision } from '../article/index.ts';
import type { Delivery } from '../core/delivery.ts';
import { commentPeriodAnchor, type Discussion } from '../core/discussion.ts';
import type { Feed, Subscription } from '../core/feed.ts';
import type { Ledger, StoredStory } from '../core/ledger.ts';
import type { FeedDocument, FeedStory } from '../core/story.ts';
import { minuteMs, type UnixMs } from '../core/time.ts';
import { freshStories, oldestFirst } from '../feeds/index.ts';
import { findCommentSource } from '../sources/index.ts';
import { enrichedAll } from './enrich-story.ts';
import { discussionId, ordinalAt, storyDelivery, storyId } from './keys.ts';
import type { Ports } from './ports.ts';

/** How long a poll reads article pages: well within its lease. The rest are read afterwards. */
const pagesForMs = minuteMs;

interface Post {
  story: StoredStory;
  subscription: Subscription;
}

/** What one reading of a feed brings. */
export interface News {
  /** Stories new, or changed in a way that readers see. */
  stories: StoredStory[];
  corrected: StoredStory[];
  /** Messages to post, oldest story first. */
  posts: Post[];
  /** Channels that took their first stories from this reading. */
  initialised: Subscription[];
}

/**
 * Compares a feed's document with what is stored: new stories for every channel, the newest few
 * for a channel that reads the feed for the first time, corrections of those known. Article pages
 * of what will be posted are read here, so that most stories are posted whole.
 */
export async function newsOf(
  ports: Ports,
  feed: Feed,
  subscriptions: readonly Subscription[],
  document: FeedDocument,
  signal: AbortSignal,
): Promise<News> {
  const now = ports.clock.now();
  const inOrder = oldestFirst(document.stories);
  const stored = await ports.store.feeds.stories(
    feed.id,
    inOrder.map(({ identity }) => identity),
  );
  const known = new Map(stored.map((story) => [story.identity, story]));
  const corrected: StoredStory[] = [];
  const current = inOrder.map((story) => {
    const before = known.get(story.identity);
    if (!before) return newStory(ports, feed, story, now);
    const revised = revisedStory(ports, before, story, now);
    if (revised !== before) corrected.push(revised);
    return revised;
  });
  const fresh = current.filter(({ identity }) => !known.has(identity));

  const byIdentity = new Map(current.map((story) => [story.identity, story]));
  const wanted = subscriptions.flatMap((subscription) => {
    const { initialised, settings } = subscription;
    const seen = new Set<string>(initialised ? known.keys() : []);
    const { firstRun } = settings;
    const told = { stories: document.stories, known: seen, initialised, firstRun };
    return freshStories(told).fresh.flatMap(({ identity }) => {
      const story = byIdentity.get(identity);
      return story ? [{ story, subscription }] : [];
    });
  });
  const toEnrich = [...new Set(wanted.map(({ story }) => story))].filter(
    ({ enrichTries }) => enrichTries === 0,
  );
  const whole = new Map(
    (await enrichedAll(ports, toEnrich, now + pagesForMs, signal)).map((story) => [
      story.id,
      story,
    ]),
  );
  const orNow = (story: StoredStory) => whole.get(story.id) ?? story;
  const rank = new Map(current.map(({ id }, index) => [id, index]));
  return {
    stories: [...new Set([...fresh, ...toEnrich, ...corrected])].map(orNow),
    corrected: corrected.map(orNow),
    posts: wanted
      .map(({ story, subscription }) => ({ story: orNow(story), subscription }))
      .sort((a, b) => (rank.get(a.story.id) ?? 0) - (rank.get(b.story.id) ?? 0)),
    initialised: subscriptions.filter(({ initialised }) => !initialised),
  };
}

function newStory(ports: Ports, feed: Feed, told: FeedStory, now: UnixMs): StoredStory {
  const { identity, ...story } = told;
  return {
    id: storyId(ports.hash, feed.id, identity),
    feedId: feed.id,
    identity,
    feedHash: wordsHash(ports, told),
    story,
    correctedAt: null,
    firstSeenAt: now,
    enrichAt: null,
    enrichTries: 0,
  };
}

/** The stored story with its publisher's changes, itself when there is none that readers see. */
function revisedStory(
  ports: Ports,
  before: StoredStory,
  told: FeedStory,
  now: UnixMs,
): StoredStory {
  const feedHash = wordsHash(ports, told);
  const { identity: _, ...revision } = told;
  const count = revision.commentCount;
  if (feedHash === before.feedHash) {
    if (count === null || count === before.story.commentCount) return before;
    return { ...before, story: { ...before.story, commentCount: count } };
  }
  const story = mergeRevision(before.story, revision);
  const corrected =
    story.headline !== before.story.headline || story.summary !== before.story.summary;
  return { ...before, feedHash, story, correctedAt: corrected ? now : before.correctedAt };
}

/** A hash of what readers see of a story, so that a feed that touches its dates changes nothing. */
function wordsHash({ hash }: Ports, { headline, url, summary, photo, credits, topics }: FeedStory) {
  return hash(JSON.stringify([headline, url, summary, photo, credits, topics]));
}

/**
 * Stores the news with its deliveries and discussions, within the poll's transaction. `current` are
 * the feed's subscriptions by then: one may have ended or changed while the feed was read.
 */
export async function saveNews(
  ports: Ports,
  ledger: Ledger,
  news: News,
  current: readonly Subscription[],
  now: UnixMs,
): Promise<void> {
  const byId = new Map(current.map((subscription) => [subscription.id, subscription]));
  for (const story of news.stories) await ledger.feeds.saveStory(story);
  for (const [index, { story, subscription: polled }] of news.posts.entries()) {
    const subscription = byId.get(polled.id);
    if (!subscription) continue;
    const key = storyDelivery(story.id, subscription.channelId);
    const before = await ledger.deliveries.byKey(key);
    if (before && !wasLeftOut(before)) continue;
    const { guildId, channelId } = subscription;
    const ordinal = ordinalAt(now, index);
    await ledger.deliveries.want(
      [{ key, kind: 'story', guildId, channelId, subject: story.id, ordinal }],
      now,
    );
    if (subscription.settings.comments.mirror) {
      await ledger.discussions.open(newDiscussion(ports, story, subscription, now));
    }
  }
  for (const story of news.corrected) {
    await ledger.deliveries.refresh(
      current.map(({ channelId }) => storyDelivery(story.id, channelId)),
    );
  }
  for (const { id } of news.initialised) {
    const subscription = byId.get(id);
    if (subscription) {
      await ledger.feeds.updateSubscription({ ...subscription, initialised: true });
    }
  }
}

/** It was not posted, as its channel had given the feed up by then. */
function wasLeftOut({ messageId, dead, shownRevision, wantedRevision }: Delivery): boolean {
  return messageId === null && !dead && shownRevision >= wantedRevision;
}

function newDiscussion(
  { hash }: Ports,
  { id, story, firstSeenAt }: StoredStory,
  subscription: Subscription,
  now: UnixMs,
): Discussion {
  const { guildId, channelId } = subscription;
  return {
    id: discussionId(hash, id, channelId),
    storyId: id,
    subscriptionId: subscription.id,
    guildId,
    channelId,
    threadId: null,
    state: 'waiting',
    source: findCommentSource(story, subscription.settings.comments),
    word: null,
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
