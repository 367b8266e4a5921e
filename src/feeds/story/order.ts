import type { FeedStory } from '../../core/story/story.ts';

/**
 * Stories by publication, oldest first. Stories without a date, or with the same date, stay in
 * document order, which is newest first unless most dates run the other way.
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
