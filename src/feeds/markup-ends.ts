import { beginsSigned, cueIndex } from '../core/credit-cues.ts';

/** Enough markup for a summary, and for a dateline or a byline alone. */
const summaryMarkup = 6_000;
const datelineMarkup = 800;
/** Credit lines stand in this many characters at a text's end. */
export const creditMarkup = 1_500;
/** Where a dateline ends, or a byline begins. */
const headText = 200;
const blockTag = /^<\/?(?:p|div|br|li|h[1-6]|section|footer|tr|td|em|blockquote|hr)[\s/>]/i;

/** The head of a text's markup, cut before a tag; the whole when nothing in it is long. */
export function openingMarkup(html: string, isTold: boolean): string {
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
export function mayOpenSigned(html: string): boolean {
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
    if (code === 41 || code === 38 || code === 91 || (code >= 0x2013 && code <= 0x2015))
      return true;
    if (code === 45 && html.charCodeAt(index + 1) <= 45) return true;
    if (code >= 0x2e80 || code === 58) return true;
  }
  return beginsSigned(html.slice(start, start + 16));
}

/** The markup of the last paragraphs from the first word of credits on; `''` without such a word. */
export function tailMarkup(html: string): string {
  const from = Math.max(0, html.length - creditMarkup);
  const cue = cueIndex(html, from, html.length);
  if (cue < 0) return '';
  for (
    let open = html.lastIndexOf('<', cue);
    open >= from;
    open = html.lastIndexOf('<', open - 1)
  ) {
    if (blockTag.test(html.slice(open, open + 12))) return html.slice(open);
    if (open === 0) break;
  }
  if (from === 0) return html;
  const tag = html.indexOf('<', from);
  return tag >= 0 && tag < cue ? html.slice(tag) : html.slice(html.indexOf(' ', from) + 1);
}
