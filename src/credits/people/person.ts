import { setOfAll } from '../../languages/words.ts';
import { isAgency, isKnownAgency, isPaper } from '../names/agencies.ts';
import { workPhrases, type Grammar } from '../grammar/lexicon.ts';
import { isProseVerb } from '../grammar/prose-verbs.ts';
import type { Token } from '../grammar/token.ts';
import type { Contributor } from '../../core/story/credits.ts';
import { isPersonName, isPlace, isPlainName, mixedCase } from '../names/name-shape.ts';
import { isKnownCity } from '../names/places.ts';
import { isShaped, withoutFullStop } from '../names/word-shape.ts';

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
/** Small words of one letter or two that are particles of names as often as they precede a place. */
export const particleLinks = new Set([
  'a',
  'da',
  'de',
  'do',
  'no',
  'na',
  'i',
  'te',
  'di',
  'u',
  'la',
  'ze',
  'we',
  'z',
  'v',
  'w',
]);

interface Words {
  line: string;
  tokens: readonly Token[];
}

function text({ line }: Words, tokens: readonly Token[]): string {
  return line.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
}

/**
 * One part of a list of people:
 *
 *     person   = [ job ] name [ job ] [ whereabouts | employer ]
 *     whereabouts = ("in" | "from" | "at") place | "(" ( place | agency | job ) ")"
 *     employer = ("for" | "of" | "the") words
 *
 * `null` when it is none, `'contact'` when it is only an address.
 */
export function readPerson(
  part: Words,
  grammar: Grammar,
): Contributor | 'agency' | 'contact' | null {
  if (part.tokens.length === 2) {
    const name = text(part, part.tokens);
    if (isPlainName(name) && !jobs.has(part.tokens[0]?.key ?? '')) return { name, place: null };
  }
  const said = withoutContacts(part.tokens);
  if (said.length === 0) return 'contact';
  const whole = withoutFullStop(text(part, said));
  const tokens = withoutJobBefore(said);
  if (tokens.length === 0) return 'agency';
  return (
    placed(part, tokens, grammar) ??
    employed(part, tokens, grammar) ??
    titled(part, tokens) ??
    named(withoutFullStop(text(part, tokens)), null) ??
    aside(part, tokens) ??
    (isAgency(whole) ? 'agency' : null)
  );
}

function named(name: string, place: string | null): Contributor | null {
  return isPersonName(name) ? { name: mixedCase(name), place } : null;
}

/** Without addresses and telephone numbers, the "at" before them and the brackets around them. */
function withoutContacts(tokens: readonly Token[]): readonly Token[] {
  if (tokens.every(({ kind, text }) => kind !== 'contact' && !/\d/u.test(text))) return tokens;
  const kept: Token[] = [];
  for (const token of tokens) {
    const isNumber = /^[+\d]/u.test(token.text);
    if (token.kind !== 'contact' && !isNumber) kept.push(token);
    else if (/^(?:at|tel\.?|phone|\(|email|e-mail|on|via)$/u.test(kept.at(-1)?.key ?? ''))
      kept.pop();
  }
  while (kept.length > 0 && kept.at(-1)?.text === ')' && !kept.some(({ text }) => text === '(')) {
    kept.pop();
  }
  return kept;
}

/** "Associated Press writer Ana Ruiz": the name begins after the last word that names a job. */
function withoutJobBefore(tokens: readonly Token[]): readonly Token[] {
  let start = 0;
  tokens.forEach(({ key, kind }, index) => {
    if (kind === 'word' && jobs.has(key) && index < tokens.length - 1) start = index + 1;
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

/** "ANA RUIZ AP Business Writer": the job at the end, and what may stand before it, is no name. */
function titled(part: Words, tokens: readonly Token[]): Contributor | null {
  if (!jobs.has(tokens.at(-1)?.key ?? '')) return null;
  let end = tokens.length - 1;
  while (end > 2 && jobModifiers.has(tokens[end - 1]?.key ?? '')) end -= 1;
  const inCapitals = (token: Token | undefined) =>
    token !== undefined && !/\p{Ll}/u.test(token.text);
  if (inCapitals(tokens[0]) && inCapitals(tokens[1])) {
    while (end > 2 && !inCapitals(tokens[end - 1])) end -= 1;
  }
  const isTitled = end > 1 && end < tokens.length - 1 && !jobModifiers.has(tokens[0]?.key ?? '');
  return isTitled || /\p{Lo}/u.test(tokens[0]?.text ?? '')
    ? named(text(part, tokens.slice(0, end)), null)
    : null;
}

/** When someone wrote their part of a live report. */
const shifts = new Set(['now', 'earlier', 'until now', 'from now', 'afternoon', 'morning']);

/** "Ana Ruiz (Lagos)", "Ana Ruiz (Agency)". */
function aside(part: Words, tokens: readonly Token[]): Contributor | null {
  const open = tokens.findIndex(({ text }) => text === '(');
  if (open < 1) return null;
  const name = withoutFullStop(text(part, tokens.slice(0, open)));
  const closing = tokens.findIndex(({ text }, index) => index > open && text === ')');
  const inside = tokens.slice(open + 1, closing < 0 ? tokens.length : closing);
  if (closing >= 0 && closing < tokens.length - 1) return null;
  const said = text(part, inside).replace(/^(?:à|in|aus|en|from) /u, '');
  const [first = '', ...rest] = said.split(/[,;/] ?/u);
  const isNoPlace = (word: string) =>
    isAgency(word) ||
    isPaper(word) ||
    shifts.has(word.toLowerCase()) ||
    jobs.has(word.toLowerCase()) ||
    workPhrases.has(word.toLowerCase());
  if (inside.length === 0 || isNoPlace(first)) {
    const place = rest.find((word) => !isNoPlace(word) && isPlace(word)) ?? null;
    return named(name, place);
  }
  const isList = rest.length > 0 && !rest.every((word) => isNoPlace(word));
  const place = isList ? said : first;
  return isPlace(place) ? named(name, place) : null;
}

/** "Ana Ruiz for The Example", "ANA RUIZ THE HARBOUR LEDGER", "Ana Ruiz BBC News". */
function employed(part: Words, tokens: readonly Token[], grammar: Grammar): Contributor | null {
  const link = tokens.findIndex(
    ({ key, kind, text: written }, index) =>
      index > 1 &&
      kind === 'word' &&
      (key === 'the' ||
        grammar.for.has(key) ||
        (key === 'special' && tokens[index + 1]?.key === 'to') ||
        (/^\p{Lu}{3,}$/u.test(written) && hasSmall(tokens[0]) && isKnownAgency(key))),
  );
  if (tokens.slice(link + 1).some(({ text: written }) => isProseVerb(written))) return null;
  return link < 0 ? null : named(withoutFullStop(text(part, tokens.slice(0, link))), null);
}

function hasSmall(token: Token | undefined): boolean {
  return /\p{Ll}/u.test(token?.text ?? '');
}
