import { z } from 'zod';
import { ChannelOptions, defaultChannelOptions } from './channel-options.ts';
import { FeedId, Snowflake } from '../ids.ts';
import { dayMs, hourMs, minuteMs, UnixMs } from '../time/duration.ts';

export const mostMentionedRoles = 5;

/** CSS selectors that find the comments in a page without an API. */
export const PageSelectors = z.strictObject({
  comment: z.string(),
  author: z.string().optional(),
  text: z.string().optional(),
  time: z.string().optional(),
  permalink: z.string().optional(),
  closed: z.string().optional(),
  count: z.string().optional(),
  /** An element that names the comment's parent. */
  parent: z.string().optional(),
  /** The zone of times that name none: "EDT", "+02:00". */
  zone: z.string().optional(),
});

export type PageSelectors = z.infer<typeof PageSelectors>;

/**
 * Up to so many comments that wait for their thread at once are posted one by one, each as a real reply
 * to its parent. More are a backlog: a discussion with a history, or an hour without the bot.
 */
export const mostOneByOne = 10;

export const mostBacklog = 10_000;
const defaultBacklog = 100;

/**
 * How many comments of a backlog are mirrored, the newest; the others are counted and linked. At least
 * as many as are posted one by one.
 */
export const Backlog = z.union([
  z.literal('all'),
  z.number().int().min(mostOneByOne).max(mostBacklog),
]);

export const CommentSettings = z.object({
  mirror: z.boolean(),
  /** A comment source's name, or "auto". */
  source: z.string(),
  selectors: PageSelectors.nullable(),
  openThread: z.enum(['first-comment', 'at-once']),
  /** Live comments are posted under their authors' names and pictures, by a webhook. */
  personas: z.boolean().default(false),
  pollEveryMs: z.number().int().positive(),
  backlog: Backlog.default(defaultBacklog),
});

export type CommentSettings = z.infer<typeof CommentSettings>;

const CurrentSettings = ChannelOptions.extend({
  pollEveryMs: z.number().int().positive(),
  /** How many of the newest stories are posted after the first poll. */
  firstRun: z.number().int().min(0).max(25),
  /** Mentioned with every story. No other role or user is ever mentioned. */
  mentionRoleIds: z.array(Snowflake).max(mostMentionedRoles).default([]),
  comments: CommentSettings,
  commentPeriodMs: z.number().int().positive().nullable(),
  /** How long before a discussion closes the "closing soon" notice is posted; 0 posts none. */
  closingWarningMs: z.number().int().nonnegative(),
});

export const SettingsWithOneRole = z.looseObject({ mentionRoleId: Snowflake.nullable() });

/** Converts stored settings that have a single `mentionRoleId` to a list of roles. */
export function withRoleList(stored: unknown): unknown {
  const earlier = SettingsWithOneRole.safeParse(stored);
  if (!earlier.success) return stored;
  const { mentionRoleId, ...settings } = earlier.data;
  return { mentionRoleIds: mentionRoleId === null ? [] : [mentionRoleId], ...settings };
}

/** Settings of one feed in one channel. Durations in milliseconds; a `null` period never ends. */
export const SubscriptionSettings = z.preprocess(withRoleList, CurrentSettings);

export type SubscriptionSettings = z.infer<typeof SubscriptionSettings>;

/** Settings of a subscription that sets only a feed and a channel. */
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
    personas: false,
    pollEveryMs: 2 * minuteMs,
    backlog: defaultBacklog,
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
  /** Where it posted before it was moved: its messages there are still edited. */
  formerChannelIds: z.array(Snowflake),
  /** Declared in the configuration file, or added by a slash command. */
  origin: z.enum(['config', 'command']),
  addedBy: Snowflake.nullable(),
  addedAt: UnixMs,
  /** True after the first poll for this channel. Before that, `firstRun` applies. */
  initialised: z.boolean(),
  settings: SubscriptionSettings,
});

export type Subscription = z.infer<typeof Subscription>;
