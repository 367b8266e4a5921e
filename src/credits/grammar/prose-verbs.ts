import { setOfAll } from '../../languages/words.ts';

/** Verbs that no credit has. */
export const proseVerbs = setOfAll(({ credits }) => credits?.proseVerbs);

/** True of a verb that no credit has. */
export function isProseVerb(word: string): boolean {
  return proseVerbs.has(word);
}
