import { languages } from './index.ts';
import type { Language, Words } from './language.ts';

/** The words of a list, out of their groups. */
export function listed(words: Words = []): string[] {
  return words.flat();
}

/** One list of every language, together. */
export function wordsOfAll(list: (language: Language) => Words | undefined): string[] {
  return languages.flatMap((language) => listed(list(language)));
}

/** One list of every language as a set, compiled once when a module loads. */
export function setOfAll(list: (language: Language) => Words | undefined): ReadonlySet<string> {
  return new Set(wordsOfAll(list));
}
