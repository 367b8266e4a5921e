import type { PostingChannel } from '../delivery/channel.ts';
import type { Snowflake } from '../ids.ts';
import type { UnixMs } from '../time/duration.ts';
import type { MessageBody, DiscordMessage, ThreadState } from '../delivery/message-body.ts';

/** Discord as the newsroom needs it. Every call may throw `DiscordRefusal`. */
export interface Discord {
  botId(): Snowflake;
  /** The message posted, or the one posted with this nonce within the past few minutes. */
  post(
    channelId: Snowflake,
    body: MessageBody,
    nonce: string,
    signal: AbortSignal,
  ): Promise<DiscordMessage>;
  edit(
    channelId: Snowflake,
    messageId: Snowflake,
    body: MessageBody,
    signal: AbortSignal,
  ): Promise<void>;
  /** A message that is gone already counts as deleted. `reason` is for Discord's audit log. */
  delete(
    channelId: Snowflake,
    messageId: Snowflake,
    reason: string,
    signal: AbortSignal,
  ): Promise<void>;
  message(
    channelId: Snowflake,
    messageId: Snowflake,
    signal: AbortSignal,
  ): Promise<DiscordMessage | null>;
  /** The bot's own messages posted since then, oldest first: where a lost answer is looked for. */
  ownMessagesSince(
    channelId: Snowflake,
    since: UnixMs,
    signal: AbortSignal,
  ): Promise<DiscordMessage[]>;
  /** `null` for a channel that is no more, or of a kind that stories cannot be posted in. */
  channel(channelId: Snowflake, signal: AbortSignal): Promise<PostingChannel | null>;
  /**
   * Opens a forum's post; its message and its thread have one id. Discord knows no nonce here, so a
   * repeated call doubles it: see {@link Discord.ownForumPostsSince}.
   */
  postInForum(
    forumId: Snowflake,
    post: { name: string; body: MessageBody; tagIds: readonly Snowflake[] },
    signal: AbortSignal,
  ): Promise<DiscordMessage>;
  /** The first messages of the bot's posts in a forum since then, oldest first, archived ones too. */
  ownForumPostsSince(
    guildId: Snowflake,
    forumId: Snowflake,
    since: UnixMs,
    signal: AbortSignal,
  ): Promise<DiscordMessage[]>;
  /**
   * Opens a message's thread, or adopts the one it has; the thread's id. A forum's post is a thread
   * already; a thread has none, which is refused as the message's fault.
   */
  openThread(
    channelId: Snowflake,
    messageId: Snowflake,
    name: string,
    signal: AbortSignal,
  ): Promise<Snowflake>;
  /** `null` when the thread was deleted. */
  threadState(threadId: Snowflake, signal: AbortSignal): Promise<ThreadState | null>;
  /** Threads of a guild that are not archived and that the bot can see, the longest idle first. */
  activeThreads(guildId: Snowflake, signal: AbortSignal): Promise<Snowflake[]>;
  setThread(
    threadId: Snowflake,
    state: Partial<ThreadState>,
    reason: string,
    signal: AbortSignal,
  ): Promise<void>;
  /** Discord takes two new names of a thread within ten minutes, not more. */
  renameThread(threadId: Snowflake, name: string, signal: AbortSignal): Promise<void>;
  pin(channelId: Snowflake, messageId: Snowflake, signal: AbortSignal): Promise<void>;
  /** What the bot lacks to work in a channel, in Discord's words for permissions; empty if all is there. */
  missingPermissions(channelId: Snowflake, signal: AbortSignal): Promise<string[]>;
}
