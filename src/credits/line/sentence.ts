import {
  anyGrammar,
  signingAt,
  verbPhrases,
  workPhrases,
  type Grammar,
} from '../grammar/lexicon.ts';
import type { Work } from '../../languages/language.ts';
import { setOfAll } from '../../languages/words.ts';
import type { Contributor } from '../../core/story/credits.ts';
import type { Token } from '../grammar/token.ts';
import { isPersonName } from '../names/name-shape.ts';
import { readPeople, type Words } from '../people/people.ts';

/** What a sentence says of people: "A and B contributed to this report." */
export interface SentenceCredit {
  work: Work;
  people: Contributor[];
  /** Agencies did it, as in "Agency contributed to this report": a credit without a person. */
  byAgencies: boolean;
}

/** Of a sentence with more verbs none is read. */
const mostVerbs = 6;

const storyNouns = setOfAll(({ credits }) => credits?.storyNouns);

/**
 * Reads a sentence whose verb names the work:
 *
 *     sentence = people verb { object } [ whereabouts ]
 *     verb     = "contributed" | "reported" | "a contribué" | …
 *     object   = "to" | "this" | "report" | …
 *
 * "A reported from Lagos, and B from Abuja" places each; one place after the verb is everyone's.
 */
export function readVerbSentence({ line, tokens }: Words): SentenceCredit | null {
  let tried = 0;
  for (let index = 1; index < tokens.length && tried < mostVerbs; index += 1) {
    for (const { end, meanings } of verbPhrases.at(tokens, index)) {
      tried += 1;
      for (const { work, grammar } of meanings) {
        const read = readVerb({ line, tokens }, index, end, work, grammar);
        if (read) return read;
      }
    }
  }
  return null;
}

function readVerb(
  { line, tokens }: Words,
  start: number,
  verbEnd: number,
  verbWork: Work,
  grammar: Grammar,
): SentenceCredit | null {
  let end = verbEnd;
  const objects = new Set<string>();
  while (isObject(tokens, end, grammar)) {
    objects.add(tokens[end]?.key ?? '');
    end += 1;
  }
  const rest = tokens.slice(end).filter(({ text }, index) => index > 0 || text !== '.');
  const placed = grammar.in.has(rest[0]?.key ?? '');
  if (rest.length > 0 && !placed) return null;
  const namesStory = [...objects].some((word) => storyNouns.has(word)) || verbEnd - start > 3;
  const contributes = verbWork === 'additionalReporting' || verbEnd - start > 1;
  if (!namesStory && !contributes && !(verbWork === 'reporting' && placed)) return null;
  const subject = readPeople({ line, tokens: tokens.slice(0, start) }, grammar);
  const list = readPeople({ line, tokens: [...tokens.slice(0, start), ...rest] }, grammar);
  if (subject.unread.length > 0 || list.unread.length > 0) return null;
  const isResearch = objects.has('research') && !objects.has('reporting');
  const work = verbWork === 'additionalReporting' && isResearch ? 'research' : verbWork;
  if (list.people.length === 0) {
    return namesStory && list.agencies.length > 0 ? { work, people: [], byAgencies: true } : null;
  }
  const place = list.people[subject.people.length - 1]?.place ?? null;
  const everyonesPlace = placed ? place : null;
  const people = list.people.map((person, index) =>
    index < subject.people.length ? { ...person, place: person.place ?? everyonesPlace } : person,
  );
  return { work, people, byAgencies: false };
}

/** "to" before a place is no object, "in this story" is one. */
function isObject(tokens: readonly Token[], index: number, grammar: Grammar): boolean {
  const token = tokens[index];
  if (token?.kind !== 'word' || !grammar.objects.has(token.key)) return false;
  if (!grammar.in.has(token.key)) return true;
  return grammar.objects.has(tokens[index + 1]?.key ?? '');
}

/** "By Ana Ruiz and Ben Cho, Agency": the people who sign a story, each of two words at least. */
export function readSignature({ line, tokens }: Words): Contributor[] | null {
  const signing = signingAt(tokens, 0);
  if (signing === null) return null;
  let start = signing.end;
  if (tokens[start]?.text === ':') start += 1;
  const list = readPeople({ line, tokens: tokens.slice(start) }, signing.grammar);
  return list.unread.length === 0 && isSigned(list.people) ? list.people : null;
}

/** People with nothing that says what they did, before those with a role: "A, with B in Paris; editing by C". */
export function readNames(words: Words): Contributor[] | null {
  if (workPhrases.at(words.tokens, 0).length > 0) return null;
  const list = readPeople(words, anyGrammar);
  return list.unread.length === 0 && isSigned(list.people) ? list.people : null;
}

/** One word is no signature, except in scripts that write a name without a space. */
export function isSigned(people: readonly Contributor[]): boolean {
  const named = ({ name }: Contributor) =>
    isPersonName(name) &&
    (name.includes(' ') || /^[\p{Script=Han}\p{Script=Hangul}・·]{2,}$/u.test(name));
  return people.length > 0 && people.every(named);
}
