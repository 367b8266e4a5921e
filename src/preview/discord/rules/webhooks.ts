import { refusedNotABody } from './body-bounds.ts';
import { notText, required } from './error-messages.ts';
import { isDictionary, isGiven } from './reading.ts';
import { Complaints } from './refused.ts';
import type { Refused } from './refused.ts';
import { checkUsername } from './usernames.ts';

/**
 * A new webhook. Discord's description has its body within the operation only, as `create_webhook`.
 * @see https://docs.discord.com/developers/resources/webhook#create-webhook
 */
export function refusedWebhook(body: unknown): Refused | null {
  const early = refusedNotABody(body);
  if (early || !isDictionary(body)) return early;
  const complaints = new Complaints();
  const { name } = body;
  if (!isGiven(name)) complaints.add(['name'], required);
  else if (typeof name !== 'string') complaints.add(['name'], notText);
  checkUsername(body, 'name', complaints);
  return complaints.refused();
}
