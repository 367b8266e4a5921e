import { z } from 'zod';
import { Snowflake } from '../ids.ts';
import { UnixMs } from '../time/duration.ts';
import { Subject, type SubjectKind, type SubjectOf } from './subject.ts';

/** How often a message was tried since Discord last showed what was wanted. */
export const Attempts = z.object({ count: z.number().int().positive(), firstAt: UnixMs });
export type Attempts = z.infer<typeof Attempts>;

const base = {
  /** Unique and stable; the nonce and the mark are derived from it. It tells nothing else. */
  key: z.string(),
  guildId: Snowflake,
  channelId: Snowflake,
  subject: Subject,
  /** Order within the channel; lower goes first. */
  ordinal: z.number().int(),
  /** Raised each time that the message is wanted, changed or to be removed. */
  revision: z.number().int(),
  /** Raised when a new message is needed: it takes a new nonce and a new mark. */
  generation: z.number().int(),
  /**
   * The message that Discord has; `hash` is that of its body, `null` when its body is not known. With
   * `webhookId`, that webhook of the bot's posted it, and nothing else can edit it.
   */
  message: z
    .object({ id: Snowflake, hash: z.string().nullable(), webhookId: Snowflake.optional() })
    .nullable(),
  /** `null` when every call since the last success is known to have had no effect. */
  attempts: Attempts.nullable(),
  /** When its last limited edit is, or was, shown. */
  editAt: UnixMs.nullable(),
  error: z.string().nullable(),
};

const Wanted = z.enum(['shown', 'removed']);

/**
 * One message of the outbox: what a channel should have, and what Discord has.
 * - `open`: the two differ, from `notBefore` on it is to be posted, edited or deleted. A `postponed`
 *   one holds back no other message.
 * - `settled`: they agree. Without a message: there was nothing to show when it was due.
 * - `failed`: Discord refused it for good, until it is wanted again.
 * - `ended`: a person deleted its message or its channel: nothing is posted in its place.
 */
export const Delivery = z.discriminatedUnion('state', [
  z.object({
    ...base,
    state: z.literal('open'),
    wanted: Wanted,
    notBefore: UnixMs,
    postponed: z.boolean(),
    /** It ends that something is shown which readers should no longer see. */
    takesDown: z.boolean(),
  }),
  z.object({ ...base, state: z.literal('settled') }),
  z.object({ ...base, state: z.literal('failed'), wanted: Wanted }),
  z.object({ ...base, state: z.literal('ended') }),
]);
export type Delivery = z.infer<typeof Delivery>;
export type OpenDelivery = Extract<Delivery, { state: 'open' }>;
export type DeliveryOf<K extends SubjectKind> = OpenDelivery & { subject: SubjectOf<K> };

/** A message that should be in a channel. */
export interface Wish extends Pick<
  Delivery,
  'key' | 'guildId' | 'channelId' | 'subject' | 'ordinal'
> {
  /** When it may be sent; at once when missing. */
  notBefore?: UnixMs;
  /** Until then it holds back no later message of its channel. */
  postponed?: boolean;
}

/** Why a channel gets no messages for now, and when to try again. */
export const ChannelPause = z.object({
  channelId: Snowflake,
  guildId: Snowflake,
  reason: z.string(),
  since: UnixMs,
  until: UnixMs,
  attempts: z.number().int(),
});
export type ChannelPause = z.infer<typeof ChannelPause>;

/** True when a message is to be deleted, or was deleted in Discord. */
export function isRemoved(delivery: Delivery): boolean {
  if (delivery.state === 'settled') return false;
  return delivery.state === 'ended' || delivery.wanted === 'removed';
}

/** A post that may have reached Discord although there was no answer. */
export function isRetry({ attempts, message }: Pick<Delivery, 'attempts' | 'message'>): boolean {
  return attempts !== null && message === null;
}
