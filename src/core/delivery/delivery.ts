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
 * One message that ought to stand in a channel, and how far Discord has been brought to it. It is
 * the outbox: posting, editing and deleting are all "make what is shown what is wanted".
 */
export const Delivery = z.object({
  /** Unique and stable: the nonce is derived from it. */
  key: z.string(),
  kind: DeliveryKind,
  guildId: Snowflake,
  channelId: Snowflake,
  /** What to render, by `kind`: a story's, comment's or case's key, an alert's text, JSON. */
  subject: z.string(),
  /** Order within the channel; lower goes first. */
  ordinal: z.number(),
  wantedRevision: z.number().int(),
  shownRevision: z.number().int(),
  /** The message is to be removed rather than shown. */
  removed: z.boolean(),
  messageId: Snowflake.nullable(),
  /** Counted up when a removed message is wanted again: a new message takes a new nonce. */
  generation: z.number().int(),
  /** Hash of the body last shown: an unchanged body is not sent again. */
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

/** Why nothing is sent to a channel for now, and when to try it again. */
export const ChannelPause = z.object({
  channelId: Snowflake,
  guildId: Snowflake,
  reason: z.string(),
  since: UnixMs,
  until: UnixMs,
  attempts: z.number().int(),
});
export type ChannelPause = z.infer<typeof ChannelPause>;
