import type { Feed } from '../../core/feed/feed.ts';
import type { Subscription } from '../../core/feed/subscription.ts';
import type { TrackedStory, StoredStory } from '../../core/story/stored-story.ts';
import type { FeedDocument, FeedStory } from '../../core/story/story.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { oldestFirst } from '../../feeds/index.ts';
import { chooseStories, StoryPages } from './choose-stories.ts';
import { feedHash, newStory, revisedStory } from './compare-stories.ts';
import { pagesTimeoutMs } from '../articles/enrich-story.ts';
import type { Ports } from '../ports.ts';
import { storyKeys } from './deduplicate.ts';
import { presenceChanges, recheckMissing } from './withdrawn-stories.ts';
import type { News, Post } from './news.ts';

/**
 * Compares a feed's document with what is stored: what each channel takes of its new stories,
 * corrections of those known, and those withdrawn. Article pages of what will be posted are read
 * here, so that most stories are posted whole, and filters know what only the page tells. A
 * document that says nothing new costs one statement.
 */
export async function planNews(
  ports: Ports,
  feed: Feed,
  subscriptions: readonly Subscription[],
  document: FeedDocument,
  signal: AbortSignal,
): Promise<News> {
  const now = ports.clock.now();
  const inOrder = oldestFirst(document.stories);
  const { withdrawn: tombstones } = document;
  const known = await knownStories(ports, feed, inOrder, tombstones);
  const isFirst = subscriptions.some(({ initialised }) => !initialised);
  const { fresh, revisions, all } = await compared(ports, feed, known, inOrder, isFirst, now);

  const keys = storyKeys(all.length > 0 ? inOrder : []);
  const whole = new StoryPages(ports, now + pagesTimeoutMs, signal);
  const offered = ({ initialised }: Subscription) => (initialised ? fresh : all);
  const chosen = await chooseStories(ports, subscriptions, offered, keys, whole);
  const standing = await presenceChanges(
    ports,
    feed,
    [...known.values()],
    inOrder,
    tombstones,
    signal,
  );

  const revised = (isCount: boolean) =>
    revisions.filter((one) => one.isCount === isCount).map(({ story }) => whole.of(story));
  const [corrected, recounted] = [revised(false), revised(true)];
  const posted = new Set(chosen.flatMap(({ stories }) => stories.map(({ id }) => id)));
  // A page that was read to judge a story by is not asked for again when nobody takes it.
  const judged = fresh
    .map((story) => whole.of(story))
    .map((story) => (posted.has(story.id) ? story : { ...story, enrichAt: null }));
  const toSave = [...corrected, ...recounted, ...whole.all(), ...judged];
  const rank = new Map(inOrder.map(({ identity }, index) => [identity, index]));
  const placeOf = ({ story }: Post) => rank.get(story.identity) ?? 0;
  const told = (subscription: Subscription, stories: readonly StoredStory[]): Post[] =>
    stories.map((story) => ({ story, subscription, key: keys(story) }));
  return {
    stories: [...new Map(toSave.map((story) => [story.id, story])).values()],
    corrected,
    recounted,
    standing,
    posts: chosen
      .flatMap(({ subscription, stories }) => told(subscription, stories))
      .sort((a, b) => placeOf(a) - placeOf(b)),
    leftOut: chosen
      .filter(({ leftOut }) => leftOut.length > 0)
      .map(({ subscription, leftOut }) => ({
        subscription,
        stories: told(subscription, leftOut),
      })),
    initialised: subscriptions.filter(({ initialised }) => !initialised),
    siteUrl: document.siteUrl,
  };
}

/**
 * The document's stories by what they are to us: new, or told otherwise than before; `all` that can
 * be posted are every one of them when a channel reads the feed for the first time.
 */
async function compared(
  ports: Ports,
  feed: Feed,
  known: ReadonlyMap<string, TrackedStory>,
  inOrder: readonly FeedStory[],
  isFirst: boolean,
  now: UnixMs,
) {
  const changed = inOrder.filter((told) => {
    const before = known.get(told.identity);
    return before !== undefined && before.feedHash !== feedHash(told);
  });
  const identities = (isFirst ? inOrder : changed).map(({ identity }) => identity);
  const stored = await ports.store.feeds.listStories(feed.id, identities);
  const current = new Map(stored.map((story) => [story.identity, story]));
  const revisions = changed.flatMap((told) => {
    const before = current.get(told.identity);
    return before ? [revisedStory(before, told, now)] : [];
  });
  const fresh = inOrder
    .filter(({ identity }) => !known.has(identity))
    .map((told) => newStory(feed.id, told, now));
  for (const { story } of revisions) current.set(story.identity, story);
  for (const story of fresh) current.set(story.identity, story);
  const all = isFirst ? inOrder.flatMap(({ identity }) => current.get(identity) ?? []) : fresh;
  return { fresh, revisions, all };
}

/** What a reading brings that finds its feed unchanged: stories found to be withdrawn, or nothing. */
export async function planUnchangedNews(
  ports: Ports,
  feed: Feed,
  signal: AbortSignal,
): Promise<News | null> {
  const standing = await recheckMissing(ports, feed, signal);
  const nothing = { stories: [], corrected: [], recounted: [], posts: [], leftOut: [] };
  return standing && { ...nothing, standing, initialised: [], siteUrl: null };
}

/** By identity: the stories of the feed's last readings, and those that this one names. */
async function knownStories(
  { store }: Ports,
  feed: Feed,
  stories: readonly FeedStory[],
  tombstones: readonly string[],
): Promise<Map<string, TrackedStory>> {
  const listed = await store.feeds.listTrackedStories(feed.id);
  const known = new Map(listed.map((story) => [story.identity, story]));
  const others = [...stories.map(({ identity }) => identity), ...tombstones].filter(
    (identity) => !known.has(identity),
  );
  for (const story of await store.feeds.listTrackedByIdentity(feed.id, others)) {
    known.set(story.identity, story);
  }
  return known;
}
