import { described } from './api-description.ts';
import { refusedNotABody } from './body-bounds.ts';
import { required } from './error-messages.ts';
import { concluded } from './messages.ts';
import { isDictionary, isGiven } from './reading.ts';
import { Complaints } from './refused.ts';
import type { Refused } from './refused.ts';

/** A private channel with one person. Groups, which need the access tokens of people, are not here. */
export function refusedDirectChannel(body: unknown): Refused | null {
  const early = refusedNotABody(body);
  if (early || !isDictionary(body)) return early;
  const complaints = new Complaints();
  if (!isGiven(body['recipient_id'])) complaints.add(['recipient_id'], required);
  return concluded(complaints, described.directChannel, body);
}
