import type { Credits } from '../../core/story/credits.ts';
import { readCreditLine } from './credit-line.ts';

const longestLine = 1000;
/** A credit without a person, as "(With inputs from Agency)", is no longer than this. */
const longestUnread = 60;
const picture = /photo|picture|image|foto|bild|video|credit/iu;

/** A credit line in brackets at the end of a paragraph, and the paragraph without it. */
export function creditLineAtEnd(
  paragraph: string,
): { credits: Partial<Credits>; rest: string } | null {
  const open = openingBracket(paragraph);
  if (open <= 0) return null;
  const credits = readCreditLine(paragraph.slice(open));
  const isRead =
    credits !== null &&
    ((paragraph.length - open <= longestUnread && !picture.test(paragraph.slice(open))) ||
      Object.keys(credits).some((role) => role !== 'verbatim'));
  return isRead ? { credits, rest: paragraph.slice(0, open).trim() } : null;
}

/** Where the bracket opens that closes at the end of a text; -1 without one in its last 1,000 characters. */
function openingBracket(text: string): number {
  const end = text.endsWith('.') ? text.length - 1 : text.length;
  if (!'])）】'.includes(text.charAt(end - 1)) || end === 0) return -1;
  let depth = 0;
  for (let index = end - 1; index >= Math.max(0, end - longestLine); index -= 1) {
    const written = text.charAt(index);
    if ('])）】'.includes(written)) depth += 1;
    else if ('[(（【'.includes(written)) depth -= 1;
    if (depth === 0) return index;
  }
  return -1;
}
