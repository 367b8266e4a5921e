import type { OpenDelivery, Wish } from '../../../src/core/delivery/delivery.ts';
import { want } from '../../../src/core/delivery/protocol.ts';
import { StoryId } from '../../../src/core/ids.ts';

export const guild = '300000000000000001';
export const harbour = '300000000000000010';
export const market = '300000000000000020';
export const message = '300000000000000500';

/** An instant in 2026; tests count from it. */
export const noon = 1_790_000_000_000;

export function wish(key: string, change: Partial<Wish> = {}): Wish {
  return {
    key,
    guildId: guild,
    channelId: harbour,
    subject: { kind: 'story', storyId: StoryId.parse(key) },
    ordinal: 0,
    ...change,
  };
}

/** A delivery that was just wanted, with changes. */
export function delivery(key: string, change: Partial<OpenDelivery> = {}): OpenDelivery {
  return { ...want(null, wish(key), noon), ...change };
}
