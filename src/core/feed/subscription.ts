import { z } from 'zod';
import { ChannelOptions, defaultChannelOptions } from './channel-options.ts';
import { FeedId, Snowflake } from '../ids.ts';
import { dayMs, hourMs, minuteMs, UnixMs } from '../time/duration.ts';

export const mostMentionedRoles = 5;

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

export const SettingsWithOneRole = z.looseObject({ mentionRoleId: Snowflake.nullable() });

/** Settings stored with a single role to mention are read as those with a list. */
export function withRoleList(stored: unknown): unknown {
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
