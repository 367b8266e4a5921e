import { readSigned } from '../../credits/line/byline.ts';
import { isNewsAgency } from '../../credits/names/agencies.ts';
import { isPersonName } from '../../credits/names/name-shape.ts';
import type { Byline } from './byline.ts';
import { nobody } from './bylines.ts';

const lastParagraphs = 3;
const longestSignature = 60;
const longestBrackets = 40;
/** Longer lines of capitals are what a link leads to. */
const mostNameWords = 4;

/**
 * Who signs a text at its end: a paragraph that is names alone ("Ana Ruiz"), or an agency, alone or in
 * brackets after the last sentence ("(dpa/ana)").
 */
export function endSignature(paragraphs: readonly string[]): Byline {
  for (const text of paragraphs.slice(-lastParagraphs).toReversed()) {
    const agency = agencyAtEnd(text);
    if (agency !== null) return { credits: {}, agency };
    const byline = text.length <= longestSignature ? namesAlone(text) : [];
    if (byline.length > 0) return { credits: { byline }, agency: null };
  }
  return nobody;
}

function namesAlone(text: string) {
  const names = text.replace(/^[–—-]{1,2} ?/u, '');
  // Lines of capitals are headings.
  if (/[.!?:…]$/u.test(names) || (/\p{Lu}/u.test(names) && !/\p{Ll}/u.test(names))) return [];
  const { people } = readSigned(names);
  const isWhole = people.every(
    ({ name }) => / /u.test(name) && name.split(' ').length <= mostNameWords && isPersonName(name),
  );
  const length = people.reduce((sum, { name }) => sum + name.length, 0);
  return isWhole && length >= names.length * 0.7 ? people : [];
}

function agencyAtEnd(text: string): string | null {
  const signed = text.length <= longestBrackets ? text : text.slice(-longestBrackets);
  const inside = /[(（[]([^()（）[\]]{2,30})[)）\]]\.?$/u.exec(signed)?.[1];
  const said = inside ?? (text.length <= longestBrackets ? text : '');
  const plain = said.replace(/^[–—-]{1,2} ?|\.$/gu, '').trim();
  if (isNewsAgency(plain) && !plain.includes('/')) return plain;
  const parts = plain.split(/ ?[/,;] ?|[ -]/u);
  if (parts.length > 3 || !parts.every((part) => isNewsAgency(part) || /^\p{L}{2,4}$/u.test(part)))
    return null;
  return parts.find(isNewsAgency) ?? null;
}
