import { errorText, FetchError, ReadError } from '../../core/errors.ts';
import type { Feed, Validators } from '../../core/feed/feed.ts';
import type { Subscription } from '../../core/feed/subscription.ts';
import type { DueFeed } from '../../core/ports/feed-ledger.ts';
import type { Fence } from '../../core/ports/fence.ts';
import type { FetchResponse } from '../../core/ports/fetcher.ts';
import { shownAddress } from '../../text/masked-url.ts';
import { minuteMs, type UnixMs } from '../../core/time/duration.ts';
import {
  conditionalHeaders,
  hubLink,
  isSameDocument,
  refreshedValidators,
  validatorsOf,
} from '../../feeds/index.ts';
import { afterAnswer, afterFailure, isFeedFault } from './feed-health.ts';
import { feedRequest } from './feed-request.ts';
import { keepHub } from './hubs.ts';
import { takeHostSlot } from './host-concurrency.ts';
import { alertModerators } from '../outbox/moderators.ts';
import { needsDocument, hasMoved, movedFeed, movingAfter } from './move-feed.ts';
import type { Ports } from '../ports.ts';
import type { News } from '../stories/news.ts';
import { newsChanges, wantNews } from '../stories/save-news.ts';
import { planNews, planUnchangedNews } from '../stories/plan-news.ts';
import { shortHash } from '../../text/hash.ts';

/** Longer than a poll can take, article pages included. */
const leaseMs = 3 * minuteMs;

/** How long a host is asked nothing that has too many requests and does not say until when. */
const busyHostMs = minuteMs;

/** A feed that is being polled. */
interface Claimed extends DueFeed {
  since: UnixMs;
}

/**
 * Polls one feed that is due, or postpones it when its host has too many polls running; `false` when
 * none is due. `claimed` is called when there is one. A feed's error is stored, not thrown.
 */
export async function pollNextFeed(
  ports: Ports,
  signal: AbortSignal,
  claimed: () => void = () => {},
): Promise<boolean> {
  const { store, clock } = ports;
  const since = clock.now();
  const due = await store.feeds.claimDueFeed(since, leaseMs);
  if (!due) return false;
  claimed();
  const slot = takeHostSlot(ports, due.feed.url);
  if ('backAt' in slot) {
    await store.feeds.settleFeed({ ...due.feed, nextPoll: slot.backAt }, due.fence);
    return true;
  }
  let pauseMs: number | null = null;
  try {
    pauseMs = await pollFeed(ports, due, since, signal);
  } finally {
    slot.release(pauseMs);
  }
  return true;
}

/** Returns how long its host wants no requests; `null` when it did not say so. */
async function pollFeed(
  ports: Ports,
  due: DueFeed,
  since: UnixMs,
  signal: AbortSignal,
): Promise<number | null> {
  const { store, log } = ports;
  const { feed, fence, subscriptions, access, validators } = due;
  let answer: FetchResponse | null = null;
  try {
    const claimed = { ...due, since };
    const conditional = isConditional(claimed);
    const conditions = conditional ? conditionalHeaders(validators) : {};
    answer = await ports.fetch(feedRequest(feed.url, access, conditions), signal);
    if (answer.status === 304 && !conditional) throw unexpected304();
    await saveAnswer(ports, claimed, answer, signal);
    return null;
  } catch (error) {
    if (signal.aborted) {
      await store.feeds.settleFeed({ ...feed, nextPoll: since }, fence);
      throw error;
    }
    const level = isFeedFault(error) ? 'warn' : 'error';
    log[level]({ ...shownFeed(feed), error: errorText(error) }, 'feed.failed');
    await saveFailure(ports, due, subscriptions, { error, since, answer });
    const isThrottled = error instanceof FetchError && error.fault === 'throttled';
    return isThrottled ? (error.retryAfterMs ?? busyHostMs) : null;
  }
}

/**
 * Whether the server may answer "not modified": not while a channel waits for its first stories, nor
 * where such answers of the server are wrong.
 */
function isConditional({ feed, subscriptions, access, validators }: Claimed): boolean {
  return (
    validators !== null &&
    !access?.ignoreCache &&
    !needsDocument(feed) &&
    subscriptions.every(({ initialised }) => initialised)
  );
}

function unexpected304(): ReadError {
  return new ReadError(
    'The server answered that nothing has changed (304), although Wirethread did not ask that. Tell the publisher, or use another address of this feed.',
  );
}

/**
 * Reads the answer and saves the stories, their deliveries, the validators and the next poll in one
 * transaction. An unchanged document is not parsed; only the next poll is saved.
 */
