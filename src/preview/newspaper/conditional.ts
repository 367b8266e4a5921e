import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { httpDate } from './dates.ts';
import type { Page } from './pages-by-path.ts';

/** A strong validator: the same bytes have the same tag (RFC 9110, 8.8.3). */
export function entityTag(page: Page): string {
  return `"${createHash('sha256').update(page.body).digest('base64url').slice(0, 22)}"`;
}

/**
 * The date of the last change, or `null` while that second is not over: something else could still
 * change within it, and the date would not show it.
 */
export function lastModified({ changedAt }: Page, now: number): string | null {
  if (changedAt === null || Math.floor(changedAt / 1000) >= Math.floor(now / 1000)) return null;
  return httpDate(changedAt);
}

/** Whether the client's copy is still valid. With `If-None-Match` the date does not count (RFC 9110, 13.1.3). */
export function isStillFresh(
  asked: IncomingHttpHeaders,
  tag: string,
  modified: string | null,
): boolean {
  const tags = asked['if-none-match'];
  if (tags !== undefined)
    return tags.split(',').some((given) => ['*', tag].includes(given.trim().replace(/^W\//, '')));
  const since = asked['if-modified-since'];
  if (since === undefined || modified === null) return false;
  const sinceMs = httpDateMs(since);
  return sinceMs !== null && (httpDateMs(modified) ?? Infinity) <= sinceMs;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const fixdate = /^\w{3}, (\d\d) (\w{3}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT$/;

/** IMF-fixdate only: the form that the paper itself sends. */
function httpDateMs(text: string): number | null {
  const [, day, month = '', year, hour, minute, second] = fixdate.exec(text.trim()) ?? [];
  const at = months.indexOf(month);
  if (at < 0) return null;
  return Date.UTC(Number(year), at, Number(day), Number(hour), Number(minute), Number(second));
}
