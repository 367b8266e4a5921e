import { firstDecision, type Decision, type Rule } from '../../text/rules.ts';
import { isKnownAgency } from '../names/agencies.ts';
import { isPersonName } from '../names/name-shape.ts';

/** A signature after the last sentence has at most this many units. */
const longest = 44;
const sentenceEnd =
  /[.!?…。।]["'”’»)]? (?=[(–—-]|\p{L}+(?:\/\p{L}+)*$|\p{Lu}{2,5} \p{Lu}{2,4}(?: \p{Lu}{2,4})*$)/gu;
const initials = /^(?:\p{Ll}{2,4}|\p{Lu}{2,3})$/u;
const picture = /photo|foto|image|getty|alamy|handout|file|pool|via/iu;
/** Words in brackets that are no one's initials. */
const notInitials = new Set([
  'sic',
  'etc',
  'lol',
  'usw',
  'ca',
  'tbd',
  'tba',
  'ie',
  'eg',
  'cf',
  'vgl',
]);

/** What follows the last sentence of a text. */
interface Tail {
  text: string;
  /** The sentence ends in a quotation mark. */
  afterQuote: boolean;
}

/** What signs a text after its last sentence. */
export const signatureRules: readonly Rule<Tail, true>[] = [
  {
    name: 'an agency or initials in brackets',
    example: 'Boats came. Gulls followed. (dpa/ana)',
    read({ text }) {
      const inside = /^\(([^()]{2,30})\)\.?$/u.exec(text)?.[1];
      return inside !== undefined && isSigned(inside) ? true : null;
    },
  },
  {
    name: 'an agency after a dash',
    example: 'Boats came. Gulls followed. - Reuters',
    read: ({ text }) => (isKnownAgency(afterDash(text)) ? true : null),
  },
  {
    name: 'a name after a dash',
    example: 'Boats came. Gulls followed. — Ana Ruiz',
    why: 'After a quotation it is the person quoted, and stays.',
    read({ text, afterQuote }) {
      const name = afterQuote ? '' : afterDash(text);
      return name.includes(' ') && isPersonName(name) ? true : null;
    },
  },
  {
    name: 'an agency and initials without a mark',
    example: 'Boats came. Gulls followed. PTI ANA BCH',
    read: ({ text }) => (isKnownAgency(text.split(/[ /]/u)[0] ?? '') ? true : null),
  },
];

function afterDash(text: string): string {
  return /^[–—-]{1,2} ?([^–—()]{2,40})$/u.exec(text)?.[1]?.replace(/\.$/u, '') ?? '';
}

/**
 * A text without what signs it after its last sentence: "(dpa/ana)", "(AFP)", "- Reuters", "dpa",
 * "— Ana Ruiz", "PTI ANA BCH"; `null` when nothing does.
 */
export function signatureDecision(text: string): Decision<string> | null {
  if (!mayBeSigned(text)) return null;
  const from = Math.max(0, text.length - longest);
  const tail = text.slice(from);
  const end = [...tail.matchAll(sentenceEnd)].at(-1);
  if (end === undefined || from + end.index === 0) return null;
  const start = end.index + end[0].length;
  const afterQuote = end[0].length > 2;
  const decision = firstDecision(signatureRules, { text: tail.slice(start), afterQuote });
  return decision && { rule: decision.rule, result: text.slice(0, from + start).trimEnd() };
}

/** Most texts end in the full stop of their last sentence. */
function mayBeSigned(text: string): boolean {
  const last = text.charAt(text.length - 1);
  if (last === '.') return text.charAt(text.length - 2) === ')';
  return last === ')' || /\p{L}/u.test(last);
}

/** "AFP", "dpa/ana", "ana", "with AFP": an agency, initials, or both; no credit of a picture. */
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
