import { parsePublicationDate } from './dates.ts';
import { secondMs, type UnixMs } from './time.ts';

/**
 * The wait that a `Retry-After` header asks for (RFC 9110, section 10.2.3: seconds or a date), in
 * milliseconds from `now`; `null` when it says nothing readable.
 */
export function retryAfterMs(header: string | undefined, now: UnixMs): number | null {
  const asked = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(asked)) return Number(asked) * secondMs;
  const until = parsePublicationDate(asked);
  return until === null ? null : Math.max(0, until - now);
}
