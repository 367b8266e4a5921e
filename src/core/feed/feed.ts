import { z } from 'zod';
import { FeedId } from '../ids.ts';
import { UnixMs } from '../time/duration.ts';

/** How a feed is asked for where the usual way does not open it. Secrets: never shown or logged. */
export const FeedAccess = z.object({
  username: z.string().nullable().default(null),
  password: z.string().nullable().default(null),
  /** A whole `Cookie` header. */
  cookie: z.string().nullable().default(null),
  /** In place of Wirethread's own. */
  userAgent: z.string().nullable().default(null),
  /** Never asked for conditionally: for servers that say "unchanged" of what has changed. */
  ignoreCache: z.boolean().default(false),
});

export type FeedAccess = z.infer<typeof FeedAccess>;

/** What a feed's last answer gave for the next conditional request (RFC 9110, section 13). */
export const Validators = z.object({
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** Of the body that was read last. */
  bodyHash: z.string().nullable().default(null),
});

export type Validators = z.infer<typeof Validators>;

/** Why a feed is next polled when it is. */
export const PollReason = z.enum(['interval', 'ttl', 'cache', 'retry-after', 'backoff']);

export type PollReason = z.infer<typeof PollReason>;

/** What is known of a feed beside its schedule; nothing before its first poll. */
export const FeedState = z.object({
  /** The last answer; `status` is `null` when none came. */
  answer: z
    .object({
      status: z.number().int().nullable(),
      tookMs: z.number().int(),
      bytes: z.number().int(),
    })
    .nullable()
    .default(null),
  /** When its document was last another one than before. */
  changedAt: UnixMs.nullable().default(null),
  /** How long it rests between two polls, jitter included. */
  pace: z.object({ everyMs: z.number().int(), reason: PollReason }).nullable().default(null),
  /** RSS `ttl` of the last document. */
  ttlMs: z.number().nullable().default(null),
  /** Since when every poll failed or was turned away. */
  failingSince: UnixMs.nullable().default(null),
  /** Polls in a row that were turned away with 429, or with 503 and a time to wait. */
  throttled: z.number().int().nonnegative().default(0),
  /** Whether the moderators were told that it fails. */
  notified: z.boolean().default(false),
  /** Not polled any more, until somebody asks for it. */
  paused: z.enum(['gone', 'refused', 'failing']).nullable().default(null),
  /** Where it redirects for good, and for how many polls in a row a feed was read there. */
  moving: z
    .object({ url: z.string(), polls: z.number().int().nonnegative() })
    .nullable()
    .default(null),
  /** Its address before it moved. */
  movedFrom: z.string().nullable().default(null),
});

export type FeedState = z.infer<typeof FeedState>;

/** The next poll of a feed that is paused. */
export const neverPolled: UnixMs = Number.MAX_SAFE_INTEGER;

/** A feed as the poller knows it; many subscriptions may share it. */
export const Feed = z.object({
  id: FeedId,
  url: z.string(),
  title: z.string().nullable(),
  /** False until the feed was read once without error, whether or not it had stories. */
  initialised: z.boolean(),
  nextPoll: UnixMs,
  lastPolledAt: UnixMs.nullable(),
  /** Consecutive failures; 0 after any success. */
  errors: z.number().int().nonnegative(),
  lastError: z.string().nullable(),
  state: FeedState.prefault({}),
});

export type Feed = z.infer<typeof Feed>;
