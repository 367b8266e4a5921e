import type { WatchedPattern } from './rules.ts';

/** Longer texts are read to here: more than all messages of a comment show. */
const longestText = 25_000;
const mostLinks = 500;
const longestPattern = 100;
/** Tokens whose matches are remembered: the same words come again in the next comment. */
const mostRemembered = 50_000;

/** Scripts that write words without spaces: their patterns are found anywhere in the text. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * A text as patterns are compared with it: lower case, without accents, characters of no width, and
 * the variants that Unicode has of a letter. "ＦＲＥＥ Çoîns" is "free coins".
 */
function folded(text: string): string {
  return text
    .slice(0, longestText)
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F\p{Cf}]/gu, '')
    .normalize('NFC')
    .toLowerCase();
}

const wordsOf = (text: string) => text.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];

/** The parts of one word's pattern between its stars. */
type Glob = readonly string[];

/**
 * Whether a word is what a pattern asks for. Linear in the word: each part is looked for once, after
 * the one before.
 */
function isMatch(word: string, glob: Glob): boolean {
  const [first = '', ...others] = glob;
  const last = others.pop();
  if (last === undefined) return word === first;
  if (!word.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = word.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return word.length - last.length >= at && word.endsWith(last);
}

/** A pattern of words, ready to be compared. */
type Compiled = { anywhere: string } | { globs: Glob[] };

function compiled(pattern: string): Compiled {
  const text = folded(pattern);
  if (unspaced.test(text)) return { anywhere: text.replaceAll(/[\s*]+/gu, '') };
  const words = text.match(/[\p{L}\p{M}\p{N}_*]+/gu) ?? [];
  return { globs: words.map((word) => word.replaceAll(/\*+/gu, '*').split('*')) };
}

/** A pattern that a person typed: how it is stored, or what is wrong with it. */
export type PatternRead =
  | { pattern: string }
  | { wrong: 'empty' | 'too-long' | 'too-general' | 'inner-star' | 'no-domain' };

/** At least this many letters or digits, so that a pattern does not match half of all comments. */
const leastLetters = 2;

export function readWords(typed: string): PatternRead {
  const pattern = typed.trim().replaceAll(/\s+/gu, ' ');
  if (pattern === '') return { wrong: 'empty' };
  if (pattern.length > longestPattern) return { wrong: 'too-long' };
  const letters = wordsOf(folded(pattern)).join('');
  if (letters === '') return { wrong: 'empty' };
  if (unspaced.test(pattern)) {
    return /[^*]\*+[^*]/u.test(pattern) ? { wrong: 'inner-star' } : { pattern };
  }
  return letters.length < leastLetters ? { wrong: 'too-general' } : { pattern };
}

/** A domain, also of an address that was pasted: "https://www.Example.com/a" is "example.com". */
export function readDomain(typed: string): PatternRead {
  const text = typed.trim();
  if (text === '') return { wrong: 'empty' };
  if (text.length > 500) return { wrong: 'too-long' };
  const host = hostname(text.replace(/^[a-z]+:\/\//iu, '').replace(/^\*\./u, ''));
  if (host === null || !/[^.]\.[^.\d]/u.test(host)) return { wrong: 'no-domain' };
  return { pattern: host.replace(/^www\./u, '') };
}

function hostname(text: string): string | null {
  const address = `http://${text}`;
  return URL.canParse(address) ? new URL(address).hostname.replace(/\.$/u, '') : null;
}

/** Every name with a dot in a text, with or without a scheme before it. */
function hostsIn(text: string): Set<string> {
  const names = text.slice(0, 4 * longestText).match(/[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu) ?? [];
  const hosts = new Set<string>();
  for (const name of names.slice(0, mostLinks)) {
    const host = hostname(name);
    if (host !== null) hosts.add(host);
  }
  return hosts;
}

/** "a.b.example.com", "b.example.com", "example.com", "com". */
function domainsOf(host: string): string[] {
  const labels = host.split('.').slice(-10);
  return labels.map((_, index) => labels.slice(index).join('.'));
}

/** A comment as patterns are compared with it. */
export interface WatchedText {
  text: string;
  /** Where addresses are found: the text with the targets of its links. */
  links: string;
}

/**
 * Compares comments with watched patterns; returns those that match, in their order. Words match
 * whole words and phrases in any case, `*` stands for any letters of one word; a domain matches links
 * to it and its subdomains. Time is linear in the text: no pattern is a regular expression.
 */
export function patternMatcher(
  patterns: readonly WatchedPattern[],
): (comment: WatchedText) => WatchedPattern[] {
  const domains = new Map<string, WatchedPattern[]>();
  const anywhere: { part: string; pattern: WatchedPattern }[] = [];
  const phrases: { globs: Glob[]; pattern: WatchedPattern }[] = [];
  for (const pattern of patterns) {
    if (pattern.kind === 'link') {
      domains.set(pattern.pattern, [...(domains.get(pattern.pattern) ?? []), pattern]);
      continue;
    }
    const words = compiled(pattern.pattern);
    if ('anywhere' in words) anywhere.push({ part: words.anywhere, pattern });
    else if (words.globs.length > 0) phrases.push({ globs: words.globs, pattern });
  }
  const beginning = phrasesByWord(phrases);
  return ({ text, links }) => {
    const found = new Set<WatchedPattern>();
    if (domains.size > 0) {
      for (const host of hostsIn(links)) {
        for (const domain of domainsOf(host)) {
          for (const pattern of domains.get(domain) ?? []) found.add(pattern);
        }
      }
    }
    const plain = anywhere.length + phrases.length > 0 ? folded(text) : '';
    const joined = anywhere.length > 0 ? plain.replaceAll(/\s+/gu, '') : '';
    for (const { part, pattern } of anywhere) if (joined.includes(part)) found.add(pattern);
    const words = phrases.length > 0 ? wordsOf(plain) : [];
    for (const [at, word] of words.entries()) {
      for (const { globs, pattern } of beginning(word)) {
        const isWhole = globs.every((glob, index) => isMatch(words[at + index] ?? '', glob));
        if (isWhole) found.add(pattern);
      }
    }
    return patterns.filter((pattern) => found.has(pattern));
  };
}

/** Finds the phrases that a word may begin. */
function phrasesByWord<P extends { globs: Glob[] }>(
  phrases: readonly P[],
): (word: string) => readonly P[] {
  const remembered = new Map<string, readonly P[]>();
  return (word) => {
    const known = remembered.get(word);
    if (known) return known;
    const begun = phrases.filter(({ globs: [first] }) => first && isMatch(word, first));
    if (remembered.size < mostRemembered) remembered.set(word, begun);
    return begun;
  };
}
