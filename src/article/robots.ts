import { z } from 'zod';
import { secondMs } from '../core/time/duration.ts';

/** The rules of a robots.txt (RFC 9309) for one product token. */
export const RobotsRules = z.object({
  /** Patterns in normal form, after "+" for allow and "-" for disallow; no two alike. */
  rules: z.array(z.string().regex(/^[+-]/u)),
  /** The least time between two requests; not in the RFC, but widely used. */
  crawlDelayMs: z.number().nonnegative().nullable(),
});
export type RobotsRules = z.infer<typeof RobotsRules>;

/** The most of a robots.txt that is read (RFC 9309, section 2.5): 500 KiB. */
export const robotsBytes = 500 * 1024;
/** Longer paths are refused where there are rules at all, since no pattern is compared with them. */
const longestPath = 2_000;
/** Comparing with a pattern that has stars takes time by the path's length; the rest is left out. */
const mostWithStars = 3_000;
const longestDelayMs = 10 * secondMs;

/**
 * One writing of a path or pattern: escapes of unreserved characters undone, all others in capital
 * letters, other characters than ASCII escaped as UTF-8 (RFC 9309, section 2.2.2).
 */
function normalForm(path: string): string {
  return path
    .replace(/[^\x21-\x7e]+/gu, (text) => encodeURIComponent(text))
    .replace(/%([0-9a-f]{2})/giu, (escape, hex: string) => {
      const character = String.fromCharCode(Number.parseInt(hex, 16));
      return /[\w.~-]/u.test(character) ? character : escape.toUpperCase();
    });
}

function literal(text: string): string {
  return text.replaceAll('*', '%2A').replaceAll('$', '%24');
}

/** `*` and a last `$` stand for themselves no longer: every other `$` is written as its escape. */
function patternOf(value: string): string | null {
  const collapsed = value.replaceAll(/\*{2,}/gu, '*');
  if (collapsed === '' || collapsed.length > 3 * longestPath) return null;
  const anchored = collapsed.endsWith('$');
  const parts = (anchored ? collapsed.slice(0, -1) : collapsed).split('*');
  const pattern = parts.map((part) => literal(normalForm(part)));
  const letters = pattern.reduce((sum, { length }) => sum + length, 0);
  return letters > longestPath ? null : `${pattern.join('*')}${anchored ? '$' : ''}`;
}

interface Group {
  tokens: string[];
  rules: RobotsRules['rules'];
  delayMs: number | null;
}

function tokenOf(value: string): string {
  return /^\*(?:\s|$)/u.test(value) ? '*' : (/^[a-z_-]*/iu.exec(value)?.[0] ?? '').toLowerCase();
}

function delayOf(value: string): number | null {
  const seconds = /^\d{1,6}(?:\.\d{1,6})?$/u.test(value) ? Number(value) : 0;
  return seconds > 0 ? Math.min(seconds * secondMs, longestDelayMs) : null;
}

/** Lines of other names end no group (RFC 9309, section 2.2.4). */
function groupsOf(text: string): Group[] {
  const groups: Group[] = [];
  let inHead = false;
  for (const line of text.split(/[\r\n]+/u)) {
    const [words = ''] = line.split('#', 1);
    const colon = words.indexOf(':');
    if (colon < 0) continue;
    const name = words.slice(0, colon).trim().toLowerCase();
    const value = words.slice(colon + 1).trim();
    const group = groups.at(-1);
    if (name === 'user-agent') {
      if (inHead) group?.tokens.push(tokenOf(value));
      else groups.push({ tokens: [tokenOf(value)], rules: [], delayMs: null });
      inHead = true;
    } else if (name === 'allow' || name === 'disallow') {
      inHead = false;
      const pattern = patternOf(value);
      if (pattern !== null) group?.rules.push(`${name === 'allow' ? '+' : '-'}${pattern}`);
    } else if (name === 'crawl-delay' && group) {
      inHead = false;
      group.delayMs = delayOf(value);
    }
  }
  return groups;
}

/**
 * The rules of a robots.txt for `product`: of all groups that name it, else of those for `*`, else
 * none. Reads the first 500 KiB; never throws. A delay over ten seconds is cut to that.
 */
export function readRobots(body: Uint8Array, product: string): RobotsRules {
  const whole = new TextDecoder().decode(body.subarray(0, robotsBytes));
  const text = body.length > robotsBytes ? whole.slice(0, whole.lastIndexOf('\n') + 1) : whole;
  const groups = groupsOf(text);
  const named = (token: string) => groups.filter(({ tokens }) => tokens.includes(token));
  const own = named(product.toLowerCase());
  const chosen = own.length > 0 ? own : named('*');
  const delays = chosen.flatMap(({ delayMs }) => (delayMs === null ? [] : [delayMs]));
  let withStars = 0;
  const isKept = (rule: string) => !rule.includes('*') || (withStars += 1) <= mostWithStars;
  return {
    rules: [...new Set(chosen.flatMap(({ rules }) => rules))].filter(isKept),
    crawlDelayMs: delays.length > 0 ? Math.max(...delays) : null,
  };
}

/** Takes the earliest place for every part between stars, which finds a match if there is one. */
function matches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const [first = '', ...rest] = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  const last = anchored ? rest.pop() : undefined;
  if (anchored && last === undefined) return path.length === first.length;
  let at = first.length;
  for (const part of rest) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return last === undefined || (path.length - last.length >= at && path.endsWith(last));
}

/** True unless the longest rule that matches the address disallows it; of two alike, it may. */
export function isAllowed({ rules }: RobotsRules, url: string): boolean {
  if (rules.length === 0) return true;
  const { pathname, search } = new URL(url);
  const path = literal(normalForm(pathname + search));
  if (path.length > longestPath) return false;
  let allow = true;
  let longest = -1;
  for (const rule of rules) {
    const allows = rule.startsWith('+');
    const { length } = rule;
    if (length < longest || (length === longest && !allows)) continue;
    if (!matches(rule.slice(1), path)) continue;
    allow = allows;
    longest = length;
  }
  return allow;
}
