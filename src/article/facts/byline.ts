import { readSigned } from '../../credits/line/byline.ts';
import { readCreditLine } from '../../credits/line/credit-line.ts';
import { beginsSigned } from '../../credits/line/prefilter.ts';
import { isDateWord } from '../../credits/names/calendar-words.ts';
import { mergeCredits } from '../../credits/merge.ts';
import { isPersonName } from '../../credits/names/name-shape.ts';
import { setOfAll, wordsOfAll } from '../../languages/words.ts';
import { noCredits, type Contributor, type Credits } from '../../core/story/credits.ts';
import {
  isElement,
  isText,
  lineBreak,
  oneLine,
  type ChildNode,
  type Element,
  type Page,
} from '../page/page.ts';

/** A byline's people by their roles, and the news agency that signs in a person's stead. */
export interface Byline {
  credits: Partial<Credits>;
  agency: string | null;
}

const longest = 300;
const mostParts = 40;
const notWords = new Set(['time', 'button', 'svg', 'img', 'picture', 'script', 'style', 'input']);
const blocks = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'address',
  'section',
  'header',
]);
const separator = new RegExp(`[${lineBreak}|·•▪●]| [—–/-] `, 'u');
const controls = setOfAll(({ boilerplate }) => boilerplate?.controls);
const invitations = wordsOfAll(({ boilerplate }) => boilerplate?.invitations);
const dated = setOfAll(({ calendar }) => calendar?.dated);
/** Reading times and counts: what stands beside names in a byline. */
const notPeople =
  /\bago$|\bread(?:ing time)?$|^(?:updated|published|posted|last (?:updated|modified)|share|follow|save|print|e-?mail|listen|comments?)\b|comments?$/iu;
const authorPage =
  /\/(?:authors?|by|byline|staff|people|profiles?|contributors?|reporters?|journalists?|columnists?|writers?|team|aut[eo]u?r(?:e[ns]?|s|i)?|firmas?|redaktion|redakteure?)\//iu;

/** "Ana Ruiz<a>Follow</a>": a text beside an element without a space between them. */
function touches(beside: ChildNode | null, letter: RegExp): boolean {
  return beside !== null && isText(beside) && letter.test(beside.data);
}

/** Its text, with a line's end where markup alone keeps words apart. */
function linesOf(element: Element): string {
  const pieces: string[] = [];
  let length = 0;
  const pending: (ChildNode | string)[] = [element];
  while (pending.length > 0 && length < longest * 4) {
    const node = pending.pop();
    if (node === undefined) break;
    const piece =
      typeof node === 'string' ? node : isText(node) ? node.data.slice(0, longest * 4) : '';
    if (piece !== '') {
      const joins = piece !== lineBreak || pieces.at(-1) !== lineBreak;
      if (joins) pieces.push(piece);
      length += piece.length;
    } else if (typeof node !== 'string' && isElement(node) && !notWords.has(node.name)) {
      const isApart = blocks.has(node.name) || (node.prev !== null && isElement(node.prev));
      if (isApart || touches(node.next, /^\p{Lu}/u)) pending.push(lineBreak);
      for (const child of node.children.toReversed()) pending.push(child);
      if (isApart || touches(node.prev, /\p{L}$/u)) pending.push(lineBreak);
    }
  }
  return pieces.join('');
}

/** A part of a byline without dates, contacts and buttons; `''` when it is nothing else. */
function cleanPart(written: string): string {
  const words = (oneLine(written, longest) ?? '')
    .split(' ')
    .filter((word) => !/[^ ]@|^@/u.test(word));
  const isDate = (word = '') =>
    isDateWord(word) || dated.has(word.toLowerCase().replace(/:$/u, ''));
  let end = words.findIndex((word) => /\d/u.test(word));
  if (end < 0) end = words.length;
  while (
    end > 0 &&
    (isDate(words[end - 1]) ||
      (end < words.length && /^(?:on|am|le|at)$/iu.test(words[end - 1] ?? '')))
  )
    end -= 1;
  const half = end / 2;
  const isDoubled = end > 2 && words.slice(0, half).join(' ') === words.slice(half, end).join(' ');
  const text = words
    .slice(0, isDoubled ? half : end)
    .join(' ')
    .replace(/[ ,;:]+$/u, '');
  const key = text.toLowerCase();
  const isOther =
    controls.has(key) || notPeople.test(text) || invitations.some((begin) => key.startsWith(begin));
  return isOther ? '' : text;
}

