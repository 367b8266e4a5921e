import { z } from 'zod';
import { Language } from '../feed/channel-options.ts';
import { Snowflake } from '../ids.ts';

/** A server's settings, stored as one document. Missing settings get their defaults when read. */
export const GuildSettings = z.object({
  version: z.literal(1).default(1),
  /** Case cards and alerts are posted here. */
  moderatorsChannelId: Snowflake.nullable().default(null),
  /** Channels that were the moderators' before, with cards in them perhaps; the newest first. */
  formerModeratorsChannelIds: z.array(Snowflake).default([]),
  /** Of what everyone in the server sees: cards, alerts and notices. Stories have their feed's. */
  language: Language.default('en'),
  moderatorRoleId: Snowflake.nullable().default(null),
  /** May rule on escalated cases, like members with the Manage Server permission. */
  seniorRoleId: Snowflake.nullable().default(null),
  /** Mentioned when a case becomes urgent or is escalated, at most once in this many minutes. */
  alertRoleId: Snowflake.nullable().default(null),
  alertEveryMinutes: z.number().int().min(1).max(1440).default(15),
  /** This many readers' reports hide a message until it is reviewed; 0 never hides. */
  hideThreshold: z.number().int().min(0).max(100).default(3),
  reportsPerHour: z.number().int().min(1).max(1000).default(10),
  /** A summary of each month's cases is posted here for everyone; none for `null`. */
  transparencyChannelId: Snowflake.nullable().default(null),
  /** IANA name: the server's days and months. */
  timeZone: z.string().default('UTC'),
  evidenceDays: z.number().int().min(1).max(365).default(30),
});
export type GuildSettings = z.infer<typeof GuildSettings>;
