import { firstDecision, type Rule } from '../../text/rules.ts';
import type { Grammar } from '../grammar/lexicon.ts';
import type { Contributor } from '../../core/story/credits.ts';
import { isInitials } from '../../text/initials.ts';
import type { Token } from '../grammar/token.ts';
import { isNameSuffix, isPlace } from '../names/name-shape.ts';
import { isAgency, isKnownAgency, isPaper } from '../names/agencies.ts';
import { isAcademic, isJob } from './jobs.ts';
import { particleLinks, readPerson } from './person.ts';
import { isKnownCity, isLongRegion } from '../names/places.ts';
import { withoutFullStop } from '../names/word-shape.ts';

/** People read from a list; `unread` are the parts that are neither a person nor an agency. */
export interface PeopleList {
  people: Contributor[];
  agencies: string[];
  unread: string[];
}

/** Tokens of one line, and the line. */
export interface Words {
  line: string;
  tokens: readonly Token[];
}

/** The line's own words from the first of the tokens to the last. */
export function writtenWords({ line, tokens }: Words): string {
  return line.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
}

interface Part {
  tokens: Token[];
  /** The mark or word before the part. */
  join: string;
  /** It is one word, the last, after a comma and a part that followed "and". */
  endsClosedList: boolean;
}

/** Letters that join people in one language and names in another: "Ortega y Gasset". */
const looseJoins = new Set(['y', 'e', 'i', 'a']);
/** Marks between a person and the paper they write for. */
const paperJoins = new Set([',', '|', '–', '/']);
const markJoins = new Set([',', ';', '/', '|', '&', '–']);

/**
 * The people of a list:
 *
 *     people = person { join person }
 *     join   = "," | ";" | "/" | "|" | "&" | "–" | "and" | "with" | ", and"
 *     person = name [ "," suffix ] [ place { "," region } ]
 *
 * A place follows "in", is in brackets or after a slash, or is a known city after a comma. A
 * single word, a state or a country after a place belongs to it: "A in Washington, D.C., and B in
 * Kyiv". Agencies, desks and titles are no people.
 */
export function readPeople(list: Words, grammar: Grammar): PeopleList {
  const read: PeopleList = { people: [], agencies: [], unread: [] };
  for (const part of partsOf(list.tokens, grammar)) readPart(read, part, list.line, grammar);
  return read;
}

function partsOf(tokens: readonly Token[], grammar: Grammar): Part[] {
  const parts: Part[] = [];
  let part: Part = { tokens: [], join: '', endsClosedList: false };
  let depth = 0;
  const next = (join: string) => {
    if (part.tokens.length > 0) parts.push(part);
    part = { tokens: [], join, endsClosedList: false };
  };
  tokens.forEach((token, index) => {
    if (token.kind === 'mark' && token.text === '(') depth += 1;
    if (token.kind === 'mark' && token.text === ')') depth = Math.max(0, depth - 1);
    if (depth === 0 && isJoin(tokens, index, part.tokens, grammar)) next(token.text);
    else if (!(token.kind === 'mark' && token.text === '.')) part.tokens.push(token);
  });
  next('');
  const last = parts.at(-1);
  const isClosed = /\p{L}/u.test(parts.at(-2)?.join ?? '');
  if (last?.join === ',' && last.tokens.length === 1 && isClosed) last.endsClosedList = true;
  return parts;
}

function isJoin(
  tokens: readonly Token[],
  index: number,
  before: readonly Token[],
  grammar: Grammar,
): boolean {
  const token = tokens[index];
  if (token === undefined) return false;
  if (token.kind === 'mark') return markJoins.has(token.text);
  if (!grammar.and.has(token.key) && !grammar.with.has(token.key)) return false;
  if (token.text !== token.key && isNameLikeJoin(tokens, index, before, grammar)) return false;
  if (!looseJoins.has(token.key)) return true;
  if (isKnownAgency(tokens[index + 1]?.text ?? '')) return true;
  return before.length > 1 && tokens[index + 2]?.kind === 'word' && token.text === token.key;
}

/**
 * "By Dan Balz": with a capital, a conjunction of another language is a name, unless it stands in a
 * line of capitals after a whole name. One of the line's own language is a name where none precedes it.
 */
function isNameLikeJoin(
  tokens: readonly Token[],
  index: number,
  before: readonly Token[],
  { ownJoins }: Grammar,
): boolean {
  const { text = '', key = '' } = tokens[index] ?? {};
  if (ownJoins.has(key)) return before.length === 0 && tokens[index - 1]?.text !== ',';
  return before.length < 2 || text.toUpperCase() !== text;
}

/** A part of the list, with what was read before it. */
interface PartContext {
  part: Part;
  text: string;
  line: string;
  grammar: Grammar;
  /** The person before the part. */
  previous: Contributor | undefined;
  /** The part follows one person, or no comma. */
  isAfterOne: boolean;
  /** Only agencies precede the part. */
  isAfterAgency: boolean;
}

/** What a part is; `previous` replaces the person before it. */
type PartReading =
  | { previous: Contributor }
  | { person: Contributor }
  | { agency: string; previous?: Contributor }
  /** An address or a place: nobody. */
  | 'nobody';

