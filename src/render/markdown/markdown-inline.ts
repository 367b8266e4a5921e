const tagOf: Readonly<Record<string, string>> = {
  '*': 'em',
  _: 'em',
  '**': 'strong',
  __: 'strong',
  '~~': 's',
};
const escape = /\\([!-/:-@[-`{-~])/uy;
const codeMarks = /`+/uy;
const link =
  /(!?)\[([^[\]]{0,1000})\]\(\s{0,5}(?:<([^<>\n]{0,1000})>|([^\s()<>]{0,1000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,200})?))(?:\s{1,5}"[^"\n]{0,300}")?\s{0,5}\)/uy;
const autolink = /<(https?:\/\/[^\s<>]{1,1000})>/iuy;
const emphasis = /\*\*|__|~~|\*|_/uy;
const plain = /[^\\`![<*_~]+/uy;

/** A piece of what was written so far; `open` marks emphasis that is not closed yet. */
interface Piece {
  html: string;
  open: string | null;
}

/**
 * The inline part of CommonMark (section 6) as HTML. Everything else is escaped. Takes time in
 * proportion to the length.
 */
export function inlineHtml(text: string, links = true): string {
  const pieces: Piece[] = [];
  const open: Piece[] = [];
  const partnerOf = backtickPartners(text);
  const write = (html: string) => pieces.push({ html, open: null });
  let at = 0;
  const matched = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  while (at < text.length) {
    const before = text[at - 1] ?? ' ';
    const plainText = matched(plain);
    if (plainText) {
      write(escapeHtml(plainText[0]));
      continue;
    }
    const escapedMark = matched(escape);
    if (escapedMark) {
      write(escapeHtml(escapedMark[1] ?? ''));
      continue;
    }
    const ticks = matched(codeMarks)?.[0];
    if (ticks !== undefined) {
      const end = partnerOf(ticks, at);
      if (end === null) write(ticks);
      else {
        write(`<code>${escapeHtml(text.slice(at, end).trim())}</code>`);
        at = end + ticks.length;
      }
      continue;
    }
    const linked = links ? matched(link) : null;
    if (linked) {
      const [, image, label = '', bracketed, bare = ''] = linked;
      const inner = inlineHtml(image && label.trim() === '' ? 'Image' : label, false);
      write(`<a href="${escapeHtml(bracketed ?? bare)}">${inner}</a>`);
      continue;
    }
    const address = matched(autolink)?.[1];
    if (address !== undefined) {
      write(`<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`);
      continue;
    }
    const marks = matched(emphasis)?.[0];
    if (marks !== undefined) {
      emphasise(marks, before, text[at] ?? ' ');
      continue;
    }
    write(escapeHtml(text[at] ?? ''));
    at += 1;
  }
  return pieces.map(({ html }) => html).join('');

  function emphasise(marks: string, previous: string, next: string): void {
    const isWord = (character: string) => /[\p{L}\p{N}]/u.test(character);
    const inWord = marks.startsWith('_') && isWord(previous) && isWord(next);
    const partnerAt = open.findLastIndex((piece) => piece.open === marks);
    if (!inWord && partnerAt >= 0 && /\S/u.test(previous)) {
      const tag = tagOf[marks] ?? 'em';
      const begin = open[partnerAt];
      if (begin) begin.html = `<${tag}>`;
      open.length = partnerAt;
      write(`</${tag}>`);
      return;
    }
    const piece: Piece = { html: marks, open: marks };
    pieces.push(piece);
    if (!inWord && /\S/u.test(next)) open.push(piece);
    // A reader's emphasis is a few deep; more than this is noise.
    if (open.length > 20) open.shift();
  }
}

/**
 * Finds where the run of backticks that ends a code span begins; `null` for none. Asked from the
 * beginning of the text to its end, so each run is passed once.
 */
function backtickPartners(text: string): (ticks: string, from: number) => number | null {
  let byLength: Map<number, number[]> | null = null;
  return (ticks, from) => {
    byLength ??= backtickRuns(text);
    const places = byLength.get(ticks.length) ?? [];
    while ((places.at(-1) ?? Infinity) < from) places.pop();
    return places.at(-1) ?? null;
  };
}

/** Where the runs of each length begin, last first. */
function backtickRuns(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (const run of [...text.matchAll(/`+/gu)].toReversed()) {
    const places = runs.get(run[0].length) ?? [];
    places.push(run.index);
    runs.set(run[0].length, places);
  }
  return runs;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
