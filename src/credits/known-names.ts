import { readCreditLine } from './line/credit-line.ts';
import { creditRoles, type Contributor, type Credits } from '../core/story/credits.ts';

const mostNames = 5;
const mostLines = 10;
/** Names of a shape that a credit line is read with, one for each name that has none. */
const standIns = ['Zoqa Vemirax', 'Zoqa Vemirex', 'Zoqa Vemirix', 'Zoqa Vemirox', 'Zoqa Vemirux'];

/** Roles as they were read, with what could be read by the names of those who sign. */
function readBy(line: string, signing: readonly Contributor[]): Partial<Credits> | null {
  let text = line;
  const replaced = new Map<string, string>();
  signing.slice(0, mostNames).forEach(({ name }, index) => {
    const standIn = standIns[index];
    if (standIn === undefined || !text.includes(name)) return;
    text = text.replace(name, standIn);
    replaced.set(standIn, name);
  });
  const credits = replaced.size === 0 ? null : readCreditLine(text);
  if (credits === null || credits.verbatim !== undefined) return null;
  const read: Partial<Credits> = {};
  for (const role of creditRoles) {
    const people = credits[role]?.map(({ name, place }) => ({
      name: replaced.get(name) ?? name,
      place,
    }));
    if (people) read[role] = people;
  }
  return read;
}

/**
 * Credits whose verbatim lines are read where they name who signs: a pen name ("A visitor") has no
 * name's shape, but the byline says that it is one. Lines that still can't be read stay verbatim.
 */
export function withKnownNames(credits: Credits): Credits {
  const { byline, verbatim } = credits;
  if (verbatim.length === 0 || byline.length === 0) return credits;
  const known: Credits = { ...credits, verbatim: [] };
  for (const [index, line] of verbatim.entries()) {
    const read = index < mostLines ? readBy(line, byline) : null;
    if (read === null) known.verbatim.push(line);
    for (const role of creditRoles) {
      const more = role === 'byline' ? [] : (read?.[role] ?? []);
      const has = new Set(known[role].map(({ name }) => name));
      known[role] = [...known[role], ...more.filter(({ name }) => !has.has(name))];
    }
  }
  return known;
}