/** What a part of a list is, in order; a part without a rule stays unread. */
export const partRules: readonly Rule<PartContext, PartReading>[] = [
  {
    name: 'a suffix of the name before',
    example: 'John Smith, Jr.',
    read: ({ part, text, previous }) =>
      previous && part.join === ',' && isNameSuffix(text)
        ? { previous: { ...previous, name: `${previous.name}, ${text}` } }
        : null,
  },
  {
    name: 'the region of the place before',
    example: 'Ana Ruiz in Washington, D.C.',
    read({ part, text, previous }) {
      if (!previous?.place || part.join !== ',' || !isRegion(text)) return null;
      const region = isInitials(text) ? text : withoutFullStop(text);
      return { previous: { ...previous, place: `${previous.place}, ${region}` } };
    },
  },
  {
    name: 'a known city after a comma, or a place after a slash',
    example: 'Ana Ruiz, Lagos',
    read: ({ part, text, previous }) =>
      previous?.place === null && isPlaceAlone(text, part)
        ? { previous: { ...previous, place: text.replace(/(?:報導|报导|报道)$/u, '') } }
        : null,
  },
  {
    name: 'a word after a list that "and" has closed',
    example: 'Ana Ruiz and Ben Cho, Saltmarsh',
    read: ({ part, text, previous }) =>
      previous?.place === null && part.endsClosedList && isPlace(text) && !isAgency(text)
        ? { previous: { ...previous, place: text } }
        : null,
  },
  {
    name: 'a known city after an agency',
    example: 'AFP, Manila',
    read: ({ text, isAfterAgency }) => (isAfterAgency && isKnownCity(text) ? 'nobody' : null),
  },
  {
    name: 'a place with its preposition after a comma',
    example: 'Ana Ruiz, from Saltmarsh',
    read: ({ part, line, grammar, previous }) =>
      previous?.place === null && part.join === ',' && isWhereabouts(part, line, grammar)
        ? { previous: { ...previous, place: writtenWords({ line, tokens: part.tokens.slice(1) }) } }
        : null,
  },
  {
    name: 'a newspaper after a person',
    example: 'Ana Ruiz | Saltmarsh Post',
    read: ({ part, text, previous, isAfterOne }) =>
      previous && paperJoins.has(part.join) && isPaper(text, isAfterOne) ? { agency: text } : null,
  },
  {
    name: 'an academic’s title after a comma',
    example: 'Ana Ruiz, Professor of Marine Law',
    read: ({ part, text, previous }) =>
      previous && part.join === ',' && isAcademic(part.tokens) ? { agency: text } : null,
  },
  {
    name: 'a person, an agency or an address',
    example: 'Ana Ruiz and Ben Cho',
    read({ part, text, line, grammar }) {
      const person = readPerson({ line, tokens: part.tokens }, grammar);
      if (person === 'agency') return { agency: text };
      if (person === 'contact') return 'nobody';
      return person && { person };
    },
  },
  {
    name: 'an employer or a job after a comma',
    example: 'Ana Ruiz, for the owls of the night',
    read: ({ part, text, line, grammar, previous }) =>
      previous && part.join === ',' ? titleOf(part, text, previous, line, grammar) : null,
  },
];

function readPart(read: PeopleList, part: Part, line: string, grammar: Grammar): string | null {
  const text = writtenWords({ line, tokens: part.tokens });
  const previous = read.people.at(-1);
  const isAfterOne = read.people.length === 1 || part.join !== ',';
  const isAfterAgency = previous === undefined && read.agencies.length > 0;
  const context = { part, text, line, grammar, previous, isAfterOne, isAfterAgency };
  const decision = firstDecision(partRules, context);
  const reading = decision?.result;
  if (reading === undefined) read.unread.push(text);
  else if (reading !== 'nobody') {
    if ('previous' in reading && reading.previous) read.people.splice(-1, 1, reading.previous);
    if ('agency' in reading) read.agencies.push(reading.agency);
    if ('person' in reading) read.people.push(reading.person);
  }
  return decision?.rule ?? null;
}

/** The rule that decides on each part of a list; `null` for an unread part. */
export function partDecisions(list: Words, grammar: Grammar): (string | null)[] {
  const read: PeopleList = { people: [], agencies: [], unread: [] };
  return partsOf(list.tokens, grammar).map((part) => readPart(read, part, list.line, grammar));
}

function isRegion(text: string): boolean {
  return isPlace(text) && !isAgency(text) && (!text.includes(' ') || isLongRegion(text));
}

/** "A, for The Example", "A, correspondent in Lagos": the person's employer, or job and place. */
function titleOf(
  { tokens }: Part,
  text: string,
  person: Contributor,
  line: string,
  grammar: Grammar,
): PartReading | null {
  const first = tokens[0]?.key ?? '';
  if (grammar.for.has(first)) return { agency: text };
  if (!isJob(first)) return null;
  const link = tokens.findIndex(({ key }) => grammar.in.has(key));
  const place = link < 0 ? '' : writtenWords({ line, tokens: tokens.slice(link + 1) });
  const known = person.place ?? (isPlace(place) ? place : null);
  return { agency: text, previous: { ...person, place: known } };
}

/** "A, from Lagos": a place for the person before the comma. */
function isWhereabouts({ tokens }: Part, line: string, grammar: Grammar): boolean {
  const [link, ...rest] = tokens;
  if (link === undefined || link.text !== link.key || !grammar.in.has(link.key)) return false;
  const place = writtenWords({ line, tokens: rest });
  return particleLinks.has(link.key) ? isKnownCity(place) : isPlace(place);
}

/** A known city after a comma or a dash, a single place after a slash: "Ana Ruiz/Lagos". */
function isPlaceAlone(text: string, { join }: Part): boolean {
  if (join === ',' || join === '–') return isKnownCity(text);
  if (join !== '/' || isAgency(text) || /^\p{Lu}[\p{Lu}\d-]*$/u.test(text)) return false;
  return isKnownCity(text) || (!text.includes(' ') && isPlace(text));
}
