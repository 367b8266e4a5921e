import { beginsSigned, mayBeCredit } from '../../credits/line/prefilter.ts';

/** Enough markup for a summary, and for a dateline or a byline. */
const summaryMarkup = 6_000;
const datelineMarkup = 800;
/** Credit lines are within this many characters of a text's end. */
export const creditMarkup = 1_500;
/** A dateline ends, or a byline begins, within this many characters. */
const headText = 150;
const mostBlocks = 24;
const blockLetters = new Set('pPdDbBlLhHsStTfF'.split(''));
/** No inline tag begins with another letter. */
const inlineLetters = new Set('bBdDlLsStTfF'.split(''));
const inlineTag =
  /^(?:b|s|dfn|del|data|bdi|bdo|big|label|small|span|strong|strike|sub|sup|samp|time|tt|font)[\s/>]/i;

/** The beginning of a text's markup, cut before a tag; shorter when only its dateline is needed. */
export function headMarkup(html: string, isDatelineOnly: boolean): string {
  const longest = isDatelineOnly ? datelineMarkup : summaryMarkup;
  if (html.length <= longest) return html;
  const cut = html.lastIndexOf('<', longest);
  const head = html.slice(0, cut > longest / 4 ? cut : longest);
  return isDatelineOnly || hasText(head) ? head : html;
}

/** False for markup that begins with styles, scripts or pictures. */
function hasText(head: string): boolean {
  return !/^\s*<(?:style|script|figure|svg|form|iframe|nav|!--)/i.test(head);
}

/** A quick check: false for a text that certainly begins with neither a dateline nor a byline. */
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
 * The markup of the last paragraphs that may be credit lines: each has a word of credits near its
 * beginning or end. Credit lines stand together, so the first other paragraph before them ends the
 * search. `''` when there are none.
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

/** The position after the tag that opens a block. */
function textStart(html: string, start: number, end: number): number {
  if (html.charCodeAt(start) !== 60) return start;
  const close = html.indexOf('>', start);
  return close < 0 || close >= end ? start : close + 1;
}

/** Where the last block before `end` begins: at a block's tag, else at `from`. */
function blockStart(html: string, from: number, end: number): number {
  for (let open = html.lastIndexOf('<', end - 1); open >= from;) {
    if (isBlockTag(html, open)) return open;
    open = open === 0 ? -1 : html.lastIndexOf('<', open - 1);
  }
  return from;
}

/** True for the tags of blocks: "<p", "</p", "<br", "<div", "<li", "<h2", "<section", "<td". */
function isBlockTag(html: string, open: number): boolean {
  const first = html.charAt(open + 1) === '/' ? open + 2 : open + 1;
  const letter = html.charAt(first);
  if (!blockLetters.has(letter)) return false;
  return !inlineLetters.has(letter) || !inlineTag.test(html.slice(first, first + 7));
}
