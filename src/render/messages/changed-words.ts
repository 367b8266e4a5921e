import { cleanText, oneLine } from '../markdown/clean-text.ts';
import { escapeMarkdown } from '../markdown/escape.ts';
import { truncate } from '../markdown/limits.ts';

/** Unchanged words that are shown before a change, and after it. */
const mostAround = 8;
/** Characters of a text that are compared, of each part that is shown, and of all parts together. */
const mostCompared = 5_000;
const mostShown = 300;
const mostTogether = 1_200;
/** Pairs of words that are compared; beyond that, all between the first and the last change is one. */
const mostPairs = 250_000;

/** A run of words, in one or both of the texts. */
interface Run {
  kind: 'same' | 'removed' | 'added';
  words: string[];
}

/**
 * An edit in one line of Markdown: "who ~~paid~~ **pays** for it". Each change is shown struck through,
 * then as it is now, with the words around it. Time and length are bounded.
 */
export function changedWords(before: string, after: string): string {
  const runs = runsOf(wordsOf(before), wordsOf(after));
  const parts: string[] = [];
  let room = mostTogether;
  for (const [index, run] of runs.entries()) {
    const part = partOf(run, index === 0, index === runs.length - 1);
    if (part === '') continue;
    room -= part.length + 1;
    if (room < 0) return [...parts, '…'].join(' ');
    parts.push(part);
  }
  return parts.join(' ');
}

const wordsOf = (text: string) =>
  oneLine(cleanText(text.slice(0, mostCompared)))
    .split(' ')
    .filter(Boolean);

/** The runs of two texts in order; what was removed comes before what was added in its place. */
function runsOf(old: readonly string[], now: readonly string[]): Run[] {
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const runs: Run[] = [];
  add(runs, 'same', now.slice(0, start));
  addChanges(runs, old.slice(start, old.length - end), now.slice(start, now.length - end));
  add(runs, 'same', now.slice(now.length - end));
  return runs;
}

function add(runs: Run[], kind: Run['kind'], words: readonly string[]): void {
  if (words.length === 0) return;
  const last = runs.at(-1);
  if (last?.kind === kind) last.words.push(...words);
  else runs.push({ kind, words: [...words] });
}

/** By the longest sequence of words that both have. */
function addChanges(runs: Run[], old: readonly string[], now: readonly string[]): void {
  if (old.length * now.length > mostPairs) {
    add(runs, 'removed', old);
    add(runs, 'added', now);
    return;
  }
  const common = commonLengths(old, now);
  const width = now.length + 1;
  let removed: string[] = [];
  let added: string[] = [];
  const close = () => {
    add(runs, 'removed', removed);
    add(runs, 'added', added);
    [removed, added] = [[], []];
  };
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [left, right] = [old[i], now[j]];
    if (left !== undefined && left === right) {
      close();
      add(runs, 'same', [left]);
      [i, j] = [i + 1, j + 1];
      continue;
    }
    const without = common[(i + 1) * width + j] ?? -1;
    const withNew = common[i * width + j + 1] ?? -1;
    if (left !== undefined && (right === undefined || without >= withNew)) {
      removed.push(left);
      i += 1;
    } else if (right !== undefined) {
      added.push(right);
      j += 1;
    }
  }
  close();
}

/** For each pair of places, how many words the rests of the texts have in common, in order. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint16Array {
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        old[i] === now[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  return lengths;
}

function partOf({ kind, words }: Run, isFirst: boolean, isLast: boolean): string {
  if (kind === 'removed') return `~~${shown(words)}~~`;
  if (kind === 'added') return `**${shown(words)}**`;
  const around = (isFirst ? 0 : mostAround) + (isLast ? 0 : mostAround);
  if (words.length <= around) return shown(words);
  const lead = isFirst ? [] : words.slice(0, mostAround);
  const tail = isLast ? [] : words.slice(-mostAround);
  return [shown(lead), '…', shown(tail)].filter(Boolean).join(' ');
}

const shown = (words: readonly string[]) => escapeMarkdown(truncate(words.join(' '), mostShown));
