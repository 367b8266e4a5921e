import type { Feed } from '../../core/feed/feed.ts';
import type { Subscription } from '../../core/feed/subscription.ts';
import type { TrackedStory, StoredStory } from '../../core/story/stored-story.ts';
import type { FeedDocument, FeedStory } from '../../core/story/story.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { oldestFirst } from '../../feeds/index.ts';
import { pagesTimeoutMs } from '../articles/enrich-story.ts';
import type { Ports } from '../ports.ts';
import { type Choice, chooseStories, StoryPages } from './choose-stories.ts';
import { feedHash, newStory, revisedStory } from './compare-stories.ts';
import { type StoryKeys, storyKeys } from './deduplicate.ts';
import type { News, Post } from './news.ts';
import { presenceChanges, recheckMissing } from './withdrawn-stories.ts';

/**
 * Compares a feed's document with what is stored: new stories for each channel, corrections, and
 * withdrawn stories. The article pages of stories to post are read here, so that most stories are
 * posted complete and filters see what only the page has. A document without changes costs one
 * statement.
 */
export async function planNews(
  ports: Ports,
  feed: Feed,
  subscriptions: readonly Subscription[],
  document: FeedDocument,
  signal: AbortSignal,
): Promise<News> {
  const now = ports.clock.now();
  const stories = oldestFirst(document.stories);
  const tombstones = document.withdrawn;
  const known = await knownStories(ports, feed, stories, tombstones);
  const isFirst = subscriptions.some(({ initialised }) => !initialised);
  const compared = await compareDocument(ports, feed, known, stories, isFirst, now);

  const keys = storyKeys(compared.candidates.length > 0 ? stories : []);
  const pages = new StoryPages(ports, now + pagesTimeoutMs, signal);
  const offered = ({ initialised }: Subscription) =>
    initialised ? compared.added : compared.candidates;
  const choices = await chooseStories(ports, subscriptions, offered, keys, pages);
  const presence = await presenceChanges(
    ports,
    feed,
    [...known.values()],
    stories,
    tombstones,
    signal,
  );
  return {
    ...changedStories(compared, choices, pages),
    ...postsOf(choices, stories, keys),
    presence,
    initialised: subscriptions.filter(({ initialised }) => !initialised),
    siteUrl: document.siteUrl,
  };
}

/** What a poll without a new document changes: only stories found to be withdrawn, else `null`. */
export async function planUnchangedNews(
  ports: Ports,
  feed: Feed,
  signal: AbortSignal,
): Promise<News | null> {
  const presence = await recheckMissing(ports, feed, signal);
  const nothing = { stories: [], corrected: [], recounted: [], posts: [], twins: [], skipped: [] };
  return presence && { ...nothing, presence, initialised: [], siteUrl: null };
}

/** By identity: the stories of the feed's last polls, and those that this document names. */
async function knownStories(
  { store }: Ports,
  feed: Feed,
  stories: readonly FeedStory[],
  tombstones: readonly string[],
): Promise<Map<string, TrackedStory>> {
  const named = [...stories.map(({ identity }) => identity), ...tombstones];
  const tracked = await store.feeds.listTrackedStories(feed.id, named);
  return new Map(tracked.map((story) => [story.identity, story]));
}

/** A document's stories compared with those stored. */
interface ComparedStories {
  added: StoredStory[];
  revised: { story: StoredStory; isCount: boolean }[];
  /**
   * For a channel's first poll: the document's stories, oldest first, without those that expired,
   * which the channel may have had. Else `added`.
   */
  candidates: StoredStory[];
}

async function compareDocument(
  ports: Ports,
  feed: Feed,
  known: ReadonlyMap<string, TrackedStory>,
  stories: readonly FeedStory[],
  isFirst: boolean,
  now: UnixMs,
): Promise<ComparedStories> {
  const changed = stories.filter((story) => {
    const before = known.get(story.identity);
    return before !== undefined && !before.isExpired && before.feedHash !== feedHash(story);
  });
  const identities = (isFirst ? stories : changed).map(({ identity }) => identity);
  const stored =
    identities.length > 0 ? await ports.store.feeds.listStories(feed.id, identities) : [];
  const current = new Map(stored.map((story) => [story.identity, story]));
  const revised = changed.flatMap((story) => {
    const before = current.get(story.identity);
    return before ? [revisedStory(before, story, now)] : [];
  });
  const added = stories
    .filter(({ identity }) => !known.has(identity))
    .map((story) => newStory(feed.id, story, now));
  for (const { story } of revised) current.set(story.identity, story);
  for (const story of added) current.set(story.identity, story);
  const isKept = ({ identity }: FeedStory) => known.get(identity)?.isExpired !== true;
  const candidates = isFirst
    ? stories.filter(isKept).flatMap(({ identity }) => current.get(identity) ?? [])
    : added;
  return { added, revised, candidates };
}

function changedStories(
  { added, revised }: ComparedStories,
  choices: readonly Choice[],
  pages: StoryPages,
): Pick<News, 'stories' | 'corrected' | 'recounted'> {
  const revisedBy = (isCount: boolean) =>
    revised.filter((one) => one.isCount === isCount).map(({ story }) => pages.of(story));
  const [corrected, recounted] = [revisedBy(false), revisedBy(true)];
  const chosenIds = new Set(choices.flatMap(({ stories }) => stories.map(({ id }) => id)));
  // The page of a story that no channel takes is not read again.
  const complete = added
    .map((story) => pages.of(story))
    .map((story) => (chosenIds.has(story.id) ? story : { ...story, enrichAt: null }));
  // A later entry replaces an earlier one of the same story.
  const toSave = [...corrected, ...recounted, ...pages.all(), ...complete];
  const stories = [...new Map(toSave.map((story) => [story.id, story])).values()];
  return { stories, corrected, recounted };
}

function postsOf(
  choices: readonly Choice[],
  inOrder: readonly FeedStory[],
  keys: StoryKeys,
): Pick<News, 'posts' | 'twins' | 'skipped'> {
  const rank = new Map(inOrder.map(({ identity }, index) => [identity, index]));
  const rankOf = ({ story }: Post) => rank.get(story.identity) ?? 0;
  const post = (subscription: Subscription, stories: readonly StoredStory[]): Post[] =>
    stories.map((story) => ({ story, subscription, key: keys(story) }));
  return {
    posts: choices
      .flatMap(({ subscription, stories }) => post(subscription, stories))
      .sort((a, b) => rankOf(a) - rankOf(b)),
    twins: choices.flatMap(({ subscription, twins }) => post(subscription, twins)),
    skipped: choices
      .filter(({ skipped }) => skipped.length > 0)
      .map(({ subscription, skipped }) => ({ subscription, stories: post(subscription, skipped) })),
  };
}
