import { z } from 'zod';

/** What a bot's process is asked over its channel; each is answered once. */
export const BotQuestion = z.discriminatedUnion('ask', [
  /** Turns its clock ahead by `ms`; answered when every scheduled task has run and sleeps again. */
  z.object({ ask: z.literal('turn'), ms: z.number() }),
  /** How many messages of these channels are still to be posted, edited or deleted. */
  z.object({ ask: z.literal('open'), channelIds: z.array(z.string()) }),
]);
export type BotQuestion = z.infer<typeof BotQuestion>;

/** `ready` comes once, by itself: the bot is logged in and its schedule runs. */
export const BotAnswer = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('ready') }),
  z.object({ answer: z.literal('turn') }),
  z.object({ answer: z.literal('open'), open: z.number() }),
]);
export type BotAnswer = z.infer<typeof BotAnswer>;
