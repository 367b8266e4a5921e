import { mayBeCredit } from './prefilter.ts';
import { headingAt, isLanguage, type Heading } from './heading.ts';
import { isSigned, readNames, readSignature, readVerbSentence } from './sentence.ts';
import { creditTokens } from '../grammar/tokens.ts';
import type { Token } from '../grammar/token.ts';
import {
  creditRoles,
  type Contributor,
  type CreditRole,
  type Credits,
} from '../../core/story/credits.ts';
import { creditsOf, type Piece } from './clauses.ts';
import { readPeople, writtenWords, type Words } from '../people/people.ts';
import { readPhotoCredit } from '../photo/photo-credit.ts';
import { folded, isShaped, withoutFullStop } from '../names/word-shape.ts';

const longestLine = 1000;
/**
 * Reads a newsroom's credit line, as "(Reporting by A; additional reporting by B in Paris; editing
 * by D and E)" or "A in Kyiv and B in Rome contributed to this report.", in the languages of
 * credit-words. `null` when the line is no credit line at all. What looks like a credit but cannot
 * be read goes into `verbatim`, the whole line when none of it can be read. Lines over 1,000 characters are
 * read up to the last comma before that. The grammar:
 *
 *     line     = [ "(" ] clause { stop clause } [ ")" ]
 *     clause   = heading people | sentence | signature | names
 *     stop     = ";" | "." | ") (" | nothing, before a heading
 *     heading  = works [ ("in" | "from") place ] ( "by" | ":" )       credit-heading
 *     sentence = people verb { object } [ ("in" | "from") place ]     credit-sentence
 *     people   = person { ( "," | "and" | "with" | "/" ) person }     people
 *     person   = [ job ] name [ ("in" | "from") place | employer ]    person
 */
export function readCreditLine(line: string): Partial<Credits> | null {
  if (!mayBeCredit(line, 0, Math.min(line.length, longestLine))) return null;
  const known = recent.get(line);
  if (known !== undefined) return known && copied(known);
  const credits = readLine(line);
  if (line.length <= longestRecent) {
    if (recent.size >= mostRecent) recent.clear();
    recent.set(line, credits && copied(credits));
  }
  return credits;
}

/** Lines read recently: a feed has most of its lines again at each poll. */
const recent = new Map<string, Partial<Credits> | null>();
const mostRecent = 500;
const longestRecent = 300;

function copied(credits: Partial<Credits>): Partial<Credits> {
  const copy: Partial<Credits> = {};
  for (const role of creditRoles) {
    const people = credits[role];
    if (people) copy[role] = people.map(({ name, place }) => ({ name, place }));
  }
  if (credits.verbatim) copy.verbatim = [...credits.verbatim];
  return copy;
}

function readLine(line: string): Partial<Credits> | null {
  const text = shortened(line);
  const tokens = creditTokens(text);
  const inBrackets = tokens[0]?.text === '(';
  const words = { line: text, tokens: withoutBrackets(tokens) };
  if (words.tokens.length === 0) return null;
  const pieces = continued(readClauses(words));
  if (inBrackets && pieces.every(({ roles }) => roles === null) && /photo/iu.test(text)) {
    const photography = photographers(withoutFullStop(writtenWords(words)));
    if (photography.length > 0) return { photography };
  }
  return creditsOf(pieces, text, inBrackets);
}

function shortened(line: string): string {
  const text = folded(line.slice(0, longestLine * 4));
  if (text.length <= longestLine) return text;
  const cut = text.slice(0, longestLine);
  return cut.slice(0, Math.max(cut.lastIndexOf(','), cut.lastIndexOf(';'), 0));
}

function isMark(token: Token | undefined, text: string): boolean {
  return token?.kind === 'mark' && token.text === text;
}

/** Brackets around the whole line dropped; those between its parts part clauses. */
function withoutBrackets(tokens: readonly Token[]): Token[] {
  const inner: Token[] = [];
  let depth = 0;
  const outer = isMark(tokens[0], '(');
  for (const token of tokens) {
    if (isMark(token, '(')) depth += 1;
    const closes = isMark(token, ')');
    if (outer && ((depth === 1 && (closes || isMark(token, '('))) || (closes && depth === 0))) {
      if (inner.length > 0) inner.push({ ...token, text: ';', key: ';' });
    } else inner.push(token);
    if (closes) depth = Math.max(0, depth - 1);
  }
  const isOpened = inner.some((token) => isMark(token, '('));
  let end = inner.length;
  while (end > 0 && isLoose(inner[end - 1], isOpened)) end -= 1;
  return inner.slice(0, end);
}

/** True of a mark that ends nothing; a bracket does, once one was opened. */
function isLoose(token: Token | undefined, isOpened: boolean): boolean {
  return token?.kind === 'mark' && !(isOpened && token.text === ')');
}

function readClauses(words: Words): Piece[] {
  const { line, tokens } = words;
  const headings = headingsOf(words);
  const pieces = readSentences(
    { line, tokens: tokens.slice(0, headings[0]?.start) },
    headings.length > 0,
  );
  headings.forEach((heading, index) => {
    const end = headings[index + 1]?.start ?? tokens.length;
    const body = tokens.slice(heading.end, end);
    const stop = body.findIndex((token) => isMark(token, ';') || isMark(token, '.'));
    const listed = stop < 0 ? body : body.slice(0, stop);
    pieces.push(
      readHeaded(words, heading, withoutLooseEnd(listed, heading)),
      ...(stop < 0 ? [] : readSentences({ line, tokens: body.slice(stop + 1) }, false)),
    );
  });
  return pieces;
}

