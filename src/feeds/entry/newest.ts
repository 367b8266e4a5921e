/** Of more stories in one document the newest are read. */
export const mostStories = 1_000;

/** The newest, in document order. Those without a date count as newer than all others. */
export function newest<T>(items: readonly T[], dateOf: (item: T) => number | null): readonly T[] {
  if (items.length <= mostStories) return items;
  const dates = new Map(items.map((item) => [item, dateOf(item) ?? Infinity]));
  const chosen = new Set(
    [...items].sort((a, b) => (dates.get(b) ?? 0) - (dates.get(a) ?? 0) || 0).slice(0, mostStories),
  );
  return items.filter((item) => chosen.has(item));
}
