import { firstDecision, type Decision, type Rule } from '../../text/rules.ts';
import { isAgency, isKnownAgency, isNewsAgency, isPaper } from '../names/agencies.ts';
import { workPhrases, type Grammar } from '../grammar/lexicon.ts';
import { isProseVerb } from '../grammar/prose-verbs.ts';
import type { Token } from '../grammar/token.ts';
import type { Contributor } from '../../core/story/credits.ts';
import { isJob, isJobModifier } from './jobs.ts';
import { isPersonName, isPlace, isPlainName, mixedCase } from '../names/name-shape.ts';
import { isKnownCity } from '../names/places.ts';
import { isShaped, withoutFullStop } from '../names/word-shape.ts';

/** Small words of one letter or two that are particles of names as often as they precede a place. */
export const particleLinks = new Set('a da de do no na i te di u la ze we z v w'.split(' '));

interface Words {
  line: string;
  tokens: readonly Token[];
}

function text({ line }: Words, tokens: readonly Token[]): string {
  return line.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
}

/** A part of a list of people: who it names, `'contact'` when it is only an address. */
type PersonReading = Contributor | 'agency' | 'contact';

interface PersonPart {
  part: Words;
  grammar: Grammar;
  /** Without addresses and telephone numbers. */
  words: readonly Token[];
  /** The same without the job before the name. */
  tokens: readonly Token[];
}

/** What one part of a list of people is, in order. */
export const personRules: readonly Rule<PersonPart, PersonReading>[] = [
  {
    name: 'only an address',
    example: 'ana@quay.example',
    read: ({ words }) => (words.length === 0 ? 'contact' : null),
  },
  {
    name: 'a name and the place after "in", "from" or "at"',
    example: 'Ana Ruiz in Lagos',
    read: ({ part, tokens, grammar }) => placed(part, tokens, grammar),
  },
  {
    name: 'a name and the employer after it',
    example: 'Ana Ruiz for The Example',
    read: ({ part, tokens, grammar }) => employed(part, tokens, grammar),
  },
  {
    name: 'a name and the job after it',
    example: 'ANA RUIZ AP Business Writer',
    read: ({ part, tokens }) => titled(part, tokens),
  },
  {
    name: 'a name, with or without the job before it',
    example: 'Associated Press writer Ludwig van der Berg',
    read: ({ part, tokens }) => named(withoutFullStop(text(part, tokens)), null),
  },
  {
    name: 'a name and a place or an agency in brackets',
    example: 'Ana Ruiz (Lagos)',
    read: ({ part, tokens }) => aside(part, tokens),
  },
  {
    name: 'an agency, a newspaper or a desk',
    example: 'Harbour newsroom',
    read: ({ part, words, grammar }) => (isHouse(part, words, grammar) ? 'agency' : null),
  },
];

const plainNameRule: Rule<Words, PersonReading> = {
  name: 'two plain words, the first no job',
  example: 'Ana Ruiz',
  why: 'The most common part, read without further questions.',
  read(part) {
    if (part.tokens.length !== 2) return null;
    const name = text(part, part.tokens);
    return isPlainName(name) && !isJob(part.tokens[0]?.key ?? '') ? { name, place: null } : null;
  },
};

/**
 * One part of a list of people; `null` when it is none:
 *
 *     person   = [ job ] name [ job ] [ whereabouts | employer ]
 *     whereabouts = ("in" | "from" | "at") place | "(" ( place | agency | job ) ")"
 *     employer = ("for" | "of" | "the") words
 */
export function readPerson(part: Words, grammar: Grammar): PersonReading | null {
  return plainNameRule.read(part) ?? personDecision(part, grammar)?.result ?? null;
}

/** {@link readPerson} of a part that is not just two plain words, with the name of the rule. */
export function personDecision(part: Words, grammar: Grammar): Decision<PersonReading> | null {
  const words = withoutContacts(part.tokens);
  const tokens = words.length === 0 ? words : withoutJobBefore(words);
  return firstDecision(personRules, { part, grammar, words, tokens });
}

function named(name: string, place: string | null): Contributor | null {
  return isPersonName(name) ? { name: mixedCase(name), place } : null;
}

