import { firstDecision, type Rule } from '../../text/rules.ts';

/** The mark between a dateline and the text. */
export interface Separator {
  /** Where the dateline ends. */
  start: number;
  /** Where the text begins. */
  end: number;
  mark: 'dash' | 'dot' | 'colon' | 'bracket';
}

/** One character of a text. */
interface Position {
  text: string;
  index: number;
}

/** A dateline ends within this many UTF-16 units. */
export const longestDateline = 140;

const dashes = '–—―';
const middleDot = 0xb7;

/** What ends a dateline, at one character; the first character with a rule decides. */
export const separatorRules: readonly Rule<Position, Separator>[] = [
  {
    name: 'a dash',
    example: 'PORT ELLEN — The ferry sank.',
    read: (at) => (dashes.includes(written(at)) ? separator(at, 'dash') : null),
  },
  {
    name: 'two hyphens',
    example: 'PORT ELLEN-- The ferry sank.',
    read: (at) => (written(at) === '-' && after(at) === '-' ? separator(at, 'dash') : null),
  },
  {
    name: 'a hyphen after a space or a closing mark',
    example: 'Madrid, 5 may (EFE).- The ferry sank.',
    why: 'A hyphen after a letter joins two words.',
    read: (at) =>
      written(at) === '-' && ' .)/_'.includes(before(at)) ? separator(at, 'dash') : null,
  },
  {
    name: 'an underscore after a space',
    example: 'UNITED NATIONS (AP) _ The ferry sank.',
    why: 'Old wire systems have no dash.',
    read: (at) => (written(at) === '_' && before(at) === ' ' ? separator(at, 'dash') : null),
  },
  {
    name: 'a middle dot between spaces',
    example: 'Saltmarsch · Die Fähre sank.',
    read: (at) =>
      written(at) === '·' && before(at) === ' ' && after(at) === ' ' ? separator(at, 'dot') : null,
  },
  {
    name: 'a colon before a space or a bracket',
    example: 'NEW DELHI: The ferry sank.',
    why: 'Times and addresses have their colon before a digit or a slash.',
    read: (at) =>
      written(at) === ':' && at.index > 0 && ' )'.includes(after(at))
        ? separator(at, 'colon')
        : null,
  },
  {
    name: 'a closing bracket before a capital letter',
    example: 'New Delhi, May 5 (PTI) The ferry sank.',
    read: (at) => (written(at) === ')' ? closing(at) : null),
  },
  {
    name: 'a slash with a full stop before a capital letter',
    example: 'МОСКВА, 5 мая. /ТАСС/. Паром затонул.',
    read: (at) => (written(at) === '.' && before(at) === '/' ? closing(at) : null),
  },
];

/** The first separator of a text, and the rule that found it; `null` without one. */
export function separatorOf(text: string): ReturnType<typeof firstDecision<Position, Separator>> {
  const limit = Math.min(text.length, longestDateline);
  for (let index = 0; index < limit; index += 1) {
    if (!mayEnd(text, index)) continue;
    // "OBAN, Scotland--(BUSINESS WIRE)--Text": the hyphens before the agency end nothing.
    const agencyEnd = text.startsWith('--(', index) ? text.indexOf(')--', index) : -1;
    if (agencyEnd > 0) {
      index = agencyEnd;
      continue;
    }
    const decision = firstDecision(separatorRules, { text, index });
    if (decision) return decision;
  }
  return null;
}

/** True of a character that a rule applies to. */
function mayEnd(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  // Letters first: they are nearly all of a text.
  if ((code > 95 && code < 0x2013 && code !== middleDot) || code === 32) return false;
  if (code === 46) return text.charCodeAt(index - 1) === 47;
  return (
    code === 45 ||
    code === 41 ||
    code === 58 ||
    code === 95 ||
    code === middleDot ||
    dashes.includes(text.charAt(index))
  );
}

function written({ text, index }: Position): string {
  return text.charAt(index);
}

function before({ text, index }: Position): string {
  return text.charAt(index - 1);
}

function after({ text, index }: Position): string {
  return text.charAt(index + 1);
}

function separator({ text, index }: Position, mark: 'dash' | 'dot' | 'colon'): Separator {
  let end = index + 1;
  while (end < text.length && `-_: ${dashes}`.includes(text.charAt(end))) end += 1;
  return { start: index, end, mark };
}

/** The mark itself belongs to the dateline; a full stop after it to neither. */
function closing({ text, index }: Position): Separator | null {
  if (index <= 4 || !/^[.।]? [\p{Lu}\p{Lo}]/u.test(text.slice(index + 1, index + 6))) return null;
  const end = index + ('.।'.includes(text.charAt(index + 1)) ? 2 : 1);
  return { start: index + 1, end, mark: 'bracket' };
}

/** The cheap question first: true when a text has any mark that could end a dateline. */
export function hasSeparator(text: string): boolean {
  const end = Math.min(text.length, longestDateline);
  for (let index = 0; index < end; index += 1) {
    const code = text.charCodeAt(index);
    // Letters first: they are nearly all of a text.
    if (code === middleDot) return true;
    if ((code > 95 && code < 0x2013) || code === 32) continue;
    if (code === 45 || code === 58 || (code >= 0x2013 && code <= 0x2015)) return true;
    if (code === 0x3010 || code === 0xff3b || code === 0x7535 || code === 0x96fb) return true;
    if (code === 41 || code === 47 || code === 61 || code === 95 || code === 0xff09) return true;
  }
  return false;
}
