import { cutAtWord } from '../../text/truncate.ts';
import { errorText, FetchError, ReadError } from '../../core/errors.ts';
import { type Feed, type FeedState, neverPolled } from '../../core/feed/feed.ts';
import type { Subscription } from '../../core/feed/subscription.ts';
import type { FetchResponse } from '../../core/ports/fetcher.ts';
import { shownAddress } from '../../text/masked-url.ts';
import { dayMs, type UnixMs } from '../../core/time/duration.ts';
import { nextPoll } from '../../feeds/index.ts';
import { shortHash } from '../../text/hash.ts';

/** Failures in a row after which the moderators are told. */
const failuresToTell = 5;
/** A feed is paused after as many, over at least so long. */
const failuresToPause = 20;
const refusalsToPause = 10;
const pauseAfterMs = 3 * dayMs;
/** A server that turns every poll away for so long is told of, too. */
const throttledToTellMs = dayMs;

const longestAddress = 300;
const longestError = 600;
/** What went wrong within may name files and hosts of the operator's. */
const ownFault =
  'Wirethread failed at it by a fault of its own: its operator finds more in its log, and it is tried again.';

/** Whether a failed poll is the feed's or its server's fault, in words for people. */
export function isFeedFault(error: unknown): boolean {
  return error instanceof FetchError || error instanceof ReadError;
}

/** A feed after a poll that was answered. `fresh` is what its document brought, when it had one. */
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

/** A feed after a poll that failed, and what its moderators are told, if anything. */
export function afterFailure(
  feed: Feed,
  subscriptions: readonly Subscription[],
  failed: { now: UnixMs; error: unknown; tookMs: number; answer: FetchResponse | null },
): { feed: Feed; notice: string | null } {
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
  const lasting = isThrottled ? now - failingSince >= throttledToTellMs : errors >= failuresToTell;
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
      notified: feed.state.notified || lasting,
      paused,
      moving: null,
    },
  };
  if (paused) return { feed: after, notice: feed.state.paused ? null : pauseNotice(after, now) };
  return { feed: after, notice: lasting && !feed.state.notified ? failureNotice(after) : null };
}

/** A feed that somebody wants read again, whatever it failed by before. */
export function restartedFeed(feed: Feed, now: UnixMs): Feed {
  const state = { ...feed.state, failingSince: null, throttled: 0, told: false, paused: null };
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
  if (isRefused && errors >= refusalsToPause) return 'refused';
  return errors >= failuresToPause ? 'failing' : null;
}

function failureNotice({ url, errors, lastError, state }: Feed): string {
  const address = noticeAddress(url);
  const trouble =
    state.throttled > 0
      ? `The feed ${address} has not been given out for a day.`
      : `The feed ${address} could not be read ${errors} times in a row.`;
  return `${trouble} ${lastError} It is tried again, less often; /feed show tells its health, /feed test shows what it answers, /feed remove ends it.`;
}

function pauseNotice({ url, errors, lastError, state }: Feed, now: UnixMs): string {
  const address = noticeAddress(url);
  if (state.paused === 'gone') {
    return `The feed ${address} is gone for good, its server says (410): it is not read any more. Look for its new address, add that with /feed add, and take this one out with /feed remove; if it comes back, /feed retry sets it going again.`;
  }
  const days = Math.floor((now - (state.failingSince ?? now)) / dayMs);
  const remedy =
    state.paused === 'refused'
      ? 'Ask its publisher to let this bot in, or add it anew with the user name and password it wants'
      : 'When its server or address is mended';
  const then = state.paused === 'refused' ? '; then' : ',';
  return `The feed ${address} is paused: it could not be read ${errors} times in a row over ${days} days. ${lastError} ${remedy}${then} /feed retry sets it going again; /feed remove ends it.`;
}

/** Short enough that what follows it is not cut off. */
function noticeAddress(url: string): string {
  const address = shownAddress(url);
  return address.length > longestAddress ? `${address.slice(0, longestAddress)}…` : address;
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
