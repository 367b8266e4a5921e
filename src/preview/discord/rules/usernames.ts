import { badLength } from './error-messages.ts';
import type { Dictionary } from './reading.ts';
import type { Complaints } from './refused.ts';

const mostCharacters = 80;
const forbidden = ['clyde', 'discord'];
/** @see https://github.com/MinnDevelopment/discord-webhooks/issues/100 */
const forbiddenWhole = new Set(['everyone', 'here']);

/** The name of a webhook, or that of one of its messages. */
export function checkUsername(body: Dictionary, key: string, complaints: Complaints): void {
  const name = body[key];
  if (typeof name !== 'string') return;
  const length = name.trim().length;
  if (length < 1 || length > mostCharacters) complaints.add([key], badLength(1, mostCharacters));
  const whole = name.trim().toLowerCase();
  if (forbiddenWhole.has(whole)) {
    complaints.add([key], {
      code: 'USERNAME_INVALID',
      message: `Username cannot be "${whole}"`,
    });
  }
  for (const word of forbidden) {
    if (!name.toLowerCase().includes(word)) continue;
    complaints.add([key], {
      code: 'USERNAME_INVALID_CONTAINS',
      message: `Username cannot contain "${word}"`,
    });
  }
}
