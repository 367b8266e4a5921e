import { described, isSnowflake } from './api-description.ts';
import { refusedNotABody } from './body-bounds.ts';
import { badTime, notAList, notANumber, notText, required, tooLong } from './error-messages.ts';
import { concluded } from './messages.ts';
import { isDictionary, isGiven, textAt } from './reading.ts';
import { Complaints } from './refused.ts';
import type { Refused } from './refused.ts';

const mostNick = 32;
const longestTimeOutMs = 28 * 24 * 3_600_000;

/** A change of a member. A time-out ends within 28 days of `now` (epoch milliseconds). */
export function refusedMemberPatch(body: unknown, now: number): Refused | null {
  const early = refusedNotABody(body);
  if (early || !isDictionary(body)) return early;
  const complaints = new Complaints();
  const { nick, roles, communication_disabled_until: until } = body;
  if (isGiven(nick) && typeof nick !== 'string') complaints.add(['nick'], notText);
  if (textAt(body, 'nick').length > mostNick) complaints.add(['nick'], tooLong(mostNick));
  if (isGiven(roles) && !Array.isArray(roles)) complaints.add(['roles'], notAList);
  for (const [at, id] of Array.isArray(roles) ? roles.entries() : []) {
    if (!isSnowflake(id)) complaints.add(['roles', at], notANumber(id, 'snowflake'));
  }
  if (isGiven(until)) {
    const place = ['communication_disabled_until'];
    const aheadMs = typeof until === 'string' ? Date.parse(until) - now : Number.NaN;
    if (Number.isNaN(aheadMs)) complaints.add(place, badTime(until));
    else if (aheadMs > longestTimeOutMs) {
      complaints.add(place, {
        code: 'DATE_TIME_TYPE_PARSE',
        message: 'A time-out ends within 28 days',
      });
    }
  }
  return complaints.refused();
}

/** A role that is made or changed. */
export function refusedRole(body: unknown): Refused | null {
  return refusedNotABody(body) ?? concluded(new Complaints(), described.role, body);
}

/** An overwrite of a channel's permissions; whose it is stands in the path. */
export function refusedOverwrite(body: unknown): Refused | null {
  const early = refusedNotABody(body);
  if (early || !isDictionary(body)) return early;
  const complaints = new Complaints();
  if (!isGiven(body['type'])) complaints.add(['type'], required);
  return concluded(complaints, described.overwrite, { ...body, id: '0' });
}
