import { creditRoles, noCredits, type Contributor, type Credits } from '../core/story/credits.ts';
import { nameKey } from '../core/story/same-person.ts';
import type { Dateline } from '../core/story/story.ts';
import { withKnownNames } from './known-names.ts';

function mergePeople(feed: readonly Contributor[], page: readonly Contributor[]): Contributor[] {
  const people = new Map<string, Contributor>();
  for (const person of [...feed, ...page]) {
    const key = nameKey(person.name);
    const known = people.get(key);
    people.set(key, known ? { ...known, place: known.place ?? person.place } : person);
  }
  return [...people.values()];
}

/**
 * Both sources' credits, role by role: the feed's people first and in its spelling, then those that
 * only the page names. A place that only one side has is used.
 */
export function mergeCredits(feed: Credits, page: Credits): Credits {
  const verbatim = [...new Set([...feed.verbatim, ...page.verbatim])];
  const merged: Credits = { ...noCredits, verbatim };
  for (const role of creditRoles) merged[role] = mergePeople(feed[role], page[role]);
  return withKnownNames(merged);
}

/** A dateline with the agency that signs in a person's stead; one that it names itself stays. */
export function withAgency(dateline: Dateline | null, agency: string | null): Dateline | null {
  if (agency === null || dateline?.agency) return dateline;
  return { place: dateline?.place ?? null, agency };
}