async function saveAnswer(
  ports: Ports,
  claimed: Claimed,
  answer: FetchResponse,
  signal: AbortSignal,
): Promise<void> {
  const { clock, log } = ports;
  const { feed, subscriptions, access, validators: known, since } = claimed;
  const { status, headers, body } = answer;
  const bodyHash = status === 304 ? '' : shortHash(body);
  const isUnchanged = status === 304 || isSameDocument(known ?? noValidators, headers, bodyHash);
  const tookMs = clock.now() - since;
  const isAwaited = subscriptions.some(({ initialised }) => !initialised);
  const document = isUnchanged && !isAwaited ? null : await ports.parsers.feed(answer, signal);
  const leftOut = document?.leftOut ?? 0;
  if (leftOut > 0) log.warn({ ...shownFeed(feed), leftOut }, 'feed.items-left-out');
  const news = document
    ? await planNews(ports, feed, subscriptions, document, signal)
    : await planUnchangedNews(ports, feed, signal);
  const now = clock.now();
  const settled = afterAnswer(feed, subscriptions, {
    now,
    headers,
    answer: { status, tookMs, bytes: body.length },
    moving: movingAfter(feed, access, answer, status !== 304),
    fresh: document,
  });
  const validators =
    status === 304 && known ? refreshedValidators(known, headers) : validatorsOf(headers, bodyHash);
  const isSaved = await savePoll(ports, claimed, settled, news, validators, now);
  if (isSaved)
    log.info({ feedId: feed.id, status, posted: news?.posts.length ?? 0 }, 'feed.polled');
  else log.warn({ ...shownFeed(feed), tookMs: now - since }, 'feed.lease-lost');
  // A feed with a password is nobody else's business.
  if (access !== null) return;
  const link = hubLink(headers, document?.hub ?? {}, answer.url);
  await keepHub(ports, feed.id, link ?? (document ? null : 'unread'), signal);
}

/** A feed in the log: an operator knows its address, not its id. */
const shownFeed = ({ id, url }: Feed) => ({ feedId: id, feed: shownAddress(url) });

/** `false` when the lease was lost: nothing is saved. */
async function savePoll(
  ports: Ports,
  { feed, fence, validators: known }: Claimed,
  settled: Feed,
  news: News | null,
  validators: Validators,
  now: UnixMs,
): Promise<boolean> {
  const { store } = ports;
  const isKnown = known !== null && isSame(known, validators);
  if (!news && isKnown && !hasMoved(settled)) {
    return (await store.feeds.settleFeed(settled, fence)) !== null;
  }
  const changes = { ...(news && newsChanges(news, now)), ...(!isKnown && { validators }) };
  const saved = await store.transaction(async (ledger) => {
    const moved = hasMoved(settled) ? await movedFeed(ledger, settled) : settled;
    const current = await ledger.feeds.settleFeed(moved, fence, changes);
    if (!current) return null;
    if (moved.url !== feed.url) {
      for (const one of current) await ledger.feeds.saveSubscription({ ...one, url: moved.url });
    }
    if (news) await wantNews(ledger, news, current, now);
    return moved;
  });
  if (saved && saved.url !== feed.url) logMove(ports, feed, saved);
  return saved !== null;
}

const noValidators: Validators = { etag: null, lastModified: null, bodyHash: null };

function isSame(one: Validators, other: Validators): boolean {
  const { etag, lastModified, bodyHash } = one;
  return etag === other.etag && lastModified === other.lastModified && bodyHash === other.bodyHash;
}

function logMove({ log }: Ports, from: Feed, to: Feed): void {
  log.info({ feedId: to.id, from: shownAddress(from.url), to: shownAddress(to.url) }, 'feed.moved');
}

async function saveFailure(
  ports: Ports,
  { feed, fence }: { feed: Feed; fence: Fence },
  subscriptions: readonly Subscription[],
  { error, since, answer }: { error: unknown; since: UnixMs; answer: FetchResponse | null },
): Promise<void> {
  const now = ports.clock.now();
  const failed = { now, error, tookMs: now - since, answer };
  const { feed: settled, alert } = afterFailure(feed, subscriptions, failed);
  await ports.store.transaction(async (ledger) => {
    const settledNow = await ledger.feeds.settleFeed(settled, fence);
    if (!settledNow || alert === null) return;
    for (const guildId of new Set(subscriptions.map((subscription) => subscription.guildId))) {
      await alertModerators(ledger, guildId, `feed:${feed.id}:${now}`, alert, now);
    }
  });
}
