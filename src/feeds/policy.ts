import { parsePublicationDate } from '../core/dates.ts';
import type { Validators } from '../core/feed.ts';
import { dayMs, secondMs } from '../core/time.ts';

/** An answer's headers, names in lower case. */
type AnswerHeaders = Readonly<Record<string, string>>;

export interface PollFacts {
  now: number;
  pollEveryMs: number;
  /** RSS `ttl`. */
  ttlMs: number | null;
  /** Of the last answer, whatever its status; `null` when there was none. */
  headers: AnswerHeaders | null;
  /** What a 429 or 503 asked for, when its headers are not at hand. */
  retryAfterMs?: number | null;
  /** Consecutive failures, the last one counted; 0 after any success. */
  errors: number;
  /** From 0 up to 1: spreads the polls of feeds that fail together. */
  jitter: number;
  /** The feed answered 410. */
  gone?: boolean;
}

/**
 * When a feed is next polled; `null` for never. The longest of the feed's interval, its `ttl`,
 * `Cache-Control: max-age` (else `Expires`) and `Retry-After`; what a publisher asks for counts up
 * to a day. Each failure in a row doubles the interval, up to a day, with a quarter of it as jitter.
 */
export function nextPoll(facts: PollFacts): number | null {
  const { now, pollEveryMs, errors, jitter } = facts;
  if (facts.gone) return null;
  const asked = Math.max(
    facts.ttlMs ?? 0,
    facts.headers ? freshnessMs(facts.headers, now) : 0,
    facts.retryAfterMs ?? 0,
    retryAfterMs(facts.headers?.['retry-after'], now) ?? 0,
  );
  const slowed =
    errors > 0 ? pollEveryMs * 2 ** Math.min(errors, 30) * (1 + Math.max(0, jitter) / 4) : 0;
  return now + Math.round(Math.max(pollEveryMs, Math.min(dayMs, Math.max(asked, slowed))));
}

/** What `Retry-After` asks for, seconds or an HTTP date, in milliseconds from now. */
export function retryAfterMs(value: string | undefined, now: number): number | null {
  const asked = value?.trim() ?? '';
  if (/^\d{1,9}$/.test(asked)) return Number(asked) * secondMs;
  const instant = parsePublicationDate(asked);
  return instant === null ? null : Math.max(0, instant - now);
}

/** How much longer an answer may be served from a cache (RFC 9111, section 4.2). */
function freshnessMs(headers: AnswerHeaders, now: number): number {
  const directives = (headers['cache-control'] ?? '').slice(0, 1_000).toLowerCase();
  if (/\bno-(?:store|cache)\b/.test(directives)) return 0;
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/.exec(directives)?.[1];
  if (maxAge !== undefined) {
    const age = /^\s*(\d{1,9})\s*$/.exec(headers['age'] ?? '')?.[1] ?? '0';
    return Math.max(0, Number(maxAge) - Number(age)) * secondMs;
  }
  const written = headers['expires']?.trim() ?? '';
  const expires = /^-?\d+$/.test(written) ? null : parsePublicationDate(written);
  return expires === null ? 0 : Math.max(0, expires - now);
}

/** The headers of a conditional request (RFC 9110, section 13.1); none without validators. */
export function conditionalHeaders(validators: Validators | null): Record<string, string> {
  return {
    ...(validators?.etag && { 'if-none-match': validators.etag }),
    ...(validators?.lastModified && { 'if-modified-since': validators.lastModified }),
  };
}

/**
 * The validators of an answer. `null` when it has none, or says `Expires: 0`: servers that do give
 * validators which do not change with the document.
 */
export function validatorsOf(headers: AnswerHeaders): Validators | null {
  if (headers['expires']?.trim() === '0') return null;
  const etag = usable(headers['etag']);
  const lastModified = usable(headers['last-modified']);
  return etag === null && lastModified === null ? null : { etag, lastModified };
}

function usable(value: string | undefined): string | null {
  const trimmed = value?.trim() ?? '';
  return trimmed !== '' && trimmed.length <= 1_000 && /^[\x20-\x7e]+$/.test(trimmed)
    ? trimmed
    : null;
}
