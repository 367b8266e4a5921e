import type { Contributor, Credits } from './credits.ts';
import { folded, isPersonName, isPlace, withoutFullStop } from './names.ts';
import { readPeople } from './people.ts';
import { readPhotoCredit } from './photo-credit.ts';

export { splitDateline } from './dateline.ts';
export { readByline } from './people.ts';
export { readPhotoCredit, splitCaption } from './photo-credit.ts';

type Role = Exclude<keyof Credits, 'verbatim'>;

const longestLine = 1000;
const work =
  '(?:(?:additional|further|extra|other|added) )?(?:reporting|reported|rewriting|writing|written|words|story|text|' +
  'editing|edited|photography|photographs?|photos?|pictures?|compiling|compilation|compiled|contributions?|assistance|' +
  'graphics?|translation|translated|research|video|production|produced|illustrations?|design|data analysis|fact-checking|proofreading)';
const heading = new RegExp(
  `(?:^|[ (])(?:and )?((?:with )?${work}(?:(?:,? and |,? & |, |/)${work}){0,4})(?: (?:in|from) ([^,;: ][^,;:]{1,40}?))?(?: by:? |: ?|(?<=contributions?|assistance) from )`,
  'giu',
);
const contributed =
  /^(.{3,600}?) (?:also )?contributed(?: (?:additional |to the )?(?:reporting|research|reports?))?(?: (?:to|for) (?:this|the) (?:\p{L}{1,20} )?(?:report|story|article|piece|dispatch|reporting))?(?: (?:from|in) (.{2,60}))?$/iu;
const reportedFrom = /^(.{3,300}?) reported(?: this (?:story|article))? from (.{2,400})$/iu;
const creditWord =
  /^(?:with |additional |further )*(?:report(?:ing|ed)|writ(?:ing|ten)|edit(?:ing|ed)|compiled|photo)/iu;
/** An address or a telephone number among the names: not a credit, and not ours to spread. */
const contact = /^[^ ]*@[^ ]+$|^\+?[\d ().-]{6,}$/u;
const sentenceEnd = /(?<=\p{Ll}{3})\. (?=\p{Lu})/u;

/** One piece of a credit line: its people by role, or its words where they could not be read. */
type Piece =
  | { text: string; roles: Role[]; people: Contributor[] }
  | { text: string; roles: null; headed: boolean };

