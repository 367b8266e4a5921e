import { z } from 'zod';
import { Snowflake } from '../ids.ts';
import { UnixMs } from '../time/duration.ts';

export const DeliveryKind = z.enum([
  'story',
  'digest',
  'left-out',
  'comment',
  'notice',
  'card',
  'alert',
  'removal',
]);
export type DeliveryKind = z.infer<typeof DeliveryKind>;

/**
 * One message of the outbox: what should be in a channel (`wantedRevision`, `removed`) and what Discord
 * has now (`shownRevision`, `messageId`). Sending a delivery posts, edits or deletes the message until
 * the two agree.
 */
export const Delivery = z.object({
  /** Unique and stable; the nonce is derived from it. */
  key: z.string(),
  kind: DeliveryKind,
  guildId: Snowflake,
  channelId: Snowflake,
  /** What to render, by `kind`: the key of a story, comment or case, an alert's text, or JSON. */
  subject: z.string(),
  /** Order within the channel; lower goes first. */
  ordinal: z.number(),
  wantedRevision: z.number().int(),
  shownRevision: z.number().int(),
  /** The message should be deleted. */
  removed: z.boolean(),
  messageId: Snowflake.nullable(),
  /** Raised when a deleted message is wanted again, because a new message needs a new nonce. */
  generation: z.number().int(),
  /** Hash of the body that Discord has; an unchanged body is not sent again. */
  shownHash: z.string().nullable(),
  attempts: z.number().int(),
  firstAttemptAt: UnixMs.nullable(),
  fence: z.number().int(),
  notBefore: UnixMs,
  error: z.string().nullable(),
  failed: z.boolean(),
});
export type Delivery = z.infer<typeof Delivery>;

export type WantedDelivery = Pick<
  Delivery,
  'key' | 'kind' | 'guildId' | 'channelId' | 'subject' | 'ordinal'
>;

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
