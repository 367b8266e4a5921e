import type { Snowflake } from '../ids.ts';
import type { UnixMs } from '../time/duration.ts';

/** What is wrong in a server, found by looking: nothing of it is stored. */
export type Finding =
  /** The bot lacks these permissions of Discord in a channel that it posts in. */
  | { kind: 'permissions'; channelId: Snowflake; missing: readonly string[] }
  /** A feed's channel was deleted, or the bot does not see it. */
  | { kind: 'no-channel'; channelId: Snowflake }
  /** Nobody gets alerts and cards. */
  | { kind: 'no-moderators-channel' }
  | { kind: 'channel-paused'; channelId: Snowflake; since: UnixMs; reason: string }
  | { kind: 'feed-failing'; address: string; since: UnixMs; reason: string }
  /** It is not read any more until a person starts it again. */
  | { kind: 'feed-paused'; address: string; reason: string }
  | { kind: 'many-threads'; count: number; most: number };

/** Discord's limit of active threads in a server. @see https://docs.discord.com/developers/topics/threads */
export const mostActiveThreads = 1_000;

/** From so many on, people should know: closed threads are archived to make room, open ones are not. */
export const manyActiveThreads = 900;
