import type { Application } from '../world/model.ts';
import type { World } from '../world/world.ts';
import type { Recipient } from './dispatch.ts';
import { areIntents, privilegedIntents } from './intents.ts';

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
export const closings = {
  unknownOp: [4001, 'Unknown opcode.'],
  decode: [4002, 'Error while decoding payload.'],
  notAuthenticated: [4003, 'Not authenticated.'],
  authenticationFailed: [4004, 'Authentication failed.'],
  alreadyAuthenticated: [4005, 'Already authenticated.'],
  invalidSequence: [4007, 'Invalid seq.'],
  rateLimited: [4008, 'Rate limited.'],
  timedOut: [4009, 'Session timed out.'],
  invalidShard: [4010, 'Invalid shard.'],
  shardingRequired: [4011, 'Sharding required.'],
  invalidVersion: [4012, 'Invalid API version.'],
  invalidIntents: [4013, 'Invalid intent(s).'],
  disallowedIntents: [4014, 'Disallowed intent(s).'],
} as const;

export type Closing = keyof typeof closings;

export function applicationWith(world: World, token: unknown): Application | null {
  for (const application of world.applications.values()) {
    if (application.token === token) return application;
  }
  return null;
}

function shardIn(given: unknown): readonly [number, number] | null {
  if (given === undefined) return [0, 1];
  if (!Array.isArray(given) || given.length !== 2) return null;
  const [id, count] = given as unknown[];
  const whole = Number.isInteger(id) && Number.isInteger(count);
  if (!whole || (id as number) < 0 || (id as number) >= (count as number)) return null;
  return [id as number, count as number];
}

/** Who identifies as what, or the code that the connection is closed with. */
export function identified(
  world: World,
  given: { token?: unknown; intents?: unknown; shard?: unknown },
): Recipient | Closing {
  const application = applicationWith(world, given.token);
  if (!application) return 'authenticationFailed';
  if (!areIntents(given.intents)) return 'invalidIntents';
  if (given.intents & privilegedIntents & ~application.privilegedIntents) {
    return 'disallowedIntents';
  }
  const shard = shardIn(given.shard);
  return shard ? { application, intents: given.intents, shard } : 'invalidShard';
}
