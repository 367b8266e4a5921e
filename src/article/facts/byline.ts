import { readByline } from '../../credits/line/byline.ts';
import { readCreditLine } from '../../credits/line/credit-line.ts';
import { mergeCredits } from '../../credits/merge.ts';
import { noCredits, type Credits } from '../../core/story/credits.ts';
import {
  isElement,
  isText,
  lineBreak,
  oneLine,
  type ChildNode,
  type Element,
  type Page,
} from '../page/page.ts';

const longest = 300;
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
const separator = new RegExp(`[${lineBreak}|·•▪●]| [—–-] `, 'u');
/** Dates, reading times, counts, handles and buttons: what stands beside names in a byline. */
const notPeople =
  /\d{4}|\d{1,2}[:.]\d{2}|\d ?(?:min|hours?|days?)\b|\bago$|\bread(?:ing time)?$|^(?:updated|published|posted|last (?:updated|modified)|share|follow|save|print|e-?mail|listen|comments?|\d+ comments?)\b|comments?$/iu;
const authorPage =
  /\/(?:authors?|by|byline|staff|people|profiles?|contributors?|reporters?|journalists?|columnists?|writers?|team)\//iu;

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
      if (isApart) pending.push(lineBreak);
      for (const child of node.children.toReversed()) pending.push(child);
      if (isApart) pending.push(lineBreak);
    }
  }
  return pieces.join('');
}

function count(credits: Partial<Credits>): number {
  return Object.values(credits).reduce((sum, { length }) => sum + length, 0);
}

function ofLines(lines: string): Partial<Credits> {
  const parts = lines
    .split(separator)
    .map((part) =>
      (oneLine(part, longest) ?? '').replaceAll(/[^ ]*@[^ ]*/gu, '').replace(/[ ,;]+$/u, ''),
    )
    .filter((part) => part !== '' && !/^by:?$/iu.test(part) && !notPeople.test(part));
  const names = parts.filter((part) => /^by\b/iu.test(part) || readCreditLine(part) === null);
  const line = names.join(', ');
  const named = line === '' ? {} : (readCreditLine(line) ?? { byline: readByline(line) });
  return parts
    .filter((part) => !names.includes(part))
    .map((part) => readCreditLine(part) ?? {})
    .concat(named)
    .reduce<Credits>((all, some) => mergeCredits(all, { ...noCredits, ...some }), noCredits);
}

/** The people of a byline's block: by its words, or by its links to authors where those tell more. */
export function bylineOf({ $ }: Page, element: Element): Partial<Credits> {
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
    .map((link) => oneLine($(link).text(), longest) ?? '');
  const linked = readByline([...new Set(links)].filter(Boolean).join(', '));
  const read = ofLines(linesOf(element));
  return linked.length > count(read) ||
    (count(read) > 0 && read.verbatim?.length === count(read) && linked.length > 0)
    ? { byline: linked }
    : read;
}
