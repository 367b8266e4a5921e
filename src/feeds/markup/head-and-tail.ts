import { beginsSigned, mayBeCredit } from '../../credits/line/prefilter.ts';

/** Enough markup for a summary, and for a dateline or a byline alone. */
const summaryMarkup = 6_000;
const datelineMarkup = 800;
/** Credit lines stand in this many characters at a text's end. */
export const creditMarkup = 1_500;
/** Where a dateline ends, or a byline begins. */
const headText = 150;
const mostBlocks = 24;
const blockLetters = new Set('pPdDbBlLhHsStTfF'.split(''));
const inlineTag =
  /^(?:b|s|dfn|del|data|bdi|bdo|big|label|small|span|strong|strike|sub|sup|samp|time|tt|font)[\s/>]/i;

/** The head of a text's markup, cut before a tag; the whole when nothing in it is long. */
export function headMarkup(html: string, isTold: boolean): string {
  const longest = isTold ? datelineMarkup : summaryMarkup;
  if (html.length <= longest) return html;
  const cut = html.lastIndexOf('<', longest);
  const head = html.slice(0, cut > longest / 4 ? cut : longest);
  return isTold || hasText(head) ? head : html;
}

/** Some markup begins with styles, scripts or pictures that are no text. */
function hasText(head: string): boolean {
  return !/^\s*<(?:style|script|figure|svg|form|iframe|nav|!--)/i.test(head);
}

/** Cheaply: may a text begin with a dateline or a byline? */
export function mayBeginSigned(html: string): boolean {
  let start = 0;
  while (start < html.length && start < datelineMarkup) {
    const code = html.charCodeAt(start);
    if (code === 60) {
      const end = html.indexOf('>', start);
      if (end < 0) return false;
      start = end + 1;
    } else if (code <= 32) start += 1;
    else break;
  }
  const end = Math.min(html.length, start + headText);
  for (let index = start; index < end; index += 1) {
    const code = html.charCodeAt(index);
    // Letters first: they are nearly all of a text.
    if (code > 91 && code < 0x2013) continue;
    if (code === 41 || code === 38 || code === 91 || code === 58) return true;
    if (code === 45 && html.charCodeAt(index + 1) <= 45) return true;
    if (code >= 0x2013 && (code <= 0x2015 || code >= 0x2e80)) return true;
  }
  return beginsSigned(html.slice(start, start + 16));
}

/**
 * The markup of the last paragraphs from the first of those on that have a word of credits where
 * credit lines have theirs, near their beginning or end; `''` without such a word. Credit lines
 * stand together: a paragraph without such a word ends them.
 */
export function tailMarkup(html: string): string {
  const from = Math.max(0, html.length - creditMarkup);
  let found = -1;
  let end = html.length;
  for (let count = 0; count < mostBlocks && end > from; count += 1) {
    const start = blockStart(html, from, end);
    const text = textStart(html, start, end);
    if (mayBeCredit(html, text, end)) found = start;
    else if (found >= 0 && end - text > 1) break;
    end = start;
  }
  return found < 0 ? '' : html.slice(found);
}

/** Past the tag that opens a block. */
function textStart(html: string, start: number, end: number): number {
  if (html.charCodeAt(start) !== 60) return start;
  const close = html.indexOf('>', start);
  return close < 0 || close >= end ? start : close + 1;
}

/** Where the last block before `end` begins: at a tag that parts text, else at `from`. */
function blockStart(html: string, from: number, end: number): number {
  for (let open = html.lastIndexOf('<', end - 1); open >= from;) {
    if (isBlockTag(html, open)) return open;
    open = open === 0 ? -1 : html.lastIndexOf('<', open - 1);
  }
  return from;
}

/** True of "<p", "</p", "<br", "<div", "<li", "<h2", "<section", "<td" and other tags in their letters. */
function isBlockTag(html: string, open: number): boolean {
  const first = html.charAt(open + 1) === '/' ? open + 2 : open + 1;
  return blockLetters.has(html.charAt(first)) && !inlineTag.test(html.slice(first, first + 7));
}
