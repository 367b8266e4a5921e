import { parsePublicationDate } from './publication-date.ts';
import { secondMs, type UnixMs } from './duration.ts';

/** Larger numbers are instants in seconds, not seconds to wait. */
const longestWait = 100_000_000;

/**
 * How long to wait before the next request, in milliseconds, when an answer says that no other one is
 * left in its period; else 0. Servers write `RateLimit-Remaining` and `RateLimit-Reset`
 * (draft-ietf-httpapi-ratelimit-headers-03) with or without "X-", and the end of the period as seconds
 * to wait (Reddit), as an instant in seconds (GitHub, Bluesky) or as a date (Mastodon). Names of
 * headers are in lower case.
 */
export function rateLimitPauseMs(headers: Readonly<Record<string, string>>, now: UnixMs): number {
  const valueOf = (name: string) => headers[`x-${name}`] ?? headers[name] ?? '';
  const remaining = /^\s{0,9}(\d{1,9})(?:\.\d{1,9})?\s{0,9}$/u.exec(valueOf('ratelimit-remaining'));
  if (remaining === null || Number(remaining[1]) > 0) return 0;
  const reset = valueOf('ratelimit-reset').trim();
  if (!/^\d{1,12}(?:\.\d{1,9})?$/u.test(reset)) {
    return Math.max(0, (parsePublicationDate(reset) ?? now) - now);
  }
  const seconds = Math.ceil(Number(reset)) * secondMs;
  return seconds > longestWait * secondMs ? Math.max(0, seconds - now) : seconds;
}
