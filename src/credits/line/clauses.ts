import type { Contributor, CreditRole, Credits } from '../../core/story/credits.ts';
import { withoutFullStop } from '../names/word-shape.ts';
import { proseVerbs } from '../grammar/prose-verbs.ts';

/** One piece of a credit line: its people by role, or its words where they could not be read. */
export interface Piece {
  text: string;
  roles: CreditRole[] | null;
  people: Contributor[];
  /** It has a credit's form, though its people may be unreadable. */
  formed: boolean;
}

const smallWord = /^\p{Ll}/u;

const mostSmallWords = 6;

const pastTense = /^\p{Ll}{2,}ed$/u;

/** What follows a past tense in a credit: "edited by", "reported from". */
const afterWork = new Set(['by', 'from', 'in', 'for', 'and', 'to', 'this', 'at', 'with']);

/** "【記者陳小明／台北報導】渡輪沉沒。": the credit only opens the text. */
const continuesAfterBracket = /[】）][^】）]{1,400}。$/u;

function isProse(text: string): boolean {
  if (text.length > 300) return true;
  const words = text.split(' ');
  if (words.filter((word) => smallWord.test(word)).length > mostSmallWords) return true;
  return words.some(
    (word, index) =>
      proseVerbs.has(word) ||
      (index > 1 && pastTense.test(word) && !afterWork.has(words[index + 1]?.toLowerCase() ?? '')),
  );
}

/** An address or a telephone number among the names: no credit, and private. */
function isContact(text: string): boolean {
  return !/\p{L}/u.test(text) || /[^ ]@[^ ]|https?:|(?:^| )www\./u.test(text);
}

/**
 * All pieces of a line together; `null` when it does not begin as a credit, or when what is unread
 * in it is prose. `text` is the whole line, used when no piece can be read.
 */
export function creditsOf(
  pieces: readonly Piece[],
  text: string,
  inBrackets: boolean,
): Partial<Credits> | null {
  const credits: Partial<Credits> = {};
  for (const { roles, people } of pieces) {
    for (const role of roles ?? []) credits[role] = [...(credits[role] ?? []), ...people];
  }
  const read = Object.keys(credits).length > 0;
  const unread = pieces
    .filter(({ roles }) => roles === null)
    .map((piece) => withoutFullStop(piece.text))
    .filter((words) => words !== '' && !(read && isContact(words)));
  const [first] = pieces;
  if (first === undefined || !(first.formed || (inBrackets && read))) return null;
  if (unread.length > 0 && (inBrackets ? continuesAfterBracket.test(text) : unread.some(isProse))) {
    return null;
  }
  if (!read) return { verbatim: [text] };
  return unread.length === 0 ? credits : { ...credits, verbatim: unread };
}