/** A line that begins with "By" names people, and those after it say what they are. */
function signedParts(parts: readonly string[]): readonly string[] {
  const signed = parts.findIndex(
    (part) =>
      beginsSigned(part) && readSigned(part).people.length > 0 && readCreditLine(part)?.byline,
  );
  if (signed < 0) return parts;
  let end = signed + 1;
  while (
    end < parts.length &&
    (/(?:,|&| and| und| et| y)$/iu.test(parts[end - 1] ?? '') ||
      /^(?:,|&|and |und |et |y )/iu.test(parts[end] ?? ''))
  )
    end += 1;
  const credits = parts.filter(
    (part, index) => (index < signed || index >= end) && readCreditLine(part) !== null,
  );
  return [...parts.slice(signed, end), ...credits];
}

function ofLines(lines: string): Byline {
  const all = lines
    .slice(0, longest * 4)
    .split(separator)
    .slice(0, mostParts)
    .map(cleanPart);
  const parts = signedParts(all.filter((part) => part !== '' && !isSigning(part)));
  const names = parts.filter((part) => beginsSigned(part) || readCreditLine(part) === null);
  const line = names.join(', ');
  const signed = readSigned(line);
  const named = line === '' ? {} : (readCreditLine(line) ?? { byline: plausible(signed.people) });
  const credits = parts
    .filter((part) => !names.includes(part))
    .map((part) => readCreditLine(part) ?? {})
    .concat(named)
    .reduce<Credits>((merged, some) => mergeCredits(merged, { ...noCredits, ...some }), noCredits);
  return { credits, agency: signed.agency };
}

/** "By" alone, "Ein Kommentar von". */
function isSigning(part: string): boolean {
  const last = part.slice(part.lastIndexOf(' ') + 1);
  return /^(?:\p{L}+ ){0,3}\p{L}{2,4}:?$/u.test(part) && !isPersonName(part) && beginsSigned(last);
}

const mostWords = 2;

/** Beside whole names, single words are buttons and parts of the names; many of them are a menu. */
function plausible(people: readonly Contributor[]): Contributor[] {
  const whole = people.filter(({ name }) =>
    /[ \p{Script=Han}\p{Script=Hangul}\p{Script=Kana}]/u.test(name),
  );
  return whole.length > 0 || people.length > mostWords ? whole : [...people];
}

function count(credits: Partial<Credits>): number {
  return Object.values(credits).reduce((sum, { length }) => sum + length, 0);
}

/** The people of a byline's block: by its words, or by its links to authors where those tell more. */
export function bylineOf({ $ }: Page, element: Element): Byline {
  const links = $(element)
    .find('a[href], [rel~="author"], .fn')
    .slice(0, 20)
    .toArray()
    .filter(
      ({ attribs }) =>
        attribs['rel']?.includes('author') ||
        attribs['class']?.includes('fn') ||
        authorPage.test((attribs['href'] ?? '').slice(0, 500)),
    )
    .map((link) => cleanPart($(link).text().slice(0, longest)));
  const linked = plausible(readSigned([...new Set(links)].filter(Boolean).join(', ')).people);
  const read = ofLines(linesOf(element));
  const names = read.credits.byline ?? [];
  const isLonger = names.every(({ name }) =>
    linked.some((one) => name.startsWith(`${one.name} `) || name === one.name),
  );
  return linked.length > count(read.credits) ||
    (linked.length === names.length && linked.length === count(read.credits) && isLonger) ||
    (count(read.credits) > 0 &&
      read.credits.verbatim?.length === count(read.credits) &&
      linked.length > 0)
    ? { credits: { byline: linked }, agency: read.agency }
    : read;
}
