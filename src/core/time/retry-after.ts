import { parsePublicationDate } from './publication-date.ts';
import { secondMs, type UnixMs } from './duration.ts';

/** About 30 years: longer waits are shortened to this, so that the instant stays valid. */
const longestSeconds = 999_999_999;

/**
 * Parses a `Retry-After` header (RFC 9110, section 10.2.3: seconds or a date) to milliseconds from
 * `now`; `null` when it is missing or invalid.
 */
export function retryAfterMs(header: string | undefined, now: UnixMs): number | null {
  const value = header?.trim() ?? '';
  if (/^\d+$/.test(value)) return Math.min(Number(value), longestSeconds) * secondMs;
  const until = parsePublicationDate(value);
  return until === null ? null : Math.max(0, until - now);
}
