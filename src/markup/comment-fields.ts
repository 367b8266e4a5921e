import { hasAny, nameOf, sureName, type Name } from './comment-name.ts';
import { isAction, isVerb } from './comment-words.ts';
import type { ChildNode, Element } from './nodes.ts';
import type { Piece, Scan } from './scan.ts';

/** What the pieces of one comment say. */
export interface CommentFields {
  name: string | null;
  /** How sure the name is; 0 is a guess by its place. */
  nameScore: number;
  /** The piece of the name, if it is one. */
  namePiece: number | null;
  /** The pieces of the text, in order. */
  text: number[];
  /** The text is no number or action alone: "1", "Agree". */
  isWorded: boolean;
  /** The piece that opens with "Ana wrote:" or "wrote:" and goes on with the text. */
  opening: number | null;
  /** How many things can be done with it: "Reply", "Report as abuse". */
  actions: number;
  hasVerb: boolean;
  /** Links that are no part of its text, at most ten. */
  links: Element[];
  /** The share of the text's letters that are links to other pages, 0 to 1. */
  linked: number;
}

const textWords = new Set('text body content message entry copy texte texto testo'.split(' '));
const mostLinks = 10;

/** Where a line stands to those of the name and the time. */
interface Parts {
  before: number[];
  between: number[];
  after: number[];
}

interface TextAndRest {
  text: number[];
  actions: number;
  links: Element[];
}

/** The lines of the text; the rest is who, when, and what can be done with it. */
function textPieces(
  own: readonly number[],
  name: Name | null,
  stamp: number,
  page: Scan,
): TextAndRest {
  const header = headerLines(name, stamp, page);
  const [first, last] = [Math.min(...header), Math.max(...header)];
  const parts: Parts = { before: [], between: [], after: [] };
  const rest: Rest = { loose: [], actions: 0, links: [] };
  for (const line of ownLines(own, page)) {
    const pieces = line.filter((at) => page.pieces[at]?.isTime !== true);
    const at = page.pieces[line[0] ?? -1]?.line ?? 0;
    const isText = !header.has(at) && !pieces.every((piece) => isActionPiece(page.pieces[piece]));
    if (!isText) addRest(rest, pieces, { name, stamp }, page);
    else {
      const part = at > last ? parts.after : at < first ? parts.before : parts.between;
      part.push(...pieces.filter((piece) => piece !== name?.piece || name.opening === piece));
    }
  }
  const [best = []] = [parts.after, parts.between, parts.before].toSorted(
    (one, other) => weight(other, page) - weight(one, page),
  );
  const { loose, actions, links } = rest;
  return { text: best.length > 0 ? best : loose, actions, links };
}

function headerLines(name: Name | null, stamp: number, { pieces }: Scan): Set<number> {
  const header = new Set<number>();
  const time = pieces[stamp];
  if (time && (time.stamp?.time !== '' || time.text === '')) header.add(time.line);
  const line = name?.piece == null ? undefined : pieces[name.piece]?.line;
  if (line !== undefined && name?.opening === null) header.add(line);
  return header;
}

function* ownLines(own: readonly number[], { pieces }: Scan): Generator<number[]> {
  let line: number[] = [];
  for (const at of own) {
    const [first] = line;
    if (first !== undefined && pieces[first]?.line !== pieces[at]?.line) {
      yield line;
      line = [];
    }
    line.push(at);
  }
  if (line.length > 0) yield line;
}

function isActionPiece(piece: Piece | undefined): boolean {
  return piece === undefined || piece.isButton || isAction(piece.text.trim());
}

interface Rest {
  /** Text in the lines of name and time, for comments that are one line. */
  loose: number[];
  actions: number;
  links: Element[];
}

function addRest(
  rest: Rest,
  line: readonly number[],
  { name, stamp }: { name: Name | null; stamp: number },
  page: Scan,
): void {
  for (const at of line) {
    const piece = page.pieces[at];
    if (!piece) continue;
    const { link, text } = piece;
    if (link && rest.links.length < mostLinks && rest.links.at(-1) !== link) rest.links.push(link);
    if (isActionPiece(piece)) {
      if (piece.isButton || /\p{L}/u.test(text)) rest.actions += 1;
      if (!piece.isButton && link === null && rest.loose.length === 0) rest.loose.push(at);
      continue;
    }
    rest.actions += countActions(text);
    if (at !== stamp && at !== name?.piece && !isVerb(text.trim())) rest.loose.push(at);
  }
}

/** Actions inside a time's line: "-- Report as abuse". */
function countActions(text: string): number {
  const parts = text.split(/\s*[|·•—–]+\s*|\s+-+\s+/u).slice(0, 5);
  return parts.some((part) => /\p{L}/u.test(part) && isAction(part)) ? 1 : 0;
}

function weight(part: readonly number[], page: Scan): number {
  let letters = 0;
  let isNamed = false;
  for (const [index, at] of part.entries()) {
    const piece = page.pieces[at];
    letters += piece?.length ?? 0;
    if (index >= 8 || !piece?.holder) continue;
    const { holder } = piece;
    const parent = holder.parent && 'attribs' in holder.parent ? holder.parent : null;
    isNamed ||= [holder, parent].some((one) => one && hasAny(page.wordsOf(one), textWords));
  }
  return letters + (isNamed ? 100_000 : 0);
}

function linkedShare(text: readonly number[], { pieces }: Scan): number {
  let all = 0;
  let linked = 0;
  for (const at of text) {
    const piece = pieces[at];
    all += piece?.length ?? 0;
    if (piece?.link && !piece.link.attribs['href']?.startsWith('#')) linked += piece.length;
  }
  return all === 0 ? 0 : linked / all;
}

/** Reads who wrote what from the pieces of one comment; `stamp` is the piece of its time. */
export function commentFields(own: readonly number[], stamp: number, page: Scan): CommentFields {
  const guess = nameOf(own, stamp, page);
  const asNamed = textPieces(own, guess, stamp, page);
  // What is all that it says is its text, and nobody's name.
  const isText = guess !== null && guess.score < sureName && asNamed.text.length === 0;
  const name = isText ? null : guess;
  const { text, actions, links } = isText ? textPieces(own, null, stamp, page) : asNamed;
  return {
    name: name?.name ?? null,
    nameScore: name?.score ?? 0,
    namePiece: name?.piece ?? null,
    text,
    isWorded: text.some((at) => !isActionPiece(page.pieces[at])),
    opening: name?.opening ?? null,
    actions,
    links,
    hasVerb: name?.hasVerb ?? false,
    linked: linkedShare(text, page),
  };
}

/** The nodes of a text; true for one whose text begins after its first colon: "Ana wrote: …". */
export function keptNodes({ text, opening }: CommentFields, page: Scan): Map<ChildNode, boolean> {
  const kept = new Map<ChildNode, boolean>();
  for (const at of text) {
    const piece = page.pieces[at];
    if (piece) kept.set(piece.node, at === opening);
  }
  return kept;
}
