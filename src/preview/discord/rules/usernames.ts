import { isSnowflake } from './api-description.ts';
import { badLength, notANumber, notText, required } from './error-messages.ts';
import { refusedNotABody } from './body-bounds.ts';
import { isDictionary, isGiven } from './reading.ts';
import type { Dictionary } from './reading.ts';
import { Complaints } from './refused.ts';
import type { Refused } from './refused.ts';

const mostCharacters = 80;
const forbidden = ['clyde', 'discord'];

/** The name that a webhook, or one message of it, speaks under. */
export function checkUsername(body: Dictionary, key: string, complaints: Complaints): void {
  const name = body[key];
  if (typeof name !== 'string') return;
  const length = name.trim().length;
  if (length < 1 || length > mostCharacters) complaints.add([key], badLength(1, mostCharacters));
  for (const word of forbidden) {
    if (!name.toLowerCase().includes(word)) continue;
    complaints.add([key], {
      code: 'USERNAME_INVALID_CONTAINS',
      message: `Username cannot contain "${word}"`,
    });
  }
}

/** `POST /channels/{id}/webhooks`. */
export function refusedWebhookCreate(body: unknown): Refused | null {
  const early = refusedNotABody(body);
  if (early || !isDictionary(body)) return early;
  const complaints = new Complaints();
  const { name } = body;
  if (!isGiven(name)) complaints.add(['name'], required);
  else if (typeof name !== 'string') complaints.add(['name'], notText);
  else checkUsername(body, 'name', complaints);
  return complaints.refused();
}

/** `PATCH /webhooks/{id}`, and with its token, which lets `channel_id` be. */
export function refusedWebhookUpdate(body: unknown): Refused | null {
  const early = refusedNotABody(body);
  if (early || !isDictionary(body)) return early;
  const complaints = new Complaints();
  const { name, channel_id } = body;
  if (isGiven(name) && typeof name !== 'string') complaints.add(['name'], notText);
  checkUsername(body, 'name', complaints);
  if (isGiven(channel_id) && !isSnowflake(channel_id)) {
    complaints.add(['channel_id'], notANumber(channel_id, 'snowflake'));
  }
  return complaints.refused();
}
