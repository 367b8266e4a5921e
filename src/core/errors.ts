/** Whose fault a failed fetch or read is, which decides what the moderators are told. */
export type FetchFault =
  | 'address-refused'
  | 'unreachable'
  | 'timeout'
  | 'too-large'
  | 'http-status'
  | 'gone'
  | 'throttled'
  | 'challenge';

/** A fetch that gave no document. `message` says what was wrong and what to do, for a person. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly fault: FetchFault;
  readonly status: number | null;
  /** What `Retry-After` asked for, in milliseconds from the answer; `null` when it said nothing. */
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

/** A document that is not what it should be (a feed, a comment page). Never about one bad item. */
export class ReadError extends Error {
  override readonly name = 'ReadError';
}

/** What a person asked for cannot be done; `message` is shown to them as it stands. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
}

/**
 * Discord's refusal of a call, by what follows from it:
 * - `channel`: permanent for the channel (10003, 50001, 50008, 50013 …): pause it, tell the moderators once;
 * - `gone`: the message or thread is no more (10008, 10003 on a thread): forget it;
 * - `message`: permanent for this message (50035, 200000 …): give it up, say so;
 * - `archived`: the thread is archived (50083);
 * - `thread-cap`: too many active threads (160006, 160007);
 * - `passing`: worth trying again (5xx, time-out, connection).
 */
export type RefusalKind = 'channel' | 'gone' | 'message' | 'archived' | 'thread-cap' | 'passing';

export class DiscordRefusal extends Error {
  override readonly name = 'DiscordRefusal';
  readonly kind: RefusalKind;
  /** Discord's JSON error code, 0 when there was none. */
  readonly code: number;
  /** How long a rate limit holds, in milliseconds; `null` when it is none. */
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

/** The text of anything thrown, for logs and for people; never a stack. */
export function errorText(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
