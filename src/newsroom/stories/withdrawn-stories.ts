import { type MissingStories, missingStories } from '../../core/story/missing-stories.ts';
import type { Feed } from '../../core/feed/feed.ts';
import type { StoryId } from '../../core/ids.ts';
import type { TrackedStory, StoredStory } from '../../core/story/stored-story.ts';
import type { FeedStory } from '../../core/story/story.ts';
import { isPageGone } from '../articles/article-pages.ts';
import type { Ports } from '../ports.ts';

const mostPages = 3;

/** How a reading leaves the stories of its feed standing. */
export interface PresenceChanges {
  /** Of each number of missing readings (`null`: looked for no more) who has it now. */
  missing: Map<number | null, StoryId[]>;
  withdrawn: StoryId[];
  /** Withdrawn before, and back in the feed. */
  returned: StoryId[];
}

/**
 * Who was withdrawn: those of whom the feed says so, and those missing from two readings in a row
 * of a feed that still holds older ones, whose page is gone too. `known` are the feed's last
 * readings' stories, and those that this one holds or names as withdrawn.
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
  const standing = known.filter(({ withdrawnAt }) => withdrawnAt === null);
  const withdrawn = standing.filter(({ identity }) => buried.has(identity)).map(({ id }) => id);
  const returned = known
    .filter(({ identity, withdrawnAt }) => withdrawnAt !== null && present.has(identity))
    .map(({ id }) => id);
  const looked = standing.filter(({ identity }) => !buried.has(identity));
  const absent = looked.filter(
    ({ identity, missing }) => missing !== null && !present.has(identity),
  );
  const stored = await ports.store.feeds.listStories(
    feed.id,
    absent.map(({ identity }) => identity),
  );
  const byId = new Map(stored.map((story) => [story.id, story]));
  const told = missingStories(looked, present, windowOf(looked, stories, byId));
  const { missing, gone } = await judged(ports, told, byId, signal);
  return { missing, withdrawn: [...withdrawn, ...gone], returned };
}

/**
 * The same for a feed that is as it was at its last reading: who was missing then still is. `null`
 * when nobody was.
 */
export async function recheckMissing(
  ports: Ports,
  feed: Feed,
  signal: AbortSignal,
): Promise<PresenceChanges | null> {
  const missed = await ports.store.feeds.listMissingStories(feed.id);
  if (missed.length === 0) return null;
  const stored = await ports.store.feeds.listStories(
    feed.id,
    missed.map(({ identity }) => identity),
  );
  const byId = new Map(stored.map((story) => [story.id, story]));
  const told = missingStories(missed, new Set(), () => true);
  const { missing, gone } = await judged(ports, told, byId, signal);
  return { missing, withdrawn: gone, returned: [] };
}

/** Asks the pages of suspects, a few at a time: the others are suspects again next time. */
async function judged(
  ports: Ports,
  told: MissingStories,
  stored: ReadonlyMap<StoryId, StoredStory>,
  signal: AbortSignal,
): Promise<{ missing: PresenceChanges['missing']; gone: StoryId[] }> {
  const missing: PresenceChanges['missing'] = new Map();
  const note = (id: StoryId, count: number | null) => {
    const sharing = missing.get(count);
    if (sharing) sharing.push(id);
    else missing.set(count, [id]);
  };
  for (const id of told.found) note(id, 0);
  for (const id of told.agedOut) note(id, null);
  for (const { id, missing: count } of told.missed) note(id, count);
  const gone: StoryId[] = [];
  let pages = 0;
  for (const suspect of told.suspects) {
    const url = stored.get(suspect.id)?.story.url ?? null;
    if (url === null || !(await wasTold(ports, suspect.id))) note(suspect.id, null);
    else if (pages < mostPages) {
      pages += 1;
      if (await isPageGone(ports, url, signal)) gone.push(suspect.id);
      else note(suspect.id, suspect.missing);
    }
  }
  return { missing, gone };
}

/** Whether the feed still holds an older story: by publication, else by when we saw it first. */
function windowOf(
  known: readonly TrackedStory[],
  stories: readonly FeedStory[],
  absent: ReadonlyMap<StoryId, StoredStory>,
): (story: TrackedStory) => boolean {
  const present = new Set(stories.map(({ identity }) => identity));
  const dates = stories.flatMap(({ publishedAt }) => publishedAt ?? []);
  const oldest = least(dates);
  const firstSeen = least(
    known.filter(({ identity }) => present.has(identity)).map((story) => story.firstSeenAt),
  );
  return ({ id, firstSeenAt }) => {
    const publishedAt = absent.get(id)?.story.publishedAt ?? null;
    return publishedAt === null ? firstSeen < firstSeenAt : oldest < publishedAt;
  };
}

function least(instants: readonly number[]): number {
  return instants.reduce((least, instant) => Math.min(least, instant), Infinity);
}

/** In any channel, or about to be. */
async function wasTold({ store }: Ports, id: StoryId): Promise<boolean> {
  return (
    (await store.deliveries.listKeys(`story:${id}:`)).length > 0 || (await store.digests.has(id))
  );
}
