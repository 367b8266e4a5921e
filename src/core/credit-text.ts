import {
  creditRoles,
  noCredits,
  type Contributor,
  type CreditRole,
  type Credits,
} from './credits.ts';
import { nameKey } from './name-key.ts';

/** How each credit is worded in one language, `{names}` for the people: "Reporting: {names}". */
export type CreditHeadings = Readonly<Record<CreditRole, string>>;

export const englishCreditHeadings: CreditHeadings = {
  byline: 'By {names}',
  reporting: 'Reporting: {names}',
  additionalReporting: 'Additional reporting: {names}',
  writing: 'Writing: {names}',
  compiling: 'Compiling: {names}',
  editing: 'Editing: {names}',
  translation: 'Translation: {names}',
  research: 'Research: {names}',
  photography: 'Photography: {names}',
  video: 'Video: {names}',
  graphics: 'Graphics: {names}',
  illustration: 'Illustration: {names}',
};

function named({ name, place }: Contributor): string {
  return place === null ? name : `${name} (${place})`;
}

/**
 * All credits in one line for a footer: "By Ana Ruiz · Reporting: Ben Cho (Paris) · Editing: D, E".
 * A byline whose people are all credited with reporting or writing is not said again. Lines that
 * could not be read come last, as they stand. Empty when nothing is known.
 */
export function creditLines(
  credits: Credits,
  headings: CreditHeadings = englishCreditHeadings,
): string {
  const { byline, verbatim } = credits;
  const told = new Set([...credits.reporting, ...credits.writing].map(({ name }) => nameKey(name)));
  const bylineTold = byline.every(({ name }) => told.has(nameKey(name)));
  const lines = creditRoles
    .filter((role) => credits[role].length > 0 && !(role === 'byline' && bylineTold))
    .map((role) => {
      const people = credits[role].map(named).join(', ');
      return headings[role].replace('{names}', () => people);
    });
  return [...lines, ...verbatim].join(' · ');
}

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
 * only the page names. A place known to one side is kept.
 */
export function mergeCredits(feed: Credits, page: Credits): Credits {
  const verbatim = [...new Set([...feed.verbatim, ...page.verbatim])];
  const merged: Credits = { ...noCredits, verbatim };
  for (const role of creditRoles) merged[role] = mergePeople(feed[role], page[role]);
  return merged;
}
