import { creditRoles, type Contributor, type Credits } from '../../core/story/credits.ts';
import { nameKey } from '../../core/story/same-person.ts';
import { type CreditHeadings, englishCreditHeadings } from '../labels/credit-headings.ts';

function named({ name, place }: Contributor): string {
  return place === null ? name : `${name} (${place})`;
}

/**
 * All credits in one line for a footer: "By Ana Ruiz · Reporting: Ben Cho (Paris) · Editing: D, E".
 * The byline is left out if all its people are credited with reporting or writing. Lines that could
 * not be parsed come last, unchanged. Empty if there are no credits.
 */
export function creditLines(
  credits: Credits,
  headings: CreditHeadings = englishCreditHeadings,
): string {
  const { byline, verbatim } = credits;
  const credited = new Set(
    [...credits.reporting, ...credits.writing].map(({ name }) => nameKey(name)),
  );
  const repeatsCredits = byline.every(({ name }) => credited.has(nameKey(name)));
  const lines = creditRoles
    .filter((role) => credits[role].length > 0 && !(role === 'byline' && repeatsCredits))
    .map((role) => {
      const people = credits[role].map(named).join(', ');
      return headings[role].replace('{names}', () => people);
    });
  return [...lines, ...verbatim].join(' · ');
}
