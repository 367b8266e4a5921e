import {
  creditRoles,
  type Contributor,
  type CreditRole,
  type Credits,
} from '../../core/story/credits.ts';
import { nameKey } from '../../core/story/same-person.ts';
import { type Labels, labelsIn } from '../labels/index.ts';

function named({ name, place }: Contributor): string {
  return place === null ? name : `${name} (${place})`;
}

/**
 * All credits in one line for a footer: "By Ana Ruiz · Reporting: Ben Cho (Paris) · Editing: D, E".
 * The byline is left out if all its people are credited with reporting or writing; else its people
 * are not named again as reporters or writers, unless the credit says where they worked. Lines that
 * could not be parsed come last, unchanged. Empty if there are no credits.
 */
export function creditLines(
  credits: Credits,
  headings: Labels['credits'] = labelsIn('en').credits,
): string {
  const { byline, verbatim } = credits;
  const keys = (people: readonly Contributor[]) => new Set(people.map(({ name }) => nameKey(name)));
  const credited = keys([...credits.reporting, ...credits.writing]);
  const repeatsCredits = byline.every(({ name }) => credited.has(nameKey(name)));
  const signed = keys(byline);
  const shown = (role: CreditRole) => {
    if (role === 'byline' && repeatsCredits) return [];
    if (repeatsCredits || !(role === 'reporting' || role === 'writing')) return credits[role];
    return credits[role].filter(({ name, place }) => place !== null || !signed.has(nameKey(name)));
  };
  const lines = creditRoles.flatMap((role) => {
    const people = shown(role).map(named).join(', ');
    return people === '' ? [] : [headings[role]({ names: people })];
  });
  return [...lines, ...verbatim].join(' · ');
}
