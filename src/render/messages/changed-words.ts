import { cleanText, oneLine } from '../markdown/clean-text.ts';
import { escapeMarkdown } from '../markdown/escape.ts';
import { truncate } from '../markdown/limits.ts';

/** Unchanged words that are shown before a change, and after it. */
const mostAround = 8;
/** Characters of a text that are compared, and of each part that are shown. */
const mostCompared = 5_000;
const mostShown = 300;

/**
 * An edit in one line of Markdown: "who ~~paid~~ **pays** for it". What lies between the first word
 * that differs and the last one is shown struck through, then as it is now. Takes time linear in the
 * texts.
 */
export function changedWords(before: string, after: string): string {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const tail = now.length - end;
  const lead = now.slice(Math.max(0, start - mostAround), start);
  const rest = now.slice(tail, tail + mostAround);
  return [
    start > mostAround ? '…' : '',
    shown(lead),
    marked('~~', old.slice(start, old.length - end)),
    marked('**', now.slice(start, tail)),
    shown(rest),
    end > mostAround ? '…' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const wordsOf = (text: string) =>
  oneLine(cleanText(text.slice(0, mostCompared)))
    .split(' ')
    .filter(Boolean);

const shown = (words: readonly string[]) => escapeMarkdown(truncate(words.join(' '), mostShown));

function marked(mark: string, words: readonly string[]): string {
  return words.length === 0 ? '' : `${mark}${shown(words)}${mark}`;
}
