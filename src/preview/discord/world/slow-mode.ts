import type { Access } from './access.ts';

import { hasPermission } from './permissions.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

/**
 * Slow mode: a member writes one message and opens one thread in each interval. Applications, and
 * members with Bypass Slowmode, are free of it.
 * @throws 20016 before the interval is over
 */
export function demandSlowMode(world: World, where: Access, what: 'message' | 'thread'): void {
  const { channel, member, bits } = where;
  const seconds = channel.rate_limit_per_user;
  if (seconds === 0 || member.user.bot || hasPermission(bits, 'BypassSlowmode')) return;
  const key = `${what}:${channel.id}:${member.user.id}`;
  const leftMs = (world.lastWritten.get(key) ?? -Infinity) + seconds * 1000 - world.now();
  if (leftMs > 0) {
    throw new Refusal(
      429,
      20016,
      'This action cannot be performed due to slowmode rate limit.',
      undefined,
      { retry_after: leftMs / 1000 },
    );
  }
  world.lastWritten.set(key, world.now());
}