function rolesOf(headed: string): Role[] {
  const words = headed.toLowerCase();
  const roles = new Set<Role>();
  for (const part of words.split(/,? and |,? & |, |\//u)) {
    if (/contribution|assistance/u.test(part)) roles.add('additionalReporting');
    else if (part.includes('report'))
      roles.add(
        /additional|further|extra|other|added|^with/u.test(part)
          ? 'additionalReporting'
          : 'reporting',
      );
    else if (/edit/u.test(part)) roles.add('editing');
    else if (/writ|words|story|text/u.test(part)) roles.add('writing');
    else if (/photo|picture/u.test(part)) roles.add('photography');
    else if (part.includes('compil')) roles.add('compiling');
  }
  return [...roles];
}

function photographers(names: string): Contributor[] {
  const credit = readPhotoCredit(names) ?? readPhotoCredit(`Photograph: ${names}`);
  return credit?.photographer ? [{ name: credit.photographer, place: null }] : [];
}

function readHeaded(text: string, headed: string, place: string | undefined, names: string): Piece {
  const roles = rolesOf(headed);
  const list = readPeople(names);
  if (place !== undefined && !isPlace(place)) return { text, roles: null, headed: true };
  const people = list.people.map((person) => ({ ...person, place: person.place ?? place ?? null }));
  if (roles.length > 0 && people.length > 0 && list.unread.length === 0)
    return { text, roles, people };
  if (roles.includes('photography')) {
    const named = photographers(names);
    if (named.length > 0) return { text, roles: ['photography'], people: named };
  }
  return { text, roles: null, headed: true };
}

function readSentence(text: string): Piece {
  const plain = withoutFullStop(text);
  const reported = reportedFrom.exec(plain);
  if (reported?.[1] && reported[2]) {
    const subject = readPeople(reported[1]);
    const { people, unread } = readPeople(`${reported[1]} from ${reported[2]}`);
    const place = people[subject.people.length - 1]?.place ?? null;
    const placed = people.map((person, index) =>
      index < subject.people.length ? { ...person, place: person.place ?? place } : person,
    );
    if (placed.length > 0 && unread.length === 0)
      return { text, roles: ['reporting'], people: placed };
  }
  const helped = contributed.exec(plain);
  if (helped?.[1]) {
    const { people, unread } = readPeople(helped[1]);
    const place = helped[2] && isPlace(helped[2]) ? helped[2] : null;
    const placed = people.map((person) => ({ ...person, place: person.place ?? place }));
    if (placed.length > 0 && unread.length === 0)
      return { text, roles: ['additionalReporting'], people: placed };
  }
  if (/^by /iu.test(plain)) {
    const { people, unread } = readPeople(plain.slice(3));
    const named = people.every(({ name }) => name.includes(' ') && isPersonName(name));
    if (people.length > 0 && named && unread.length === 0)
      return { text, roles: ['byline'], people };
  }
  return { text, roles: null, headed: false };
}

function readClause(clause: string): Piece[] {
  const marks = [...clause.matchAll(heading)];
  const pieces: Piece[] = [];
  const before = clause.slice(0, marks[0]?.index ?? clause.length).trim();
  for (const sentence of before.split(sentenceEnd)) {
    const text = sentence.replace(/^[\s,.–—-]+/u, '');
    if (text !== '') pieces.push(readSentence(text));
  }
  marks.forEach((mark, index) => {
    const end = marks[index + 1]?.index ?? clause.length;
    const start = mark.index + mark[0].length;
    const [names = '', ...sentences] = clause.slice(start, end).split(sentenceEnd);
    const text = withoutFullStop(
      folded(clause.slice(mark.index, start) + names).replace(/^[( ]+/u, ''),
    );
    pieces.push(
      readHeaded(
        text,
        mark[1] ?? '',
        mark[2],
        names.replace(/(?: ?[,/|•·–—-]| and| &|,? with)? *$/iu, ''),
      ),
    );
    for (const sentence of sentences) pieces.push(readSentence(sentence.trim()));
  });
  return pieces;
}

function withoutBrackets(text: string): string {
  const joined = text.replace(/[)\]]\.? ?[([]/gu, '; ').replace(/^[\s–—*-]+/u, '');
  if (!/^[([]/u.test(joined)) return joined;
  const inner = joined.slice(1).replace(/[)\]]\.?$/u, '');
  const unclosed = inner.split('(').length > inner.split(')').length;
  return unclosed ? `${inner})` : inner;
}

function isProse(text: string): boolean {
  const small = text.split(' ').filter((word) => /^\p{Ll}/u.test(word));
  return text.length > 300 || small.length > 6;
}

function shortened(line: string): string {
  const text = folded(line.slice(0, longestLine * 4));
  if (text.length <= longestLine) return text;
  const cut = text.slice(0, longestLine);
  return cut.slice(0, Math.max(cut.lastIndexOf(','), cut.lastIndexOf(';'), 0));
}

/**
 * Reads a newsroom's credit line, as "(Reporting by A; additional reporting by B in Paris; editing
 * by D and E)" or "A in Kyiv and B in Rome contributed to this report." `null` when the line is no
 * credit line at all. What looks like a credit but cannot be read stands in `verbatim`, the whole
 * line when none of it can. Lines over 1,000 characters are read up to the last comma before that.
 */
export function readCreditLine(line: string): Partial<Credits> | null {
  const text = shortened(line);
  const inBrackets = /^[([]/u.test(text);
  const body = withoutBrackets(text);
  if (body === '') return null;
  const pieces = body.split(';').flatMap((clause) => readClause(clause));
  if (inBrackets && pieces.every(({ roles }) => roles === null) && /photo/iu.test(body)) {
    const photography = photographers(body);
    if (photography.length > 0) return { photography };
  }
  const credits: Partial<Credits> = {};
  for (const piece of pieces) {
    if (piece.roles === null) continue;
    for (const role of piece.roles) credits[role] = [...(credits[role] ?? []), ...piece.people];
  }
  const read = Object.keys(credits).length > 0;
  const unread = pieces
    .filter(({ roles }) => roles === null)
    .map((piece) => withoutFullStop(piece.text))
    .filter((words) => !read || !contact.test(words));
  const [first] = pieces;
  const startsAsCredit =
    first !== undefined && (first.roles !== null || first.headed || (inBrackets && read));
  if (!startsAsCredit && !creditWord.test(body)) return null;
  if (!inBrackets && unread.some(isProse)) return null;
  if (!read) return { verbatim: [text] };
  return unread.length === 0 ? credits : { ...credits, verbatim: unread };
}
