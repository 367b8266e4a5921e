import { isMassDisappearance } from '../mass-disappearance.ts';
import type { StoryId } from '../ids.ts';
import type { TrackedStory } from './stored-story.ts';

/** How a poll of a feed changes what is stored about its missing stories. "Polls" are those in a row. */
export interface MissingStories {
  /** In the feed again: tracked from now on. */
  found: StoryId[];
  /** Older than the feed's oldest story, or missing for too long: no longer tracked. */
  agedOut: StoryId[];
  /** Missing; `missing` counts the polls. */
  missed: { id: StoryId; missing: number }[];
  /** Missing for 2, 4, 8, … polls: their pages are to be checked for a withdrawal. */
  suspects: { id: StoryId; identity: string; missing: number }[];
}

const massAtLeast = 2;
/** After this many polls, a missing story whose page still exists is no longer tracked. */
const maxMissing = 32;

/**
 * Compares the stories of the last polls with those of this one. `isWithinWindow` is true when the
 * feed still has a story older than the missing one. When several stories vanish at once, and more
 * than 30 % of the feed, none counts as missing: the feed is probably broken.
 */
export function missingStories(
  listed: readonly TrackedStory[],
  present: ReadonlySet<string>,
  isWithinWindow: (story: TrackedStory) => boolean,
): MissingStories {
  const changes: MissingStories = { found: [], agedOut: [], missed: [], suspects: [] };
  const absent: TrackedStory[] = [];
  for (const story of listed) {
    if (!present.has(story.identity)) absent.push(story);
    else if (story.missing !== 0) changes.found.push(story.id);
  }
  const missed = absent.filter((story) => story.missing !== null && isWithinWindow(story));
  const within = new Set(missed);
  changes.agedOut = absent.filter((story) => !within.has(story)).map(({ id }) => id);
  const vanished = missed.filter(({ missing }) => missing === 0).length;
  const had = listed.filter(({ missing }) => missing === 0).length;
  if (isMassDisappearance(vanished, had, massAtLeast)) return changes;
  for (const { id, identity, missing: before } of missed) {
    const missing = (before ?? 0) + 1;
    if (missing > maxMissing) changes.agedOut.push(id);
    else if (missing > 1 && Number.isInteger(Math.log2(missing))) {
      changes.suspects.push({ id, identity, missing });
    } else changes.missed.push({ id, missing });
  }
  return changes;
}