function headingsOf({ line, tokens }: Words): Heading[] {
  const headings: Heading[] = [];
  let depth = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    if (isMark(tokens[index], '(')) depth += 1;
    if (isMark(tokens[index], ')')) depth -= 1;
    const heading = depth > 0 ? null : headingAt(line, tokens, index);
    if (heading === null) continue;
    headings.push(heading);
    index = heading.end - 1;
  }
  return headings;
}

/** Without the marks and the "and" that lead over to the next heading. */
function withoutLooseEnd(tokens: readonly Token[], { grammar }: Heading): readonly Token[] {
  let end = tokens.length;
  while (end > 0) {
    const token = tokens[end - 1];
    const isLoose =
      (token?.kind === 'mark' && token.text !== ')') ||
      grammar.and.has(token?.key ?? '') ||
      grammar.with.has(token?.key ?? '');
    if (!isLoose) break;
    end -= 1;
  }
  return tokens.slice(0, end);
}

function photographers(text: string, names = text): Contributor[] {
  const credit =
    readPhotoCredit(text) ?? readPhotoCredit(names) ?? readPhotoCredit(`Photograph: ${names}`);
  return credit?.photographer ? [{ name: credit.photographer, place: null }] : [];
}

function readHeaded({ line, tokens }: Words, heading: Heading, listed: readonly Token[]): Piece {
  const start = tokens[heading.start]?.start ?? 0;
  const end = listed.at(-1)?.end ?? tokens[heading.end - 1]?.end ?? start;
  const text = withoutFullStop(line.slice(start, end));
  const roles = heading.works.filter((work): work is CreditRole => work !== 'other');
  const { people, unread, agencies } = readPeople({ line, tokens: listed }, heading.grammar);
  const isNaming = heading.link === 'word' || !unread.some(isPhrase);
  const isLed = tokens[heading.start - 1]?.kind === 'word' && heading.start > 0;
  const formed = !isLed && ((heading.link !== 'none' && isNaming) || agencies.length > 0);
  const unreadable: Piece = { text, roles: null, people: [], formed };
  const isAttributed = unread.length > 0 || listed.some((token) => isMark(token, '/'));
  if (roles.includes('photography') && isAttributed) {
    const named = photographers(text, writtenWords({ line, tokens: listed }));
    if (named.length > 0) return { text, roles: ['photography'], people: named, formed: true };
  }
  const isRead = people.length > 0 && unread.length === 0;
  if (isRead && roles.length < heading.works.length) return { ...unreadable, formed: true };
  if (!isRead || (heading.link === 'none' && !isSigned(people))) return unreadable;
  const isPlain = heading.place === null && !roles.includes('translation');
  const whereabouts = (place: string | null) => {
    const worked = place ?? heading.place;
    return roles.includes('translation') && worked !== null && isLanguage(worked) ? null : worked;
  };
  return {
    text,
    roles,
    people: isPlain
      ? people
      : people.map(({ name, place }) => ({ name, place: whereabouts(place) })),
    formed: true,
  };
}

/** True of words in small letters after a colon: "Video: Ferry sinks" is no credit. */
function isPhrase(text: string): boolean {
  return !isShaped(text.split(' ')[0] ?? '') || /(?:^| )\p{Ll}{3,}/u.test(text);
}

/** Words that lead over to a heading without being anyone's: "This story was edited by". */
const leadingWords = new Set([
  'this',
  'the',
  'digital',
  'radio',
  'web',
  'story',
  'article',
  'report',
  'piece',
  'version',
  'was',
  'were',
  'is',
  'has',
  'have',
  'been',
  'originally',
  'first',
  'and',
  'also',
  'with',
  'for',
]);

function readSentences({ line, tokens }: Words, beforeHeading: boolean): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (let index = 0; index <= tokens.length; index += 1) {
    const stops =
      index === tokens.length || isMark(tokens[index], ';') || isMark(tokens[index], '.');
    if (!stops) continue;
    const sentence = trimmed(tokens.slice(start, index));
    start = index + 1;
    const leads = beforeHeading && sentence.every(({ key }) => leadingWords.has(key));
    if (sentence.length > 0 && !leads) pieces.push(readSentence({ line, tokens: sentence }));
  }
  return pieces;
}

function trimmed(tokens: readonly Token[]): readonly Token[] {
  let start = 0;
  let end = tokens.length;
  while (start < end && tokens[start]?.kind === 'mark' && !isMark(tokens[start], '(')) start += 1;
  while (end > start && tokens[end - 1]?.kind === 'mark' && !isMark(tokens[end - 1], ')')) end -= 1;
  return tokens.slice(start, end);
}

function readSentence(words: Words): Piece {
  const text = writtenWords(words);
  const sentence = readVerbSentence(words);
  if (sentence && sentence.work !== 'other') {
    const roles = sentence.byAgencies ? null : [sentence.work];
    return { text, roles, people: sentence.people, formed: true };
  }
  const signed = readSignature(words);
  if (signed) return { text, roles: ['byline'], people: signed, formed: true };
  return { text, roles: null, people: [], formed: false };
}

/**
 * Gives names without a role the one they belong to: after ";" they go on with the list before,
 * and before all roles they sign the story.
 */
function continued(pieces: readonly Piece[]): Piece[] {
  const isRead = pieces.some(({ roles }) => roles !== null);
  if (!isRead) return [...pieces];
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const before = whole.at(-1);
    const mayBeNames = piece.roles === null && !piece.formed && piece.text.length < 200;
    const line = piece.text;
    const people = mayBeNames ? readNames({ line, tokens: creditTokens(line) }) : null;
    const roles = before ? before.roles : (['byline'] satisfies CreditRole[]);
    whole.push(people && roles ? { ...piece, roles, people, formed: true } : piece);
  }
  return whole;
}
