import { splitCaption, withoutCaptionLabel, type Caption } from '../../credits/photo/caption.ts';
import { isPhotoHeading } from '../../credits/photo/heading.ts';
import { readMarkedCredit, readPhotoCredit } from '../../credits/photo/photo-credit.ts';
import { isKnownAgency } from '../../credits/names/agencies.ts';
import type { PhotoCredit } from '../../core/story/credits.ts';
import type { Element } from '../page/page.ts';
import type { Piece } from './frame-pieces.ts';

const longestCredit = 200;
const longestCaption = 2_000;
const creditTags = new Set(['cite', 'small', 'footer']);
/** A text that is in brackets as a whole. */
const bracketed = /^\([^()]{2,80}\)$/u;
/** A label, as "Keywords", looks like a name. */
const oneWord = /^\p{Script=Latin}+$/u;
const severalSentences = /\p{Ll}{3}[.!?] \p{L}/u;
/** What stands between a caption and its credit. */
const separators = /^[\s|•·–—:/-]+$/u;

function isInside(element: Element, outer: Element): boolean {
  for (let node: Element['parent'] = element; node; node = node.parent)
    if (node === outer) return true;
  return false;
}

/** Two runs of text in elements of their own: neither is a part of the other's sentence. */
function areApart(one: Piece, other: Piece): boolean {
  return !isInside(one.owner, other.owner) && !isInside(other.owner, one.owner);
}

/** A heading in an element of its own ("Photo:") is joined to the names after it. */
function withHeadings(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const before = found.at(-1);
    if (before && before.text.length <= 40 && isPhotoHeading(before.text, 'alone'))
      found[found.length - 1] = { ...piece, text: `${before.text} ${piece.text}`, mark: 'credit' };
    else if (before && separators.test(piece.text)) continue;
    else found.push(piece);
  }
  return found;
}

/** The credit that a run of text is as a whole. */
function creditOf(piece: Piece, before: Piece | undefined): PhotoCredit | null {
  const { text, mark, owner } = piece;
  if (text.length > longestCredit) return null;
  if (isPhotoHeading(text))
    return (
      readPhotoCredit(text) ??
      (mark === 'credit' || text.length <= 100 ? readMarkedCredit(text) : null)
    );
  if (mark === 'credit') return readMarkedCredit(text);
  if (creditTags.has(owner.name) && (owner.name === 'cite' || before))
    return readMarkedCredit(text);
  if (before !== undefined) return areApart(before, piece) ? agencyOrName(text) : null;
  return mark === 'caption' && bracketed.test(text) ? readMarkedCredit(text) : null;
}

/** A text before a caption is a credit where it names an agency that is known. */
function knownAgency(piece: Piece, next: Piece | undefined): PhotoCredit | null {
  if (next === undefined || !areApart(piece, next) || isPhotoHeading(next.text)) return null;
  const credit = agencyOrName(piece.text);
  return credit?.agency?.split('/').some(isKnownAgency) ? credit : null;
}

/** A text after a caption is a credit without a heading too, where it names an agency or a person. */
function agencyOrName(text: string): PhotoCredit | null {
  if (text.length > 100 || severalSentences.test(text)) return null;
  const credit = readPhotoCredit(text);
  return credit?.agency === null && oneWord.test(text) ? null : credit;
}

/** Two credits that name houses alone, as "Photo by ipx" and "Harbourpix". */
function withAgency(credit: PhotoCredit, { photographer, agency }: PhotoCredit): PhotoCredit {
  const isOther = photographer === null && agency !== null && credit.agency !== agency;
  return isOther && credit.photographer === null
    ? { ...credit, agency: `${credit.agency ?? ''}/${agency}` }
    : credit;
}

/** What the texts around a picture say of it. */
export function captionIn(all: readonly Piece[]): Caption {
  const pieces = withHeadings(all);
  const lines: string[] = [];
  let credit: PhotoCredit | null = null;
  pieces.forEach((piece, index) => {
    const said =
      creditOf(piece, lines.length > 0 ? pieces[index - 1] : undefined) ??
      (lines.length === 0 ? knownAgency(piece, pieces[index + 1]) : null);
    if (said === null) {
      if (lines.at(-1) !== piece.text) lines.push(piece.text);
    } else if (credit === null) credit = said;
    else if (credit.agency === null && said.photographer === null)
      credit = { ...credit, agency: said.agency };
    else if (credit.photographer === null && said.agency === null)
      credit = { ...credit, photographer: said.photographer };
    else credit = withAgency(credit, said);
  });
  const split = splitCaption(lines.join(' ').slice(0, longestCaption));
  return {
    caption: split.caption === null ? null : withoutCaptionLabel(split.caption),
    credit: credit ?? split.credit,
  };
}
