import type { Contributor } from './credits.ts';

const plainName = /^[A-Za-z ]*$/;

/** True when two names differ at most in case, accents and punctuation. */
export function sameName(a: string, b: string): boolean {
  return a === b || nameKey(a) === nameKey(b);
}

/** A name without case, accents and punctuation, for comparison. */
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

/** A new list with each person once, under the first spelling. */
export function distinctPeople(people: readonly Contributor[]): Contributor[] {
  if (people.length < 2) return [...people];
  const distinct = new Map<string, Contributor>();
  for (const person of people) {
    const key = nameKey(person.name);
    if (!distinct.has(key)) distinct.set(key, person);
  }
  return [...distinct.values()];
}
