import { setOfAll } from '../../languages/words.ts';
import type { Token } from '../grammar/token.ts';

/** Nouns that a person is called by, before or after the name. */
const jobs = setOfAll(({ jobs }) => jobs?.titles);
/** True of a noun that a person is called by. */
export function isJob(word: string): boolean {
  return jobs.has(word);
}

const academicTitles = setOfAll(({ jobs }) => jobs?.academic);
const titleLinks = setOfAll(({ jobs }) => jobs?.academicLinks);

/** True of "Associate Professor of Law", "PhD Candidate in Marine Biology"; not of "Professor Ana Ruiz". */
export function isAcademic(tokens: readonly Token[]): boolean {
  return tokens.slice(0, 5).some(({ key }, index) => {
    const next = tokens[index + 1];
    return academicTitles.has(key) && (next === undefined || titleLinks.has(next.key));
  });
}

/** Words between a name and the job after it. */
const jobModifiers = setOfAll(({ jobs }) => jobs?.modifiers);

/** True of a word that may stand between a name and the job after it. */
export function isJobModifier(word: string): boolean {
  return jobModifiers.has(word);
}
