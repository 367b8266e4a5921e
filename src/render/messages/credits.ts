import { creditRoles, type Contributor, type Credits } from '../../core/story/credits.ts';
import { nameKey } from '../../core/story/same-person.ts';
import { type CreditHeadings, englishCreditHeadings } from '../labels/credit-headings.ts';

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
