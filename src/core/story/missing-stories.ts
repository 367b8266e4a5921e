import { isMassDisappearance } from '../mass-disappearance.ts';
import type { StoryId } from '../ids.ts';
import type { TrackedStory } from './stored-story.ts';

/** What a reading of a feed says about the stories that it does not hold any more. */
export interface MissingStories {
  /** Back in the feed, or still there: looked for from now on. */
  found: StoryId[];
  /** Fallen out at the feed's end: looked for no more. */
  agedOut: StoryId[];
  /** Missing, by how many readings in a row. */
  missed: { id: StoryId; missing: number }[];
  /** Missing so long that their page may tell whether they were withdrawn. */
  suspects: { id: StoryId; identity: string; missing: number }[];
}

const massAtLeast = 2;
/** Missed by so many readings, a story whose page stands is looked for no more. */
const mostMissing = 32;

/**
 * Compares the stories that the last readings had with those of this one. `isWithinWindow` says of
 * a missing one whether the feed still holds older ones. When several vanish at once that are more
 * than 30 % of the feed, none is believed to: it is an outage's page. A suspect is to be looked at
 * after 2, 4, 8, … readings.
 */
export function missingStories(
  listed: readonly TrackedStory[],
  present: ReadonlySet<string>,
  isWithinWindow: (story: TrackedStory) => boolean,
): MissingStories {
  const told: MissingStories = { found: [], agedOut: [], missed: [], suspects: [] };
  const absent: TrackedStory[] = [];
  for (const story of listed) {
    if (!present.has(story.identity)) absent.push(story);
    else if (story.missing !== 0) told.found.push(story.id);
  }
  const missed = absent.filter((story) => story.missing !== null && isWithinWindow(story));
  const within = new Set(missed);
  told.agedOut = absent.filter((story) => !within.has(story)).map(({ id }) => id);
  const vanished = missed.filter(({ missing }) => missing === 0).length;
  const had = listed.filter(({ missing }) => missing === 0).length;
  if (isMassDisappearance(vanished, had, massAtLeast)) return told;
  for (const { id, identity, missing: before } of missed) {
    const missing = (before ?? 0) + 1;
    if (missing > mostMissing) told.agedOut.push(id);
    else if (missing > 1 && Number.isInteger(Math.log2(missing))) {
      told.suspects.push({ id, identity, missing });
    } else told.missed.push({ id, missing });
  }
  return told;
}
