import type { Element } from './nodes.ts';
import type { Piece } from './scan.ts';

/**
 * The text of pieces as one line. " | " parts a number that has an element of its own from words or
 * a number before it, so that "36" and "146 comments" are two numbers, and "36 146 comments" is one.
 */
export function partedText(pieces: readonly Piece[]): string {
  let line = '';
  let last: Element | null = null;
  for (const { text, holder } of pieces) {
    const words = text.replaceAll(/\s+/gu, ' ');
    if (words.trim() === '') {
      line += words;
      continue;
    }
    const isApart = last !== holder && /^ ?\d/u.test(words) && /[\p{L}\d] ?$/u.test(line);
    line = isApart ? `${line.trimEnd()} | ${words.trimStart()}` : line + words;
    last = holder;
  }
  return line.replaceAll(/ {2,}/gu, ' ').trim();
}
