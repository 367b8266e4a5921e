import type { Criteria, Filters } from '../feed/channel-options.ts';
import type { Story } from './story.ts';
import { matchesFilters } from './filter.ts';

/** Why a story is filtered out: an `exclude` entry matches it, or no `include` entry does. */
export type FilterReason =
  { side: 'exclude'; part: keyof Criteria; entry: string } | { side: 'include' };

const nothing: Criteria = { words: [], topics: [], authors: [] };
const parts = ['words', 'topics', 'authors'] as const;

/** Why a channel with these filters skips a story; `null` when it does not. */
export function filterReason(filters: Filters, story: Story): FilterReason | null {
  if (matchesFilters(filters, story)) return null;
  for (const part of parts) {
    for (const entry of filters.exclude[part]) {
      const onlyEntry = { include: nothing, exclude: { ...nothing, [part]: [entry] } };
      if (!matchesFilters(onlyEntry, story)) return { side: 'exclude', part, entry };
    }
  }
  return { side: 'include' };
}
