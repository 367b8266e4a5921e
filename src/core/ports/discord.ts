import type { PostingChannel } from '../delivery/channel.ts';
import type { Snowflake } from '../ids.ts';
import type { UnixMs } from '../time/duration.ts';
import type {
  ActiveThread,
  DiscordMessage,
  MessageBody,
  Persona,
  ThreadState,
} from '../delivery/message-body.ts';

/** Where a message is that a webhook of the bot's posted. */
export interface PersonaMessage {
  threadId: Snowflake;
  webhookId: Snowflake;
  id: Snowflake;
}

export type TimeoutObstacle =
  | 'not-a-member'
  /** The owner of the server, or an administrator. */
  | 'exempt'
  /** The bot lacks Moderate Members. */
  | 'missing-permission'
  /** The bot has no role above the member's highest one. */
  | 'higher-role';

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
  /** Succeeds when the message is already deleted. `reason` is for Discord's audit log. */
  delete(
    channelId: Snowflake,
    messageId: Snowflake,
    reason: string,
    signal: AbortSignal,
  ): Promise<void>;
  /**
   * Posts in a thread under another name and picture, through the bot's webhook of the thread's
   * channel: found, or else made. Without Manage Webhooks it is refused with 50013 and nothing is
   * called. Discord has no nonce here, so a repeated call posts twice: see
   * {@link Discord.ownMessagesSince}.
   */
  postAs(
    threadId: Snowflake,
    persona: Persona,
    body: MessageBody,
    signal: AbortSignal,
  ): Promise<DiscordMessage>;
  /** Reads, edits or deletes what {@link Discord.postAs} posted; `body` without its name and picture. */
  readAs(message: PersonaMessage, signal: AbortSignal): Promise<DiscordMessage | null>;
  editAs(message: PersonaMessage, body: MessageBody, signal: AbortSignal): Promise<void>;
  deleteAs(message: PersonaMessage, reason: string, signal: AbortSignal): Promise<void>;
  /** The channel of a thread, whose webhook posts in it; `null` when the thread was deleted. */
  parentChannel(threadId: Snowflake, signal: AbortSignal): Promise<Snowflake | null>;
  /** Whether the bot may use webhooks in a channel. */
  mayUsePersonas(channelId: Snowflake, signal: AbortSignal): Promise<boolean>;
  message(
    channelId: Snowflake,
    messageId: Snowflake,
    signal: AbortSignal,
  ): Promise<DiscordMessage | null>;
  /**
   * The messages that the bot or its webhooks posted since then, oldest first, among the first
   * `mostRead` messages of anybody's. Used to find a post whose answer was lost.
   */
  ownMessagesSince(
    channelId: Snowflake,
    since: UnixMs,
    mostRead: number,
    signal: AbortSignal,
  ): Promise<DiscordMessage[]>;
  /** `null` for a deleted channel, or one of a kind that stories cannot be posted in. */
  channel(channelId: Snowflake, signal: AbortSignal): Promise<PostingChannel | null>;
  /**
   * Creates a forum post; its message and its thread have the same id. Discord has no nonce here, so
   * a repeated call posts twice: see {@link Discord.ownForumPostsSince}.
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
   * Opens a message's thread, or finds the one it has. Returns the thread's id. A forum post is a
   * thread already. In a thread it is refused with kind `message`.
   */
  openThread(
    channelId: Snowflake,
    messageId: Snowflake,
    name: string,
    signal: AbortSignal,
  ): Promise<Snowflake>;
  /** `null` when the thread was deleted. */
  threadState(threadId: Snowflake, signal: AbortSignal): Promise<ThreadState | null>;
  /** A guild's active threads that the bot can see, the longest idle first. */
  activeThreads(guildId: Snowflake, signal: AbortSignal): Promise<ActiveThread[]>;
  setThread(
    threadId: Snowflake,
    state: Partial<ThreadState>,
    reason: string,
    signal: AbortSignal,
  ): Promise<void>;
  /** Whether the bot may change a thread: its slow mode, its lock. */
  mayManageThread(threadId: Snowflake, signal: AbortSignal): Promise<boolean>;
  /** Discord's rate limit: two new names of a thread in ten minutes. */
  renameThread(threadId: Snowflake, name: string, signal: AbortSignal): Promise<void>;
  pin(channelId: Snowflake, messageId: Snowflake, signal: AbortSignal): Promise<void>;
  /** The id of the private channel with a person; Discord opens it on the first call. */
  privateChannel(userId: Snowflake, signal: AbortSignal): Promise<Snowflake>;
  /** The name of a server that the bot is in; `null` for any other. */
  serverName(guildId: Snowflake): string | null;
  /** Why the bot cannot time a member out; `null` when it can. */
  timeoutObstacle(
    guildId: Snowflake,
    userId: Snowflake,
    signal: AbortSignal,
  ): Promise<TimeoutObstacle | null>;
  /** The end of a member's time-out; `null` without one, or when the member left. */
  timedOutUntil(guildId: Snowflake, userId: Snowflake, signal: AbortSignal): Promise<UnixMs | null>;
  /**
   * Times a member out until then, at most 28 days from now; `null` ends a time-out. `reason` is for
   * Discord's audit log.
   */
  timeOut(
    guildId: Snowflake,
    userId: Snowflake,
    until: UnixMs | null,
    reason: string,
    signal: AbortSignal,
  ): Promise<void>;
  /** Discord's names of the permissions that the bot lacks in a channel. */
  missingPermissions(channelId: Snowflake, signal: AbortSignal): Promise<string[]>;
}
