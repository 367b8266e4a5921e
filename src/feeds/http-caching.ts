import { parsePublicationDate } from '../core/time/publication-date.ts';
import type { PollReason, Validators } from '../core/feed/feed.ts';
import { retryAfterMs } from '../core/time/retry-after.ts';
import { dayMs, secondMs, type UnixMs } from '../core/time/duration.ts';

/** An answer's headers, names in lower case. */
type AnswerHeaders = Readonly<Record<string, string>>;

export interface PollFacts {
  now: UnixMs;
  pollEveryMs: number;
  /** RSS `ttl`. */
  ttlMs: number | null;
  /** Of the last answer, whatever its status; `null` when there was none. */
  headers: AnswerHeaders | null;
  /** What a 429 or 503 asked for, when its headers are not at hand. */
  retryAfterMs?: number | null;
  /** Polls in a row that failed or were turned away, the last one counted; 0 after any success. */
  errors: number;
  /** From 0 up to 1, the same for the same feed: keeps feeds from being due all at once. */
  jitter: number;
}

export interface NextPoll {
  at: UnixMs;
  everyMs: number;
  reason: PollReason;
}

/**
 * When a feed is next polled, and why then. The longest of the feed's interval, its `ttl`,
 * `Cache-Control: max-age` (else `Expires`) and `Retry-After`; what a publisher asks for counts up
 * to a day. Each failure in a row doubles the interval, up to a day. Jitter makes our own interval
 * up to a twentieth shorter, what a publisher asks for as much longer, and a failure's a quarter.
 */
export function nextPoll(facts: PollFacts): NextPoll {
  const { now, pollEveryMs, errors, headers } = facts;
  const jitter = Math.min(1, Math.max(0, facts.jitter));
  const patient = 1 + jitter / 20;
  const asked: [PollReason, number][] = [
    ['interval', pollEveryMs * (1 - jitter / 20)],
    ['ttl', (facts.ttlMs ?? 0) * patient],
    ['cache', (headers ? freshnessMs(headers, now) : 0) * patient],
    [
      'retry-after',
      Math.max(facts.retryAfterMs ?? 0, retryAfterMs(headers?.['retry-after'], now) ?? 0) * patient,
    ],
    ['backoff', errors > 0 ? pollEveryMs * 2 ** Math.min(errors, 30) * (1 + jitter / 4) : 0],
  ];
  const most = Math.max(pollEveryMs, dayMs);
  let longest: NextPoll = { at: now, everyMs: 0, reason: 'interval' };
  for (const [reason, ms] of asked) {
    const everyMs = Math.round(Math.min(most, ms));
    if (everyMs > longest.everyMs) longest = { at: now + everyMs, everyMs, reason };
  }
  return longest;
}

/** How much longer an answer may be served from a cache (RFC 9111, section 4.2). */
function freshnessMs(headers: AnswerHeaders, now: UnixMs): number {
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
 * The validators of an answer with a document. Only the body's hash when it says `Expires: 0`:
 * servers that do give validators which do not change with the document.
 */
export function validatorsOf(headers: AnswerHeaders, bodyHash: string): Validators {
  if (isNeverFresh(headers)) return { etag: null, lastModified: null, bodyHash };
  return {
    etag: usable(headers['etag']),
    lastModified: usable(headers['last-modified']),
    bodyHash,
  };
}

/** The validators after a 304: those that it repeats are new, the others stay (RFC 9111, 4.3.4). */
export function refreshedValidators(known: Validators, headers: AnswerHeaders): Validators {
  if (isNeverFresh(headers)) return { ...known, etag: null, lastModified: null };
  return {
    ...known,
    etag: usable(headers['etag']) ?? known.etag,
    lastModified: usable(headers['last-modified']) ?? known.lastModified,
  };
}

/**
 * Whether an answer with a document brings the one that was read before. The bytes decide; a strong
 * entity tag does where their hash is not known, as servers give the same one to other bytes.
 */
export function isSameDocument(known: Validators, headers: AnswerHeaders, bodyHash: string) {
  if (known.bodyHash !== null) return known.bodyHash === bodyHash;
  const etag = isNeverFresh(headers) ? null : usable(headers['etag']);
  return etag !== null && !etag.startsWith('W/') && etag === known.etag;
}

function isNeverFresh(headers: AnswerHeaders): boolean {
  return headers['expires']?.trim() === '0';
}

function usable(value: string | undefined): string | null {
  const trimmed = value?.trim() ?? '';
  return trimmed !== '' && trimmed.length <= 1_000 && /^[\x20-\x7e]+$/.test(trimmed)
    ? trimmed
    : null;
}