/** "Associated Press in Lagos" too. */
function isHouse(part: Words, words: readonly Token[], grammar: Grammar): boolean {
  const link = words.findIndex(({ key, text: written }) => written === key && grammar.in.has(key));
  if (link > 0 && isNewsAgency(text(part, words.slice(0, link)))) return true;
  return isAgency(withoutFullStop(text(part, words)));
}

/** Without addresses and telephone numbers, the "at" before them and the brackets around them. */
function withoutContacts(tokens: readonly Token[]): readonly Token[] {
  if (tokens.every(({ kind, text }) => kind !== 'contact' && !/\d/u.test(text))) return tokens;
  const left: Token[] = [];
  for (const token of tokens) {
    const isNumber = /^[+\d]/u.test(token.text);
    if (token.kind !== 'contact' && !isNumber) left.push(token);
    else if (/^(?:at|tel\.?|phone|\(|email|e-mail|on|via)$/u.test(left.at(-1)?.key ?? ''))
      left.pop();
  }
  while (left.length > 0 && left.at(-1)?.text === ')' && !left.some(({ text }) => text === '(')) {
    left.pop();
  }
  return left;
}

/**
 * "Associated Press writer Ana Ruiz", "AFP Ana Ruiz": the name begins after the last word that names
 * a job, or after an agency in capitals.
 */
function withoutJobBefore(tokens: readonly Token[]): readonly Token[] {
  const [first, second] = tokens;
  const isAgencyFirst =
    tokens.length > 2 && /^\p{Lu}{3,}$/u.test(first?.text ?? '') && hasSmallLetter(second);
  let start = isAgencyFirst && isKnownAgency(first?.key ?? '') ? 1 : 0;
  tokens.forEach(({ key, kind }, index) => {
    if (kind === 'word' && isJob(key) && index < tokens.length - 1) start = index + 1;
  });
  const next = tokens[start];
  return next?.kind === 'word' && isShaped(next.text) ? tokens.slice(start) : tokens;
}

/** "Ana Ruiz in Lagos": the name ends at the last small word with a place after it. */
function placed(part: Words, tokens: readonly Token[], grammar: Grammar): Contributor | null {
  for (let index = tokens.length - 2; index > 0; index -= 1) {
    const link = tokens[index];
    if (link?.kind !== 'word' || !grammar.in.has(link.key) || link.text !== link.key) continue;
    const place = withoutFullStop(text(part, tokens.slice(index + 1)));
    const known = !particleLinks.has(link.key) || isKnownCity(place);
    if (!known || !isPlace(place)) continue;
    const subject = tokens.slice(0, index);
    const before = subject.at(-1)?.key === 'reporting' ? subject.slice(0, -1) : subject;
    const name = withoutFullStop(text(part, before));
    const person =
      named(name, place) ?? withPlace(titled(part, before) ?? aside(part, before), place);
    if (person) return person;
  }
  return null;
}

function withPlace(person: Contributor | null, place: string): Contributor | null {
  return person && { ...person, place: person.place ?? place };
}

/** "ANA RUIZ AP Business Writer": the job at the end, and words like "AP" before it, are no name. */
function titled(part: Words, tokens: readonly Token[]): Contributor | null {
  if (!isJob(tokens.at(-1)?.key ?? '')) return null;
  let end = tokens.length - 1;
  while (end > 2 && isJobModifier(tokens[end - 1]?.key ?? '')) end -= 1;
  const inCapitals = (token: Token | undefined) =>
    token !== undefined && !/\p{Ll}/u.test(token.text);
  if (inCapitals(tokens[0]) && inCapitals(tokens[1])) {
    while (end > 2 && !inCapitals(tokens[end - 1])) end -= 1;
  }
  const isTitled = end > 1 && end < tokens.length - 1 && !isJobModifier(tokens[0]?.key ?? '');
  return isTitled || /\p{Lo}/u.test(tokens[0]?.text ?? '')
    ? named(text(part, tokens.slice(0, end)), null)
    : null;
}

/** When someone wrote their part of a live report. */
const shifts = new Set(['now', 'earlier', 'until now', 'from now', 'afternoon', 'morning']);

/** Why a word in brackets after a name is no place. */
export const noPlaceRules: readonly Rule<string, true>[] = [
  { name: 'an agency', example: 'Reuters', read: (word) => isAgency(word) || null },
  { name: 'a newspaper', example: 'Saltmarsh Sentinel', read: (word) => isPaper(word) || null },
  {
    name: 'a shift',
    example: 'earlier',
    read: (word) => shifts.has(word.toLowerCase()) || null,
  },
  { name: 'a job', example: 'stringer', read: (word) => isJob(word.toLowerCase()) || null },
  {
    name: 'what was done',
    example: 'editing',
    read: (word) => workPhrases.has(word.toLowerCase()) || null,
  },
];

function isNoPlace(word: string): boolean {
  return noPlaceRules.some((rule) => rule.read(word));
}

/** "Ana Ruiz (Lagos)", "Ana Ruiz (Agency)". */
function aside(part: Words, tokens: readonly Token[]): Contributor | null {
  const open = tokens.findIndex(({ text }) => text === '(');
  if (open < 1) return null;
  const name = withoutFullStop(text(part, tokens.slice(0, open)));
  const closing = tokens.findIndex(({ text }, index) => index > open && text === ')');
  const inside = tokens.slice(open + 1, closing < 0 ? tokens.length : closing);
  if (closing >= 0 && closing < tokens.length - 1) return null;
  const words = text(part, inside).replace(/^(?:à|in|aus|en|from) /u, '');
  if (/^\p{Ll}{2,4}\.?$/u.test(words)) return named(name, null);
  const [first = '', ...rest] = words.split(/[,;/] ?/u);
  if (inside.length === 0 || isNoPlace(first)) {
    const place = rest.find((word) => !isNoPlace(word) && isPlace(word)) ?? null;
    return named(name, place);
  }
  const isList = rest.length > 0 && !rest.every((word) => isNoPlace(word));
  const place = isList ? words : first;
  return isPlace(place) ? named(name, place) : null;
}

/** A word after a name, where an employer may begin. */
interface EmployerStart {
  tokens: readonly Token[];
  index: number;
  grammar: Grammar;
}

/** What begins an employer after a name. */
export const employerRules: readonly Rule<EmployerStart, true>[] = [
  {
    name: '"the"',
    example: 'ANA RUIZ THE HARBOUR LEDGER',
    read: ({ tokens, index }) => tokens[index]?.key === 'the' || null,
  },
  {
    name: '"for"',
    example: 'Ana Ruiz for Harbourpix',
    read: ({ tokens, index, grammar }) => grammar.for.has(tokens[index]?.key ?? '') || null,
  },
  {
    name: '"special to"',
    example: 'Ana Ruiz Special to Harbourpix',
    read: ({ tokens, index }) =>
      (tokens[index]?.key === 'special' && tokens[index + 1]?.key === 'to') || null,
  },
  {
    name: 'an agency in capitals after a name that is not',
    example: 'Ana Ruiz BBC News',
    read({ tokens, index }) {
      const { text: written = '', key = '' } = tokens[index] ?? {};
      return (
        (/^\p{Lu}{3,}$/u.test(written) && hasSmallLetter(tokens[0]) && isKnownAgency(key)) || null
      );
    },
  },
];

/** Where an employer begins after a name, and the rule that found it; `null` without one. */
export function employerStart(tokens: readonly Token[], grammar: Grammar): Decision<number> | null {
  for (let index = 2; index < tokens.length; index += 1) {
    if (tokens[index]?.kind !== 'word') continue;
    const decision = firstDecision(employerRules, { tokens, index, grammar });
    if (decision) return { rule: decision.rule, result: index };
  }
  return null;
}

/** "Ana Ruiz for The Example", "ANA RUIZ THE HARBOUR LEDGER", "Ana Ruiz BBC News". */
function employed(part: Words, tokens: readonly Token[], grammar: Grammar): Contributor | null {
  const start = employerStart(tokens, grammar)?.result;
  if (start === undefined) return null;
  if (tokens.slice(start + 1).some(({ text: written }) => isProseVerb(written))) return null;
  return named(withoutFullStop(text(part, tokens.slice(0, start))), null);
}

function hasSmallLetter(token: Token | undefined): boolean {
  return /\p{Ll}/u.test(token?.text ?? '');
}
