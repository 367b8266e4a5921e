import { z } from 'zod';
import { Shards } from '../../src/core/shards.ts';
import { SubscriptionSettings } from '../../src/core/feed/subscription.ts';

/** The settings that a bot's own process gets on its command line, as JSON. */
export const crashedBot = z.object({
  token: z.string(),
  apiUrl: z.string(),
  storeUrl: z.string(),
  /** What its clock shows when it starts, epoch milliseconds. */
  startAt: z.number(),
  /** The servers that it serves; all when missing. */
  shards: Shards.nullable().default(null),
  feeds: z.array(
    z.object({
      url: z.string(),
      guildId: z.string(),
      channelId: z.string(),
      settings: SubscriptionSettings,
    }),
  ),
});
export type CrashedBot = z.infer<typeof crashedBot>;
