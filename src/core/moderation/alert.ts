import { z } from 'zod';
import { CaseNumber, Snowflake } from '../ids.ts';
import { UnixMs } from '../time/duration.ts';

/** What makes a channel take messages again. */
const ChannelRemedy = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('channel-deleted') }),
  z.object({ kind: z.literal('choose-forum-tag') }),
  z.object({ kind: z.literal('unlock-thread') }),
  /** By their names in Discord's API, such as "SendMessages". */
  z.object({ kind: z.literal('give-permissions'), permissions: z.array(z.string()) }),
]);
export type ChannelRemedy = z.infer<typeof ChannelRemedy>;

/**
 * What moderators are alerted of. `reason` is an error's text; a feed's `address` is without secrets.
 * Alerts are stored until they are posted.
 */
export const Alert = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('channel-paused'),
    channelId: Snowflake,
    /** Of a deleted channel: Discord shows no name for its id any more. `null` when it is not known. */
    channelName: z.string().nullable().default(null),
    reason: z.string(),
    remedy: ChannelRemedy,
  }),
  z.object({
    kind: z.literal('delivery-stuck'),
    channelId: Snowflake,
    /** The first attempt to post the message. */
    since: UnixMs,
    reason: z.string(),
  }),
  z.object({
    kind: z.literal('message-refused'),
    channelId: Snowflake,
    message: z.enum(['story', 'digest', 'notice', 'comment', 'pack', 'card', 'removal', 'summary']),
    reason: z.string(),
    /** Where a refused comment can be read. */
    url: z.string().optional(),
  }),
  /** A member is not timed out, or is still, as a ruling asks. */
  z.object({
    kind: z.literal('timeout-refused'),
    caseNumber: CaseNumber,
    userId: Snowflake,
    change: z.enum(['begin', 'end']),
    /** The bot lacks Moderate Members, or a role above the member's: it is tried again. */
    lacksPermission: z.boolean(),
    reason: z.string(),
  }),
  z.object({
    kind: z.literal('message-not-removed'),
    channelId: Snowflake,
    reason: z.string(),
  }),
  z.object({
    kind: z.literal('personas-refused'),
    /** The channel whose webhook posts the comments. */
    channelId: Snowflake,
    remedy: z.enum(['give-permission', 'delete-webhooks']),
  }),
  z.object({
    kind: z.literal('feed-failing'),
    address: z.string(),
    /** Failures in a row; `null` when its server answered each poll of a day with 429. */
    errors: z.number().int().nullable(),
    reason: z.string(),
  }),
  z.object({
    kind: z.literal('feed-paused'),
    address: z.string(),
    errors: z.number().int(),
    failingForMs: z.number().int(),
    reason: z.string(),
    /** Its server answered 401 or 403. */
    refused: z.boolean(),
  }),
  /** The server answered 410. */
  z.object({ kind: z.literal('feed-gone'), address: z.string() }),
  z.object({
    kind: z.literal('feed-flooding'),
    address: z.string(),
    /** How many new stories it had, and within how long. */
    stories: z.number().int(),
    withinMs: z.number().int(),
  }),
  z.object({
    kind: z.literal('discussion-refused'),
    /** The channel of the story's message. */
    channelId: Snowflake,
    cause: z.enum(['channel', 'thread-cap']),
    reason: z.string(),
  }),
  /** The rule of the server slowed a discussion down. */
  z.object({
    kind: z.literal('slow-mode'),
    threadId: Snowflake,
    /** What was counted, and how many. */
    of: z.enum(['messages', 'reports']),
    count: z.number().int(),
    seconds: z.number().int(),
    until: UnixMs,
  }),
  z.object({
    kind: z.literal('slow-mode-refused'),
    threadId: Snowflake,
    change: z.enum(['begin', 'end']),
    seconds: z.number().int(),
    /** What the thread had before. */
    before: z.number().int(),
  }),
  z.object({
    kind: z.literal('comments-vanished'),
    /** `null` for a discussion without a thread. */
    threadId: Snowflake.nullable(),
  }),
  /** Stored before alerts were data. */
  z.object({ kind: z.literal('written'), text: z.string() }),
]);
export type Alert = z.infer<typeof Alert>;
