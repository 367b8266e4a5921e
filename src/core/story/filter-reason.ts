import type { Criteria, Filters } from '../feed/channel-options.ts';
import type { Story } from './story.ts';
import { matchesFilters } from './filter.ts';

/** What keeps a story out: an entry that excludes it, or that it fits no entry of `include`. */
export type FilterReason =
  { side: 'exclude'; part: keyof Criteria; entry: string } | { side: 'include' };

const nothing: Criteria = { words: [], topics: [], authors: [] };
const parts = ['words', 'topics', 'authors'] as const;

/** Why a channel with these filters does not take a story; `null` when it does. */
export function filterReason(filters: Filters, story: Story): FilterReason | null {
  if (matchesFilters(filters, story)) return null;
  for (const part of parts) {
    for (const entry of filters.exclude[part]) {
      const alone = { include: nothing, exclude: { ...nothing, [part]: [entry] } };
      if (!matchesFilters(alone, story)) return { side: 'exclude', part, entry };
    }
  }
  return { side: 'include' };
}
