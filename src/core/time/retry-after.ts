import { parsePublicationDate } from './publication-date.ts';
import { secondMs, type UnixMs } from './duration.ts';

/** Some 30 years: what is longer means "never", and stays within what an instant can be. */
const longestSeconds = 999_999_999;

/**
 * The wait that a `Retry-After` header asks for (RFC 9110, section 10.2.3: seconds or a date), in
 * milliseconds from `now`; `null` when it says nothing readable.
 */
export function retryAfterMs(header: string | undefined, now: UnixMs): number | null {
  const asked = header?.trim() ?? '';
  if (/^\d+$/.test(asked)) return Math.min(Number(asked), longestSeconds) * secondMs;
  const until = parsePublicationDate(asked);
  return until === null ? null : Math.max(0, until - now);
}
