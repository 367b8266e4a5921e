import { graphemes } from '../../text/graphemes.ts';

/**
 * Pieces of markdown that are never cut: escapes, links, timestamps, addresses, markers. None but an
 * escape holds a backtick, which may end code.
 */
const pieces =
  /\\[^]\p{M}{0,8}|```|\[(?:\\[^\n]|[^[\]\n\\`]){1,1100}\]\([^\s()`]{1,1100}\)|<[^\s<>`]{1,1100}>|https?:\/\/[^\s<>`]{1,1100}|\*{1,3}|~~|\|\||`|\n+|[^\S\n]+|[^\\[<*~|`\sh]+|[^]/gu;
const markers = new Set(['*', '**', '***', '~~', '||', '`']);
const continuing = /^(?:\p{M}|\u200d|\p{Emoji_Modifier})/u;

/** Shorter parts have no room to close and reopen formatting around a cut. */
const leastForFormatting = 100;
/** Longer white space is shortened to this. */
const mostSpace = 100;
/** More than a link, with room for white space between parts. */
const longestUncut = 4_000;

function atomsOf(text: string): string[] {
  const atoms: string[] = [];
  for (const [piece] of text.matchAll(pieces)) {
    // A mark after a marker must not hide the marker.
    if (continuing.test(piece) && atoms.length > 0 && !markers.has(atoms.at(-1) ?? '')) {
      const [head = '', ...rest] = graphemes(piece);
      atoms.push((atoms.pop() ?? '') + head);
      for (const atom of rest) atoms.push(atom);
    } else if (/^(?:\\|\[.|<.|https?:|```)/u.test(piece) || piece.length === 1) atoms.push(piece);
    else if (/^[\s*~|]/u.test(piece)) atoms.push(piece.slice(0, mostSpace));
    else for (const atom of graphemes(piece)) atoms.push(atom);
  }
  return atoms;
}

/** The formatting that is open at a position: markers in order, a code fence, a quoted line. */
interface Formatting {
  open: readonly string[];
  fenced: boolean;
  quoted: boolean;
}

const unformatted: Formatting = { open: [], fenced: false, quoted: false };

function formattingAfter(
  before: Formatting,
  atom: string,
  previous: string,
  next: string,
): Formatting {
  const lineStart = previous === '' || previous.endsWith('\n');
  if (atom === '```') return { ...before, open: [], fenced: !before.fenced };
  if (before.fenced) return before;
  if (atom.includes('\n')) return unformatted;
  if (atom === '>' && lineStart && next.startsWith(' ')) return { ...before, quoted: true };
  if (!markers.has(atom)) return before;
  const at = before.open.lastIndexOf(atom);
  if (at >= 0) {
    return /\s$/u.test(previous) ? before : { ...before, open: before.open.slice(0, at) };
  }
  if (next === '' || /^\s/u.test(next) || before.open.includes('`') || before.open.length > 4) {
    return before;
  }
  return { ...before, open: [...before.open, atom] };
}

const opening = ({ open, fenced, quoted }: Formatting): string =>
  `${quoted ? '> ' : ''}${fenced ? '```\n' : ''}${open.join('')}`;
const closing = ({ open, fenced }: Formatting): string =>
  `${[...open].reverse().join('')}${fenced ? '\n```' : ''}`;

interface Cut {
  /** The atom that the next part begins with. */
  at: number;
  text: string;
  formatting: Formatting;
}

/**
 * Splits text into parts of at most `limit` UTF-16 units. It cuts after a paragraph, or else a line,
 * a sentence or a word, if one ends in the second half of the part; never inside a grapheme, a link
 * or an escape. Code fences, quotes and emphasis are closed at a cut and opened again after it.
 * White space at a cut is dropped; no part is blank. Only the first `most` parts are made.
 */
export function splitMessage(text: string, limit: number, most = Infinity): string[] {
  if (text.length <= limit) return text.trim() === '' ? [] : [text];
  const keepsFormatting = limit >= leastForFormatting;
  const needed = text.slice(0, most * limit + longestUncut);
  const atoms = atomsOf(needed).flatMap((atom) =>
    fitting(atom, keepsFormatting ? limit - 40 : limit),
  );
  const parts: string[] = [];
  let formatting = unformatted;
  let from = 0;
  let isLineStart = true;
  while (from < atoms.length && parts.length < most) {
    if (!formatting.fenced && atoms[from]?.trim() === '') {
      formatting = formattingAfter(formatting, atoms[from] ?? '', '', '');
      isLineStart ||= atoms[from]?.includes('\n') ?? false;
      from += 1;
      continue;
    }
    if (!isLineStart && !formatting.fenced) escapeStart(atoms, from);
    const cut = nextCut(atoms, from, limit, keepsFormatting ? formatting : unformatted);
    const part = cut.text.trimEnd() + (keepsFormatting ? closing(cut.formatting) : '');
    if (cut.text.trim() !== opening(formatting).trim() && part.trim() !== '') parts.push(part);
    formatting = cut.formatting;
    from = cut.at;
    isLineStart = atoms[from - 1]?.includes('\n') ?? false;
    if (formatting.fenced && atoms[from]?.startsWith('\n')) from += 1;
  }
  return parts;
}

/** What stood within a line is no heading, list or quote now that a part begins with it. */
function escapeStart(atoms: string[], from: number): void {
  const ahead = atoms.slice(from, from + 12).join('');
  const number = /^(\d{1,9})[.)](?=\s|$)/u.exec(ahead)?.[1];
  const isMarker = /^(?:#{1,3}(?=\s|$)|-(?=[\s#]|$)|>)/u.test(ahead);
  const at = isMarker ? from : number === undefined ? null : from + number.length;
  if (at !== null) atoms[at] = `\\${atoms[at] ?? ''}`;
}

function nextCut(atoms: readonly string[], from: number, limit: number, start: Formatting): Cut {
  const best: (Cut | undefined)[] = [];
  let text = opening(start);
  /** Without white space at its end. */
  let shownLength = text.trimEnd().length;
  let formatting = start;
  let at = from;
  for (; at < atoms.length; at += 1) {
    const atom = atoms[at] ?? '';
    const next = formattingAfter(formatting, atom, atoms[at - 1] ?? '', atoms[at + 1] ?? '');
    const blank = atom.trim() === '';
    const shown = blank ? shownLength : text.length + atom.trimEnd().length;
    const fits = shown + closing(limit < leastForFormatting ? unformatted : next).length <= limit;
    if (!fits && at > from) break;
    const quality = breakQuality(atom, atoms[at - 1] ?? '');
    if (quality !== null && text.length >= limit / 2) {
      const markerEnd = quality === 3 ? formatting : next;
      best[quality] = { at: at + 1, text, formatting: atom.includes('\n') ? next : markerEnd };
    }
    text += atom;
    shownLength = shown;
    formatting = next;
  }
  const whole = { at, text, formatting };
  if (at === atoms.length) return whole;
  if (/^\s/u.test(atoms[at] ?? '')) return whole;
  return best.find((cut) => cut !== undefined) ?? whole;
}

/** 0 at the end of a paragraph, 1 of a line, 2 of a sentence, 3 of a word. */
function breakQuality(atom: string, previous: string): number | null {
  if (atom.startsWith('\n')) return atom.length > 1 ? 0 : 1;
  if (atom.trim() !== '') return null;
  return /[.!?…。！？]$/u.test(previous) ? 2 : 3;
}

function fitting(atom: string, limit: number): string[] {
  if (atom.length <= limit) return [atom];
  const pieces = [''];
  for (const segment of graphemes(atom)) {
    for (const character of segment.length > limit ? segment : [segment]) {
      const last = pieces.at(-1) ?? '';
      if (last.length + character.length > limit) pieces.push(character);
      else pieces[pieces.length - 1] = last + character;
    }
  }
  return pieces;
}
