import { z } from 'zod';
import { ChannelOptions, defaultChannelOptions } from './channel-options.ts';
import { FeedId, Snowflake } from './ids.ts';
import { dayMs, hourMs, minuteMs, UnixMs } from './time.ts';

/** CSS selectors by which a page without any API gives its comments. */
export const PageSelectors = z.strictObject({
  comment: z.string(),
  author: z.string().optional(),
  text: z.string().optional(),
  time: z.string().optional(),
  permalink: z.string().optional(),
  closed: z.string().optional(),
  count: z.string().optional(),
});
export type PageSelectors = z.infer<typeof PageSelectors>;

export const CommentSettings = z.object({
  mirror: z.boolean(),
  source: z.enum(['auto', 'comment-feed', 'page-selectors']),
  selectors: PageSelectors.nullable(),
  openThread: z.enum(['first-comment', 'at-once']),
  pollEveryMs: z.number().int().positive(),
});
export type CommentSettings = z.infer<typeof CommentSettings>;

export const mostMentionedRoles = 5;

const CurrentSettings = ChannelOptions.extend({
  pollEveryMs: z.number().int().positive(),
  /** How many of the newest stories are posted when the feed is first read. */
  firstRun: z.number().int().min(0).max(25),
  /** Mentioned with every story; no other role or person ever is. */
  mentionRoleIds: z.array(Snowflake).max(mostMentionedRoles).default([]),
  comments: CommentSettings,
  commentPeriodMs: z.number().int().positive().nullable(),
  /** How long before its end a discussion is announced to be closing soon; 0 says nothing. */
  closingWarningMs: z.number().int().nonnegative(),
});

const SettingsWithOneRole = z.looseObject({ mentionRoleId: Snowflake.nullable() });

/** Settings stored with a single role to mention are read as those with a list. */
function withRoleList(stored: unknown): unknown {
  const earlier = SettingsWithOneRole.safeParse(stored);
  if (!earlier.success) return stored;
  const { mentionRoleId, ...settings } = earlier.data;
  return { mentionRoleIds: mentionRoleId === null ? [] : [mentionRoleId], ...settings };
}

/** How one channel takes one feed. Durations in milliseconds; a `null` period never ends. */
export const SubscriptionSettings = z.preprocess(withRoleList, CurrentSettings);
export type SubscriptionSettings = z.infer<typeof SubscriptionSettings>;

/** What a subscription does that was given a feed and a channel only. */
export const defaultSubscriptionSettings: SubscriptionSettings = {
  ...defaultChannelOptions,
  pollEveryMs: 10 * minuteMs,
  firstRun: 3,
  mentionRoleIds: [],
  comments: {
    mirror: true,
    source: 'auto',
    selectors: null,
    openThread: 'first-comment',
    pollEveryMs: 2 * minuteMs,
  },
  commentPeriodMs: 7 * dayMs,
  closingWarningMs: hourMs,
};

export const Subscription = z.object({
  id: z.string(),
  feedId: FeedId,
  url: z.string(),
  guildId: Snowflake,
  channelId: Snowflake,
  /** Declared in the configuration file, or added by a slash command. */
  origin: z.enum(['config', 'command']),
  addedBy: Snowflake.nullable(),
  addedAt: UnixMs,
  /** False until the feed was read once for this channel: the first-run rule applies. */
  initialised: z.boolean(),
  settings: SubscriptionSettings,
});
export type Subscription = z.infer<typeof Subscription>;

/** How a feed is asked for where the usual way does not open it. Secrets: never shown or logged. */
export const FeedAccess = z.object({
  username: z.string().nullable().default(null),
  password: z.string().nullable().default(null),
  /** A whole `Cookie` header. */
  cookie: z.string().nullable().default(null),
  /** In place of Wirethread's own. */
  userAgent: z.string().nullable().default(null),
  /** Never asked for conditionally: for servers that say "unchanged" of what has changed. */
  ignoreCache: z.boolean().default(false),
});
export type FeedAccess = z.infer<typeof FeedAccess>;

/** What a feed's last answer gave for the next conditional request (RFC 9110, section 13). */
export const Validators = z.object({
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** Of the body that was read last. */
  bodyHash: z.string().nullable().default(null),
});
export type Validators = z.infer<typeof Validators>;

/** Why a feed is next polled when it is. */
export const PollReason = z.enum(['interval', 'ttl', 'cache', 'retry-after', 'backoff']);
export type PollReason = z.infer<typeof PollReason>;

/** What is known of a feed beside its schedule; nothing before its first poll. */
export const FeedState = z.object({
  /** The last answer; `status` is `null` when none came. */
  answer: z
    .object({
      status: z.number().int().nullable(),
      tookMs: z.number().int(),
      bytes: z.number().int(),
    })
    .nullable()
    .default(null),
  /** When its document was last another one than before. */
  changedAt: UnixMs.nullable().default(null),
  /** How long it rests between two polls, jitter included. */
  pace: z.object({ everyMs: z.number().int(), reason: PollReason }).nullable().default(null),
  /** RSS `ttl` of the last document. */
  ttlMs: z.number().nullable().default(null),
  /** Since when every poll failed or was turned away. */
  failingSince: UnixMs.nullable().default(null),
  /** Polls in a row that were turned away with 429, or with 503 and a time to wait. */
  throttled: z.number().int().nonnegative().default(0),
  /** Whether the moderators were told that it fails. */
  told: z.boolean().default(false),
  /** Not polled any more, until somebody asks for it. */
  paused: z.enum(['gone', 'refused', 'failing']).nullable().default(null),
  /** Where it redirects for good, and for how many polls in a row a feed was read there. */
  moving: z
    .object({ url: z.string(), polls: z.number().int().nonnegative() })
    .nullable()
    .default(null),
  /** Its address before it moved. */
  movedFrom: z.string().nullable().default(null),
});
export type FeedState = z.infer<typeof FeedState>;

/** The next poll of a feed that is paused. */
export const neverPolled: UnixMs = Number.MAX_SAFE_INTEGER;

/** A feed as the poller knows it; many subscriptions may share it. */
export const Feed = z.object({
  id: FeedId,
  url: z.string(),
  title: z.string().nullable(),
  /** False until the feed was read once without error, whether or not it had stories. */
  initialised: z.boolean(),
  nextPoll: UnixMs,
  lastPolledAt: UnixMs.nullable(),
  /** Consecutive failures; 0 after any success. */
  errors: z.number().int().nonnegative(),
  lastError: z.string().nullable(),
  state: FeedState.prefault({}),
});
export type Feed = z.infer<typeof Feed>;
