import type { Contributor } from './credits.ts';

const plainName = /^[A-Za-z ]*$/;

/** The same person whatever the capitals, accents and full stops. */
export function sameName(a: string, b: string): boolean {
  return a === b || nameKey(a) === nameKey(b);
}

/** A name as it is compared: no case, no accents, no punctuation. */
export function nameKey(name: string): string {
  if (plainName.test(name) && !name.includes('  ')) return name.trim().toLowerCase();
  return name
    .normalize('NFKD')
    .replace(/[\p{P}\p{S}]/gu, '')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** Each person once, as first written; a list of its own. */
export function distinctPeople(people: readonly Contributor[]): Contributor[] {
  if (people.length < 2) return [...people];
  return people.filter(
    ({ name }, index) => people.findIndex((other) => sameName(other.name, name)) === index,
  );
}
