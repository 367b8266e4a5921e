import { breakMentions, escapeStretch } from './escape.ts';
import { htmlLines, type MarkdownLimits, markdownLimits } from './html-lines.ts';
import { cleanText } from './clean-text.ts';
import { type Line, mark, type Run } from './runs.ts';

const zeroWidthSpace = '\u200b';
const wrappers = [
  [mark.emphasis, '*'],
  [mark.strong, '**'],
  [mark.strike, '~~'],
] as const;

/**
 * A reader's HTML as Discord markdown. All text is escaped. Links lead to http and https only; the
 * address of a link whose text looks like another address is written next to it. Never throws.
 */
export function discordMarkdown(html: string, limits: Partial<MarkdownLimits> = {}): string {
  const written: string[] = [];
  let gap: string | null = null;
  for (const line of htmlLines(html, { ...markdownLimits, ...limits })) {
    const prefix = line.quoted ? '> ' : '';
    if (line.kind === 'gap') {
      gap = prefix;
      continue;
    }
    const text = line.kind === 'code' ? codeBlock(line.text, prefix) : textLine(line);
    if (text === '') continue;
    if (gap !== null && written.length > 0) written.push(gap);
    gap = null;
    written.push(line.kind === 'code' ? text : `${prefix}${line.lead}${text}`);
  }
  return written.join('\n');
}

/** A reader's HTML as plain text on the same lines, without escapes. It is stored as evidence. */
export function plainText(html: string, limits: Partial<MarkdownLimits> = {}): string {
  return htmlLines(html, { ...markdownLimits, ...limits })
    .map((line) => {
      if (line.kind === 'gap') return '';
      if (line.kind === 'code') return cleanText(line.text);
      return line.lead + cleanText(line.runs.map(({ text }) => text).join(''));
    })
    .join('\n')
    .trim();
}

function codeBlock(text: string, prefix: string): string {
  const code = breakMentions(cleanText(text).trimEnd())
    .replace(/^(?:[^\S\n]*\n)+/u, '')
    .replaceAll('``', `\`${zeroWidthSpace}\``);
  if (code === '') return '';
  return ['```', ...code.split('\n'), '```'].map((line) => prefix + line).join('\n');
}

function textLine(line: Extract<Line, { kind: 'text' }>): string {
  let written = '';
  let lineStart = true;
  let markedBefore = false;
  let hidden = false;
  const hide = (isHidden: boolean): void => {
    if (isHidden === hidden) return;
    hidden = isHidden;
    const end = written.trimEnd().length;
    written = isHidden ? `${written}||` : `${written.slice(0, end)}||${written.slice(end)}`;
  };
  for (const run of settled(line.runs)) {
    const text = run.text.trim();
    const [before, after] = [/^\s/u.test(run.text), /\s$/u.test(run.text)];
    if (text === '') {
      written += ' ';
      markedBefore = false;
      continue;
    }
    const marked = (run.marks & ~mark.spoiler) !== 0 || run.link !== null;
    const isHidden = (run.marks & mark.spoiler) !== 0;
    if (!isHidden) hide(false);
    if (before) written += ' ';
    else if (markedBefore && marked) written += zeroWidthSpace;
    hide(isHidden);
    written += wrapped(run, text, lineStart);
    if (after) written += ' ';
    markedBefore = marked && !after;
    lineStart = false;
  }
  hide(false);
  return breakMentions(written.trim());
}

function wrapped(run: Run, text: string, lineStart: boolean): string {
  if ((run.marks & mark.code) !== 0 && run.link === null) return `\`${text}\``;
  let inner = run.link
    ? `[${escapeStretch(text.replaceAll('[', '(').replaceAll(']', ')'), { links: false, lineStart: false })}](<${run.link.url}>)`
    : escapeStretch(text, { links: true, lineStart });
  for (const [bit, wrapper] of wrappers) {
    if ((run.marks & bit) !== 0) inner = wrapper + inner + wrapper;
  }
  return inner;
}

/**
 * Runs with clean text, one per link, with deceptive links written out and equal neighbours joined,
 * so that markdown which only two of them together would form is escaped.
 */
function settled(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  const append = (run: Run): void => {
    const marks = run.text.trim() === '' ? 0 : run.marks;
    const last = joined.at(-1);
    if (last && last.link === run.link && last.marks === marks) last.text += run.text;
    else if (run.text !== '') joined.push({ ...run, marks });
  };
  for (const run of linksWhole(runs)) {
    const text = cleanText(run.text).replace(/\s+/gu, ' ');
    const isCode = !/`|\\\s*$/u.test(text);
    const marks = isCode ? run.marks : run.marks & ~mark.code;
    const [url, label] = [run.link?.url, text.trim()];
    if (url === undefined || label === '') append({ text, marks, link: null });
    else if (isSameAddress(label, url)) append({ text: spaced(text, url), marks, link: null });
    else if (looksLikeAddress(label)) {
      append({ text: spaced(text, `${label} (${url})`), marks, link: null });
    } else append({ text, marks, link: run.link });
  }
  return joined;
}

function linksWhole(runs: readonly Run[]): Run[] {
  const whole: Run[] = [];
  for (const run of runs) {
    const last = whole.at(-1);
    if (last && last.link !== null && last.link === run.link) {
      last.text += run.text;
      last.marks &= run.marks;
    } else whole.push({ ...run });
  }
  return whole;
}

/** Replaces `text` and keeps the white space around it. */
function spaced(text: string, replacement: string): string {
  return text.replace(/\S(?:[^]*\S)?/u, () => replacement);
}

const addressLike = /:\/\/|www\.|[\p{L}\p{N}-]{1,63}[.。](?:xn--|\p{L}{2,24}(?![\p{L}\p{N}]))/iu;

function looksLikeAddress(label: string): boolean {
  return addressLike.test(label.slice(0, 1000).normalize('NFKC'));
}

const bare = (address: string): string => address.replace(/^https?:\/\/(?:www\.)?|^www\./iu, '');

/** True if a link's text is its own address, complete or cut by an ellipsis after the host. */
function isSameAddress(label: string, url: string): boolean {
  const target = bare(url);
  const cut = /^([^]*?)\s?(?:…|\.\.\.)$/u.exec(label.slice(0, 1000))?.[1];
  if (cut !== undefined) return bare(cut).includes('/') && target.startsWith(bare(cut));
  const shown = bare(label);
  return shown === target || `${shown}/` === target;
}
