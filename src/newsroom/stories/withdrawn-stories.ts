import type { Feed } from '../../core/feed/feed.ts';
import type { StoryChanges } from '../../core/ports/feed-ledger.ts';
import type { StoryId } from '../../core/ids.ts';
import { type MissingStories, missingStories } from '../../core/story/missing-stories.ts';
import type { TrackedStory, StoredStory } from '../../core/story/stored-story.ts';
import type { FeedStory } from '../../core/story/story.ts';
import { isPageGone } from '../articles/article-pages.ts';
import type { Ports } from '../ports.ts';

/** Pages asked for in one poll. */
const mostPages = 3;

/** What a poll changes about which stories their feed has. */
export interface PresenceChanges {
  missing: StoryChanges['missing'];
  withdrawn: StoryId[];
  /** Were withdrawn, and are back in the feed. */
  returned: StoryId[];
}

/**
 * Finds withdrawn stories. A story is withdrawn when the feed says so (a tombstone), or when two
 * polls in a row miss it while the feed has older ones, and its page is gone too. `known` are the
 * stories of the feed's last polls, and those that this document names.
 */
export async function presenceChanges(
  ports: Ports,
  feed: Feed,
  known: readonly TrackedStory[],
  stories: readonly FeedStory[],
  tombstones: readonly string[],
  signal: AbortSignal,
): Promise<PresenceChanges> {
  const present = new Set(stories.map(({ identity }) => identity));
  const buried = new Set(tombstones.filter((identity) => !present.has(identity)));
  const published = known.filter(({ withdrawnAt }) => withdrawnAt === null);
  const withdrawn = published.filter(({ identity }) => buried.has(identity)).map(({ id }) => id);
  const returned = known
    .filter(({ identity, withdrawnAt }) => withdrawnAt !== null && present.has(identity))
    .map(({ id }) => id);
  const others = published.filter(({ identity }) => !buried.has(identity));
  const absent = others.filter(
    ({ identity, missing }) => missing !== null && !present.has(identity),
  );
  const stored = await storedById(ports, feed, absent);
  const found = missingStories(others, present, isWithinFeed(others, stories, stored));
  const { missing, gone } = await checkPages(ports, found, stored, signal);
  return { missing, withdrawn: [...withdrawn, ...gone], returned };
}

/**
 * The same for a feed that has not changed since its last poll: what was missing then still is.
 * `null` when nothing was.
 */
export async function recheckMissing(
  ports: Ports,
  feed: Feed,
  signal: AbortSignal,
): Promise<PresenceChanges | null> {
  const absent = await ports.store.feeds.listMissingStories(feed.id);
  if (absent.length === 0) return null;
  const stored = await storedById(ports, feed, absent);
  const found = missingStories(absent, new Set(), () => true);
  const { missing, gone } = await checkPages(ports, found, stored, signal);
  return { missing, withdrawn: gone, returned: [] };
}

async function storedById(
  { store }: Ports,
  feed: Feed,
  listed: readonly TrackedStory[],
): Promise<Map<StoryId, StoredStory>> {
  if (listed.length === 0) return new Map();
  const identities = listed.map(({ identity }) => identity);
  const stored = await store.feeds.listStories(feed.id, identities);
  return new Map(stored.map((story) => [story.id, story]));
}

/** Asks for the pages of a few suspects. The other suspects are checked at the next poll. */
async function checkPages(
  ports: Ports,
  { found, agedOut, missed, suspects }: MissingStories,
  stored: ReadonlyMap<StoryId, StoredStory>,
  signal: AbortSignal,
): Promise<{ missing: PresenceChanges['missing']; gone: StoryId[] }> {
  const missing = new Map<number | null, StoryId[]>();
  const add = (id: StoryId, polls: number | null) => {
    const ids = missing.get(polls);
    if (ids) ids.push(id);
    else missing.set(polls, [id]);
  };
  for (const id of found) add(id, 0);
  for (const id of agedOut) add(id, null);
  for (const { id, missing: polls } of missed) add(id, polls);
  const gone: StoryId[] = [];
  let pages = 0;
  for (const suspect of suspects) {
    const url = stored.get(suspect.id)?.story.url ?? null;
    if (url === null || !(await isWanted(ports, suspect.id))) add(suspect.id, null);
    else if (pages < mostPages) {
      pages += 1;
      if (await isPageGone(ports, url, signal)) gone.push(suspect.id);
      else add(suspect.id, suspect.missing);
    }
  }
  return { missing, gone };
}

/** Whether the feed still has an older story: by publication, else by when we first saw it. */
function isWithinFeed(
  known: readonly TrackedStory[],
  stories: readonly FeedStory[],
  absent: ReadonlyMap<StoryId, StoredStory>,
): (story: TrackedStory) => boolean {
  const present = new Set(stories.map(({ identity }) => identity));
  const oldest = earliest(stories.flatMap(({ publishedAt }) => publishedAt ?? []));
  const firstSeen = earliest(
    known.filter(({ identity }) => present.has(identity)).map((story) => story.firstSeenAt),
  );
  return ({ id, firstSeenAt }) => {
    const publishedAt = absent.get(id)?.story.publishedAt ?? null;
    return publishedAt === null ? firstSeen < firstSeenAt : oldest < publishedAt;
  };
}

/** `Infinity` when there is none. */
function earliest(instants: readonly number[]): number {
  return instants.reduce((least, instant) => Math.min(least, instant), Infinity);
}

/** Whether a story was posted in any channel, or is about to be. */
async function isWanted({ store }: Ports, id: StoryId): Promise<boolean> {
  return (await store.deliveries.isStoryWanted(id)) || (await store.digests.has(id));
}
