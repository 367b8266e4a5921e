import { z } from 'zod';
import { SubscriptionSettings } from '../../src/core/feed/subscription.ts';

/** What a bot's own process is told on its command line. */
export const crashedBot = z.object({
  token: z.string(),
  apiUrl: z.string(),
  storeUrl: z.string(),
  /** What its clock shows when it starts, epoch milliseconds. */
  startAt: z.number(),
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
