import type { Language } from './feed/channel-options.ts';

/** Why a fetch failed. Decides which alert the moderators get. */
export type FetchFault =
  | 'address-refused'
  | 'unreachable'
  | 'timeout'
  /** Not asked: its host's other requests took too long. */
  | 'busy'
  | 'too-large'
  | 'http-status'
  | 'gone'
  | 'throttled'
  | 'challenge';

/** A failed fetch. `message` tells a person what was wrong and what to do. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly fault: FetchFault;
  readonly status: number | null;
  /** From `Retry-After`, in milliseconds from the answer; `null` without one. */
  readonly retryAfterMs: number | null;
  constructor(
    message: string,
    facts: { fault: FetchFault; status?: number; retryAfterMs?: number | null; cause?: unknown },
  ) {
    super(message, { cause: facts.cause });
    this.fault = facts.fault;
    this.status = facts.status ?? null;
    this.retryAfterMs = facts.retryAfterMs ?? null;
  }
}

/** A whole document (a feed, a comment page) that cannot be parsed. Never one bad item in it. */
export class ReadError extends Error {
  override readonly name = 'ReadError';
}

/**
 * A person's request that cannot be carried out. They get `textIn` their language; `message` is the
 * English text, for the log.
 */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly textIn: (language: Language) => string;
  /** A text that is not ours is the same in each language. */
  constructor(text: string | ((language: Language) => string), options?: ErrorOptions) {
    const textIn = typeof text === 'string' ? () => text : text;
    super(textIn('en'), options);
    this.textIn = textIn;
  }
}

/**
 * A write that another change came before: what was read for it is outdated. `Store.transaction` does
 * its work again.
 */
export class WriteConflict extends Error {
  override readonly name = 'WriteConflict';
}

/**
 * Kinds of errors from Discord, by how they are handled:
 * - `channel`: permanent for the channel (10003, 50001, 50008, 50013 …): pause it, notify the moderators once;
 * - `gone`: the message or thread was deleted (10008, 10003 on a thread): drop it;
 * - `message`: permanent for this message (50035, 200000 …): stop trying, report it;
 * - `archived`: the thread is archived (50083);
 * - `thread-cap`: too many active threads (160006, 160007);
 * - `passing`: temporary (5xx, timeout, connection): retry.
 */
export type RefusalKind = 'channel' | 'gone' | 'message' | 'archived' | 'thread-cap' | 'passing';

export class DiscordRefusal extends Error {
  override readonly name = 'DiscordRefusal';
  readonly kind: RefusalKind;
  /** Discord's JSON error code; 0 without one. */
  readonly code: number;
  /** How long to wait for a rate limit, in milliseconds; `null` for other errors. */
  readonly retryAfterMs: number | null;
  constructor(
    kind: RefusalKind,
    code: number,
    message: string,
    facts: { cause?: unknown; retryAfterMs?: number } = {},
  ) {
    super(message, { cause: facts.cause });
    this.kind = kind;
    this.code = code;
    this.retryAfterMs = facts.retryAfterMs ?? null;
  }
}

/** The message of anything thrown, for logs and people; never a stack trace. */
export function errorText(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
