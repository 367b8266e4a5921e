import { z } from 'zod';
import { FeedId } from '../ids.ts';
import { UnixMs } from '../time/duration.ts';

/** Request settings for a feed that needs them. They are secrets: never displayed or logged. */
export const FeedAccess = z.object({
  username: z.string().nullable().default(null),
  password: z.string().nullable().default(null),
  /** A whole `Cookie` header. */
  cookie: z.string().nullable().default(null),
  /** Replaces Wirethread's own `User-Agent`. */
  userAgent: z.string().nullable().default(null),
  /** No conditional requests: for servers that answer 304 although the feed has changed. */
  ignoreCache: z.boolean().default(false),
});

export type FeedAccess = z.infer<typeof FeedAccess>;

/** Validators of a feed's last answer, for conditional requests (RFC 9110, section 13). */
export const Validators = z.object({
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** Hash of the last body that was parsed. */
  bodyHash: z.string().nullable().default(null),
});

export type Validators = z.infer<typeof Validators>;

/** What decided the time of a feed's next poll. */
export const PollReason = z.enum(['interval', 'ttl', 'cache', 'retry-after', 'backoff']);

export type PollReason = z.infer<typeof PollReason>;

/** A feed's state besides its schedule; all defaults before the first poll. */
export const FeedState = z.object({
  /** The last request; `status` is `null` when there was no answer. */
  answer: z
    .object({
      status: z.number().int().nullable(),
      tookMs: z.number().int(),
      bytes: z.number().int(),
    })
    .nullable()
    .default(null),
  /** When the document last changed. */
  changedAt: UnixMs.nullable().default(null),
  /** Time between two polls, jitter included. */
  pace: z.object({ everyMs: z.number().int(), reason: PollReason }).nullable().default(null),
  /** RSS `ttl` of the last document. */
  ttlMs: z.number().nullable().default(null),
  /** When the current row of failed or throttled polls began. */
  failingSince: UnixMs.nullable().default(null),
  /** Consecutive polls answered with 429, or with 503 and `Retry-After`. */
  throttled: z.number().int().nonnegative().default(0),
  /** True when the moderators were notified of the failure. */
  notified: z.boolean().default(false),
  /** Why polling stopped until a person starts it again; `null` while it is polled. */
  paused: z.enum(['gone', 'refused', 'failing']).nullable().default(null),
  /** Target of a permanent redirect, and how many consecutive polls found a feed there. */
  moving: z
    .object({ url: z.string(), polls: z.number().int().nonnegative() })
    .nullable()
    .default(null),
  /** The URL before the feed moved. */
  movedFrom: z.string().nullable().default(null),
});

export type FeedState = z.infer<typeof FeedState>;

/** The next poll of a feed that is paused. */
export const neverPolled: UnixMs = Number.MAX_SAFE_INTEGER;

/** A polled feed; many subscriptions may share it. */
export const Feed = z.object({
  id: FeedId,
  url: z.string(),
  title: z.string().nullable(),
  /** True after the first poll without error, even if the feed had no stories. */
  initialised: z.boolean(),
  nextPoll: UnixMs,
  lastPolledAt: UnixMs.nullable(),
  /** Consecutive failures; 0 after any success. */
  errors: z.number().int().nonnegative(),
  lastError: z.string().nullable(),
  state: FeedState.prefault({}),
});

export type Feed = z.infer<typeof Feed>;
