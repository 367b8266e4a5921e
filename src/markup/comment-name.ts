import {
  bareName,
  isAction,
  isPostedBy,
  isVerb,
  namedOpening,
  nameBeforeVerb,
} from './comment-words.ts';
import type { Element } from './nodes.ts';
import type { Piece, Scan } from './scan.ts';

const longestName = 80;
const mostNamePieces = 14;
/** A name with less evidence must stand apart from the text. */
export const sureName = 3;
const nameWords = new Set(
  'author user username name commenter nick nickname poster byline fn member profile autor auteur autore usuario benutzer nutzer pseudo handle'.split(
    ' ',
  ),
);
const noNameWords = new Set(
  'avatar badge role rank location date time timestamp text body content message title subject count score votes likes reply replies'.split(
    ' ',
  ),
);
const nameTags = new Set('b strong cite h3 h4 h5 h6 dt th a'.split(' '));

/** Evidence of the elements that a piece stands in, up to three that hold little else. */
function holderScore(piece: Piece, page: Scan): number {
  let score = 0;
  let element: Element | null = piece.holder;
  for (let up = 0; element && up < 3; up += 1) {
    const { from, to } = page.rangeOf(element);
    if (to - from > 4) break;
    const { itemprop, rel } = element.attribs;
    if (itemprop && /(?:^|\s)(?:author|name|creator)(?:\s|$)/u.test(itemprop.slice(0, 200)))
      score += 6;
    if (rel && /(?:^|\s)author(?:\s|$)/u.test(rel.slice(0, 200))) score += 6;
    const words = page.wordsOf(element);
    if (hasAny(words, nameWords)) score += up === 0 ? 5 : 3;
    if (hasAny(words, noNameWords)) score -= 4;
    if (nameTags.has(element.name)) score += 2;
    element = element.parent && 'attribs' in element.parent ? element.parent : null;
  }
  return score;
}

export function hasAny(words: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  for (const word of words) if (wanted.has(word)) return true;
  return false;
}

/** A comment's name, and where it stands. */
export interface Name {
  name: string;
  score: number;
  piece: number | null;
  hasVerb: boolean;
  /** The piece that opens with "Ana wrote:" or "wrote:" and goes on with the text. */
  opening: number | null;
}

/** The name in one piece, with its evidence; `null` when it can be none. */
function nameIn(at: number, page: Scan): Name | null {
  const piece = page.pieces[at];
  if (!piece) return null;
  const text = piece.text.trim();
  if (piece.stamp && piece.stamp.time !== '') {
    const { before } = piece.stamp;
    const name = bareName(before);
    if (name === '' || name.length > longestName) return null;
    const hasVerb = isPostedBy(before) || nameBeforeVerb(before) !== null;
    return { name, score: hasVerb ? 8 : 3, piece: at, hasVerb, opening: null };
  }
  const line = page.lines[piece.line];
  const following = line && at + 1 < line.to ? page.pieces[at + 1] : undefined;
  const opening = namedOpening(text);
  if (opening !== null && line?.from === at && opening.split(' ').length <= 4) {
    const name = bareName(opening);
    if (name !== '') return { name, score: 6, piece: at, hasVerb: true, opening: at };
  }
  if (text.length > longestName || isAction(text) || isVerb(text) || piece.isButton) return null;
  const name = bareName(text);
  if (name === '' || !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(name)) return null;
  const nextIsVerb =
    following !== undefined && /^\s*\S/u.test(following.text) && isVerb(following.text.trim());
  const hasVerb =
    nameBeforeVerb(text) !== null || isPostedBy(text) || nextIsVerb || opensText(following);
  const score = holderScore(piece, page) + (hasVerb ? 6 : 0);
  const nextOpening = opensText(following) ? at + 1 : null;
  return { name, score, piece: at, hasVerb, opening: nextOpening };
}

/** True for the piece after a name that begins with "wrote:" and goes on. */
function opensText(piece: Piece | undefined): boolean {
  return (
    piece !== undefined &&
    /^\s?\p{L}+(?: \p{L}+)?\s?:\s?\S/u.test(piece.text) &&
    isVerb(piece.text.split(':')[0]?.trim() ?? '')
  );
}

/** Who wrote a comment, by the best evidence in its pieces; `stamp` is the piece of its time. */
export function nameOf(own: readonly number[], stamp: number, page: Scan): Name | null {
  const near = own.filter((at) => at >= stamp - 8 && at <= stamp + 4);
  const seen = [...new Set([...own.slice(0, mostNamePieces), ...near])];
  let best: Name | null = null;
  for (const at of seen) {
    const found = nameIn(at, page);
    if (!found || (found.score < sureName && !standsApart(at, page))) continue;
    if (best === null || found.score > best.score) best = found;
  }
  return best;
}

/** True for a piece that is a short line, or stands in the line of a time. */
function standsApart(at: number, page: Scan): boolean {
  const line = page.lines[page.pieces[at]?.line ?? -1];
  if (!line || line.to - line.from > 6 || !isShortLine(at, page)) return false;
  const others = page.pieces
    .slice(line.from, line.to)
    .filter((_, index) => line.from + index !== at);
  const isTimed = others.some(({ stamp }) => stamp !== null && stamp.time !== '');
  return isTimed || others.every(({ text }) => isAction(text.trim()) || isVerb(text.trim()));
}

function isShortLine(at: number, { pieces, lines }: Scan): boolean {
  const line = lines[pieces[at]?.line ?? -1];
  if (!line || line.to - line.from > 6) return false;
  let length = 0;
  for (let piece = line.from; piece < line.to; piece += 1) length += pieces[piece]?.length ?? 0;
  return length <= longestName;
}
