const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** The segmenter takes time by the square of what it is given. More than any grapheme of a language. */
const windowLength = 128;

/** Never part of a larger grapheme: letters, figures and signs of most scripts, without marks. */
const alone =
  /[\x20-\x7e\u00a1-\u00a8\u00ab\u00ac\u00af-\u02ff\u0370-\u0482\u048a-\u052f\u3001-\u3029\u3041-\u3096\u30a0-\u3134\u4e00-\u9fff\uff01-\uff60]+/uy;

/**
 * What readers see as one character each, in order; joined they are the text. Takes time in
 * proportion to the length; a grapheme of more than 128 UTF-16 units is cut.
 */
export function* graphemes(text: string): Generator<string> {
  let at = 0;
  while (at < text.length) {
    alone.lastIndex = at;
    const letters = alone.exec(text)?.[0] ?? '';
    // The last one may have a mark after it.
    const end = at + letters.length - (at + letters.length < text.length ? 1 : 0);
    for (; at < end; at += 1) yield text.charAt(at);
    if (at >= text.length) return;
    at += yield* windowOf(text, at);
  }
}

/** The graphemes of a window that certainly end in it; the length of them all. */
function* windowOf(text: string, start: number): Generator<string, number> {
  const window = wholeCharacters(text.slice(start, start + windowLength));
  const isLast = start + window.length >= text.length;
  let yielded = 0;
  for (const { segment, index } of segmenter.segment(window)) {
    const ends = index + segment.length < window.length;
    if (!ends && !isLast && index > 0) break;
    yield segment;
    yielded += segment.length;
  }
  return yielded;
}

/** Without half of a surrogate pair at its end. */
function wholeCharacters(window: string): string {
  const last = window.charCodeAt(window.length - 1);
  return window.length === windowLength && last >= 0xd800 && last <= 0xdbff
    ? window.slice(0, -1)
    : window;
}
