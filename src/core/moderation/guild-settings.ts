import { z } from 'zod';
import { Snowflake } from '../ids.ts';

/** What a server has set; kept as one document, upgraded on read by its defaults. */
export const GuildSettings = z.object({
  version: z.literal(1).default(1),
  /** Where case cards and alerts go. */
  moderatorsChannelId: Snowflake.nullable().default(null),
  moderatorRoleId: Snowflake.nullable().default(null),
  /** Who rules on escalated cases, beside members with Manage Server. */
  seniorRoleId: Snowflake.nullable().default(null),
  /** Readers' reports at which a message is hidden until reviewed; 0 never hides. */
  hideThreshold: z.number().int().min(0).max(100).default(3),
  reportsPerHour: z.number().int().min(1).max(1000).default(10),
  evidenceDays: z.number().int().min(1).max(365).default(30),
});
export type GuildSettings = z.infer<typeof GuildSettings>;
