/** A run of this many units without a space is text in a script without spaces, or an address. */
const longestWord = 60;

let wordSegmenter: Intl.Segmenter | null = null;
let graphemeSegmenter: Intl.Segmenter | null = null;

/**
 * A text within `longest` UTF-16 units, an ellipsis where words were left out. No word, address or
 * character is cut; `''` when not even the first character fits.
 */
export function cutAtWord(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const room = text.slice(0, longest);
  const space = room.lastIndexOf(' ');
  const run = text.slice(space + 1, longest + 1);
  const isCuttable = space < 0 || (run.length > longestWord && /[^\p{ASCII}]/u.test(run));
  const end = isCuttable ? boundaryBefore(text, Math.max(0, space + 1), longest - 1) : space;
  const whole = text
    .slice(0, end)
    .slice(-longest)
    .replace(/[\s\p{Pd}\p{Ps}\p{Pi},;:、，]+$/u, '');
  return whole === '' ? '' : `${whole}…`;
}

/** The last boundary of a word, else of a character, at or before `longest`. */
function boundaryBefore(text: string, start: number, longest: number): number {
  wordSegmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  graphemeSegmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  const part = text.slice(start, longest + 100);
  for (const segmenter of [wordSegmenter, graphemeSegmenter]) {
    let end = 0;
    for (const { index } of segmenter.segment(part)) {
      if (start + index > longest) break;
      end = index;
    }
    if (end > 0) return start + end;
  }
  return start;
}
