import { isKnownAgency } from '../names/agencies.ts';
import { isPersonName } from '../names/name-shape.ts';

/** A signature after the last sentence has at most this many units. */
const longest = 44;
const sentenceEnd =
  /[.!?…。।]["'”’»)]? (?=[(–—-]|\p{L}+(?:\/\p{L}+)*$|\p{Lu}{2,5} \p{Lu}{2,4}(?: \p{Lu}{2,4})*$)/gu;
const initials = /^(?:\p{Ll}{2,4}|\p{Lu}{2,3})$/u;
const picture = /photo|foto|image|getty|alamy|handout|file|pool|via/iu;
/** Words in brackets that are no one's initials. */
const notInitials = new Set('sic etc lol usw ca tbd tba ie eg cf vgl'.split(' '));

/**
 * A text without what signs it after its last sentence: "(dpa/ana)", "(AFP)", "- Reuters", "dpa",
 * "— Ana Ruiz", "PTI ANA BCH". A name after a quotation is whom it quotes, and stays.
 */
export function withoutSignature(text: string): string {
  if (!mayBeSigned(text)) return text;
  const from = Math.max(0, text.length - longest);
  const tail = text.slice(from);
  const end = [...tail.matchAll(sentenceEnd)].at(-1);
  if (end === undefined || from + end.index === 0) return text;
  const start = end.index + end[0].length;
  const isQuote = end[0].length > 2;
  return isSignature(tail.slice(start), isQuote) ? text.slice(0, from + start).trimEnd() : text;
}

/** Most texts end in the full stop of their last sentence. */
function mayBeSigned(text: string): boolean {
  const last = text.charAt(text.length - 1);
  if (last === '.') return text.charAt(text.length - 2) === ')';
  return last === ')' || /\p{L}/u.test(last);
}

function isSignature(said: string, afterQuote: boolean): boolean {
  const inside = /^\(([^()]{2,30})\)\.?$/u.exec(said)?.[1];
  if (inside !== undefined) return isSigned(inside);
  const dashed = /^[–—-]{1,2} ?([^–—()]{2,40})$/u.exec(said)?.[1]?.replace(/\.$/u, '');
  if (dashed !== undefined) {
    return isKnownAgency(dashed) || (!afterQuote && dashed.includes(' ') && isPersonName(dashed));
  }
  return isKnownAgency(said.split(/[ /]/u)[0] ?? '');
}

/** "AFP", "dpa/ana", "ana", "with AFP": an agency, or initials that one may stand among; no picture's credit. */
function isSigned(inside: string): boolean {
  if (picture.test(inside)) return false;
  if (isKnownAgency(inside)) return true;
  const parts = inside.split(/[ ,;/-]+/u);
  const known = parts.filter((part) => isKnownAgency(part)).length;
  const isInitials = (part: string) => initials.test(part) && !notInitials.has(part);
  return (
    parts.length <= (known > 0 ? 4 : 2) &&
    parts.every((part) => isKnownAgency(part) || isInitials(part))
  );
}
