import { cutAtWord } from '../../text/truncate.ts';
import { errorText, FetchError, ReadError } from '../../core/errors.ts';
import { type Feed, type FeedState, neverPolled } from '../../core/feed/feed.ts';
import type { Subscription } from '../../core/feed/subscription.ts';
import type { Alert } from '../../core/moderation/alert.ts';
import type { FetchResponse } from '../../core/ports/fetcher.ts';
import { dayMs, type UnixMs } from '../../core/time/duration.ts';
import { nextPoll } from '../../feeds/index.ts';
import { failureAlert, pauseAlert } from './feed-alerts.ts';
import { shortHash } from '../../text/hash.ts';

/** Errors in a row before the moderators are alerted. */
const errorsToAlert = 5;
/** Errors in a row, over at least {@link pauseAfterMs}, before a feed is paused. */
const errorsToPause = 20;
const refusedErrorsToPause = 10;
const pauseAfterMs = 3 * dayMs;
/** How long a server may answer every poll with 429 before the moderators are alerted. */
const throttledToAlertMs = dayMs;

const longestError = 600;
/** Shown instead of an error of our own, which may name the operator's files and hosts. */
const ownFault =
  'Wirethread itself had an error. Its operator finds the details in the log. The feed is tried again.';

/** True for an error of the feed or its server, whose message may be shown to people. */
export function isFeedFault(error: unknown): boolean {
  return error instanceof FetchError || error instanceof ReadError;
}

/** A feed after a successful poll. `fresh` is `null` when the answer had no new document. */
export function afterAnswer(
  feed: Feed,
  subscriptions: readonly Subscription[],
  answered: {
    now: UnixMs;
    headers: Record<string, string>;
    answer: NonNullable<FeedState['answer']>;
    moving: FeedState['moving'];
    fresh: { title: string | null; ttlMs: number | null } | null;
  },
): Feed {
  const { now, headers, answer, moving, fresh } = answered;
  const ttlMs = fresh ? fresh.ttlMs : feed.state.ttlMs;
  const { at, everyMs, reason } = nextPoll({
    now,
    pollEveryMs: shortestPoll(subscriptions),
    ttlMs,
    headers,
    errors: 0,
    jitter: jitterOf(feed.id),
  });
  return {
    ...feed,
    title: fresh?.title ?? feed.title,
    initialised: feed.initialised || fresh !== null,
    lastPolledAt: now,
    errors: 0,
    lastError: null,
    nextPoll: at,
    state: {
      ...feed.state,
      answer,
      moving,
      ttlMs,
      changedAt: fresh ? now : feed.state.changedAt,
      pace: { everyMs, reason },
      failingSince: null,
      throttled: 0,
      notified: false,
      paused: null,
    },
  };
}

/** A feed after a failed poll, and the alert for its moderators, if one is due. */
export function afterFailure(
  feed: Feed,
  subscriptions: readonly Subscription[],
  failed: { now: UnixMs; error: unknown; tookMs: number; answer: FetchResponse | null },
): { feed: Feed; alert: Alert | null } {
  const { now, error, tookMs, answer } = failed;
  const fault = error instanceof FetchError ? error : null;
  const isThrottled = fault?.fault === 'throttled';
  const errors = isThrottled ? feed.errors : feed.errors + 1;
  const throttled = isThrottled ? feed.state.throttled + 1 : 0;
  const failingSince = feed.state.failingSince ?? now;
  const paused = feed.state.paused ?? pauseFor(fault, isThrottled ? 0 : errors, now - failingSince);
  const { at, everyMs, reason } = nextPoll({
    now,
    pollEveryMs: shortestPoll(subscriptions),
    ttlMs: null,
    headers: null,
    errors: errors + throttled,
    retryAfterMs: fault?.retryAfterMs ?? null,
    jitter: jitterOf(feed.id),
  });
  const isLasting = isThrottled
    ? now - failingSince >= throttledToAlertMs
    : errors >= errorsToAlert;
  const after: Feed = {
    ...feed,
    lastPolledAt: now,
    errors,
    lastError: cutAtWord(isFeedFault(error) ? errorText(error) : ownFault, longestError),
    nextPoll: paused ? neverPolled : at,
    state: {
      ...feed.state,
      answer: {
        status: fault?.status ?? answer?.status ?? null,
        tookMs,
        bytes: answer?.body.length ?? 0,
      },
      pace: { everyMs, reason },
      failingSince,
      throttled,
      notified: feed.state.notified || isLasting,
      paused,
      moving: null,
    },
  };
  if (paused) return { feed: after, alert: feed.state.paused ? null : pauseAlert(after, now) };
  return { feed: after, alert: isLasting && !feed.state.notified ? failureAlert(after) : null };
}

/** A feed without its errors and its pause, due now. */
export function restartedFeed(feed: Feed, now: UnixMs): Feed {
  const state: FeedState = {
    ...feed.state,
    failingSince: null,
    throttled: 0,
    notified: false,
    paused: null,
  };
  return { ...feed, errors: 0, nextPoll: now, state };
}

function pauseFor(
  fault: FetchError | null,
  errors: number,
  failingMs: number,
): FeedState['paused'] {
  if (fault?.fault === 'gone') return 'gone';
  if (failingMs < pauseAfterMs) return null;
  const isRefused = fault?.status === 401 || fault?.status === 403;
  if (isRefused && errors >= refusedErrorsToPause) return 'refused';
  return errors >= errorsToPause ? 'failing' : null;
}

function shortestPoll(subscriptions: readonly Subscription[]): number {
  return Math.min(dayMs, ...subscriptions.map(({ settings }) => settings.pollEveryMs));
}

/** A number from 0 to 1 that spreads feeds over time, the same for the same feed. */
function jitterOf(id: string): number {
  const sum = Array.from(shortHash(id)).reduce(
    (total, character) => total + character.charCodeAt(0),
    0,
  );
  return (sum % 100) / 100;
}
