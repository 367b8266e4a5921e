import type { FeedStory } from '../core/story.ts';

export interface FirstRunFacts {
  /** In document order. */
  stories: readonly FeedStory[];
  /** Identities that were recorded before. */
  known: ReadonlySet<string>;
  /** Whether the feed was read before, stories or not: an empty first reading counts. */
  initialised: boolean;
  /** How many of the newest stories a first reading posts. */
  firstRun: number;
}

interface Sorted {
  /** To be posted, oldest first. */
  fresh: FeedStory[];
  /** To be recorded without being posted, oldest first. */
  seen: FeedStory[];
}

/** Sorts the stories not known before into those to post and those only to record. */
export function freshStories({ stories, known, initialised, firstRun }: FirstRunFacts): Sorted {
  const unknown = oldestFirst(stories).filter(({ identity }) => !known.has(identity));
  if (initialised) return { fresh: unknown, seen: [] };
  const posted = Math.max(0, unknown.length - Math.max(0, firstRun));
  return { fresh: unknown.slice(posted), seen: unknown.slice(0, posted) };
}

/**
 * Stories in the order of their publication. Those without a date, and those of one instant, stand
 * as the document has them, which is newest first unless its dates run the other way.
 */
export function oldestFirst(stories: readonly FeedStory[]): FeedStory[] {
  const ordered = runsForward(stories) ? [...stories] : [...stories].reverse();
  let latest = Number.NEGATIVE_INFINITY;
  const placed = ordered.map((story) => {
    latest = story.publishedAt ?? latest;
    return { story, at: latest };
  });
  return placed.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at)).map(({ story }) => story);
}

function runsForward(stories: readonly FeedStory[]): boolean {
  const dates = stories.flatMap(({ publishedAt }) => publishedAt ?? []);
  const steps = dates.slice(1).map((date, index) => Math.sign(date - (dates[index] ?? date)));
  return steps.filter((step) => step > 0).length > steps.filter((step) => step < 0).length;
}
