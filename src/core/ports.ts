import type { PostingChannel } from './channel.ts';
import type { Snowflake } from './ids.ts';
import type { UnixMs } from './time.ts';

export interface Clock {
  now(): UnixMs;
  /** Resolves after `ms`, or at once when `signal` aborts; never rejects. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

type Fields = Record<string, unknown>;

/** Events with fields: identifiers and counts, never a reader's text nor a token. */
export interface Log {
  debug(fields: Fields, event: string): void;
  info(fields: Fields, event: string): void;
  warn(fields: Fields, event: string): void;
  error(fields: Fields, event: string): void;
}

export interface Fetched {
  status: number;
  /** Names in lower case; several values of one name joined by ", ". */
  headers: Record<string, string>;
  /** Decompressed. Empty on a 304. */
  body: Uint8Array;
  /** The address that answered, after redirects. */
  url: string;
  /**
   * Where the redirects that are for good (301, 308) lead, up to the first that is not: the address
   * to ask from now on. `null` when the first answer was none of them.
   */
  permanentUrl: string | null;
}

export interface FetchRequest {
  url: string;
  accept: string;
  headers?: Record<string, string>;
  /** Counted after decompression. */
  maxBytes: number;
  /** Over the whole exchange, redirects and body included. */
  timeoutMs: number;
}

/** Answers 200 to 299 and 304; everything else is a `FetchError`. */
export type Fetcher = (request: FetchRequest, signal: AbortSignal) => Promise<Fetched>;

/** A message body as Discord's REST takes it; always with `allowed_mentions`. */
export interface MessageBody {
  content?: string;
  embeds?: object[];
  components?: object[];
  flags?: number;
  allowed_mentions: { parse: []; roles?: string[] };
  message_reference?: { message_id: string; fail_if_not_exists: false };
}

/** What is read of a message in Discord. */
export interface ShownMessage {
  id: Snowflake;
  channelId: Snowflake;
  authorId: Snowflake;
  authorName: string;
  content: string;
  embeds: { url?: string | undefined }[];
  components: unknown[];
}

export interface ThreadState {
  archived: boolean;
  locked: boolean;
}

/** Discord as the newsroom needs it. Every call may throw `DiscordRefusal`. */
export interface Discord {
  botId(): Snowflake;
  /** The message posted, or the one posted with this nonce within the past few minutes. */
  post(
    channelId: Snowflake,
    body: MessageBody,
    nonce: string,
    signal: AbortSignal,
  ): Promise<ShownMessage>;
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
  ): Promise<ShownMessage | null>;
  /** The bot's own messages posted since then, oldest first: where a lost answer is looked for. */
  ownMessagesSince(
    channelId: Snowflake,
    since: UnixMs,
    signal: AbortSignal,
  ): Promise<ShownMessage[]>;
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
  ): Promise<ShownMessage>;
  /** The first messages of the bot's posts in a forum since then, oldest first, archived ones too. */
  ownForumPostsSince(
    guildId: Snowflake,
    forumId: Snowflake,
    since: UnixMs,
    signal: AbortSignal,
  ): Promise<ShownMessage[]>;
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

/** A short stable hash, 22 characters of base64url: nonces, keys, revisions. */
export type ShortHash = (content: string | Uint8Array) => string;
