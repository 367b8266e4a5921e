import { badLength, required } from './leaves.ts';
import { refusedNotABody } from './hostile.ts';
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
  if (isGiven(body['name'])) checkUsername(body, 'name', complaints);
  else complaints.add(['name'], required);
  return complaints.refused();
}
