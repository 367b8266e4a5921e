import { parsePublicationDate } from '../core/time/publication-date.ts';
import type { PollReason, Validators } from '../core/feed/feed.ts';
import { retryAfterMs } from '../core/time/retry-after.ts';
import { dayMs, secondMs, type UnixMs } from '../core/time/duration.ts';

/** A response's headers, names in lower case. */
type ResponseHeaders = Readonly<Record<string, string>>;

export interface PollFacts {
  now: UnixMs;
  pollEveryMs: number;
  /** RSS `ttl`. */
  ttlMs: number | null;
  /** Of the last response, whatever its status; `null` when there was none. */
  headers: ResponseHeaders | null;
  /** The delay that a 429 or 503 asked for, when its headers are not stored. */
  retryAfterMs?: number | null;
  /** Failed or refused polls in a row; 0 after any success. */
  errors: number;
  /** From 0 to 1, always the same for one feed, so that feeds are not all due at once. */
  jitter: number;
}

export interface NextPoll {
  at: UnixMs;
  everyMs: number;
  reason: PollReason;
}

/**
 * When a feed is next polled, and why. The longest of the feed's interval, its `ttl`,
 * `Cache-Control: max-age` (else `Expires`) and `Retry-After`, up to a day. Each failure in a row
 * doubles the interval, up to a day. Jitter makes our own interval up to 5 % shorter, the
 * publisher's up to 5 % longer, and that after a failure up to 25 % longer.
 */
export function nextPoll(facts: PollFacts): NextPoll {
  const { now, pollEveryMs, errors, headers } = facts;
  const jitter = Math.min(1, Math.max(0, facts.jitter));
  const jittered = 1 + jitter / 20;
  const asked: [PollReason, number][] = [
    ['interval', pollEveryMs * (1 - jitter / 20)],
    ['ttl', (facts.ttlMs ?? 0) * jittered],
    ['cache', (headers ? freshnessMs(headers, now) : 0) * jittered],
    [
      'retry-after',
      Math.max(facts.retryAfterMs ?? 0, retryAfterMs(headers?.['retry-after'], now) ?? 0) *
        jittered,
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

/** How much longer a response is fresh (RFC 9111, section 4.2). */
function freshnessMs(headers: ResponseHeaders, now: UnixMs): number {
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
 * The validators of a response with a document. Only the body's hash with `Expires: 0`: servers
 * that send it often send validators that do not change with the document.
 */
export function validatorsOf(headers: ResponseHeaders, bodyHash: string): Validators {
  if (isNeverFresh(headers)) return { etag: null, lastModified: null, bodyHash };
  return {
    etag: usable(headers['etag']),
    lastModified: usable(headers['last-modified']),
    bodyHash,
  };
}

/** The validators after a 304: its own replace the stored ones (RFC 9111, section 4.3.4). */
export function refreshedValidators(stored: Validators, headers: ResponseHeaders): Validators {
  if (isNeverFresh(headers)) return { ...stored, etag: null, lastModified: null };
  return {
    ...stored,
    etag: usable(headers['etag']) ?? stored.etag,
    lastModified: usable(headers['last-modified']) ?? stored.lastModified,
  };
}

/**
 * True when a response brings the document that was read before. The hash of the body decides; a
 * strong entity tag only when no hash is stored, since some servers reuse it for another document.
 */
export function isSameDocument(stored: Validators, headers: ResponseHeaders, bodyHash: string) {
  if (stored.bodyHash !== null) return stored.bodyHash === bodyHash;
  const etag = isNeverFresh(headers) ? null : usable(headers['etag']);
  return etag !== null && !etag.startsWith('W/') && etag === stored.etag;
}

function isNeverFresh(headers: ResponseHeaders): boolean {
  return headers['expires']?.trim() === '0';
}

function usable(value: string | undefined): string | null {
  const trimmed = value?.trim() ?? '';
  return trimmed !== '' && trimmed.length <= 1_000 && /^[\x20-\x7e]+$/.test(trimmed)
    ? trimmed
    : null;
}
