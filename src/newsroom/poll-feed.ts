import { conditionalHeaders, nextPoll, type PollFacts, validatorsOf } from '../feeds/index.ts';
import { errorText, FetchError } from '../core/errors.ts';
import type { Feed, Subscription } from '../core/feed.ts';
import type { Fence } from '../core/ledger.ts';
import type { Fetched } from '../core/ports.ts';
import type { FeedDocument } from '../core/story.ts';
import { dayMs, minuteMs, secondMs, type UnixMs } from '../core/time.ts';
import { alertModerators } from './moderators.ts';
import type { Ports } from './ports.ts';
import { newsOf, saveNews } from './publish-stories.ts';

export const feedAccept =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1';
export const feedMaxBytes = 5_000_000;
export const feedTimeoutMs = 20 * secondMs;
/** Longer than a poll can take, article pages included. */
const leaseMs = 3 * minuteMs;
const failuresToTell = 5;

/** Polls one feed that is due; `false` when none is. A broken feed is noted, never thrown. */
export async function pollNextFeed(ports: Ports, signal: AbortSignal): Promise<boolean> {
  const { store, clock, log } = ports;
  const claimed = await store.feeds.claimDue(clock.now(), leaseMs);
  if (!claimed) return false;
  const { feed, fence } = claimed;
  const subscriptions = await store.feeds.subscriptionsOf(feed.id);
  try {
    const answer = await fetchFeed(ports, feed, subscriptions, signal);
    const document = answer.status === 304 ? null : await readAnswer(ports, answer);
    await settle(ports, feed, fence, subscriptions, answer, document, signal);
  } catch (error) {
    if (signal.aborted) {
      await store.feeds.settlePoll(feed, fence);
      throw error;
    }
    log.warn({ feedId: feed.id, error: errorText(error) }, 'feed.failed');
    await settleFailure(ports, feed, fence, subscriptions, error);
  }
  return true;
}

/** The feed's answer, asked for conditionally unless a channel still awaits its first stories. */
async function fetchFeed(
  { store, fetch }: Ports,
  feed: Feed,
  subscriptions: readonly Subscription[],
  signal: AbortSignal,
): Promise<Fetched> {
  const conditional = subscriptions.every(({ initialised }) => initialised);
  const validators = conditional ? await store.validators.get(feed.id) : null;
  const request = {
    url: feed.url,
    accept: feedAccept,
    maxBytes: feedMaxBytes,
    timeoutMs: feedTimeoutMs,
  };
  return fetch({ ...request, headers: conditionalHeaders(validators) }, signal);
}

/** Decodes and reads a feed's bytes. @throws ReadError when it is no feed */
export async function readAnswer({ read }: Ports, answer: Fetched): Promise<FeedDocument> {
  return read.feed(answer);
}

/** One transaction stores the stories, their deliveries, the validators and the next poll. */
async function settle(
  ports: Ports,
  feed: Feed,
  fence: Fence,
  subscriptions: readonly Subscription[],
  answer: Fetched,
  document: FeedDocument | null,
  signal: AbortSignal,
): Promise<void> {
  const { store, clock, log } = ports;
  const news = document && (await newsOf(ports, feed, subscriptions, document, signal));
  const now = clock.now();
  const settled: Feed = {
    ...feed,
    title: document?.title ?? feed.title,
    initialised: feed.initialised || document !== null,
    lastPolledAt: now,
    errors: 0,
    lastError: null,
    nextPoll: polledNext({
      now,
      pollEveryMs: shortestPoll(subscriptions),
      ttlMs: document?.ttlMs ?? null,
      headers: answer.headers,
      errors: 0,
      jitter: 0,
    }),
  };
  await store.transaction(async (ledger) => {
    const current = await ledger.feeds.subscriptionsOf(feed.id);
    const isNew = ({ id }: Subscription) => subscriptions.every((polled) => polled.id !== id);
    const due = current.some(isNew) ? { ...settled, nextPoll: now } : settled;
    if (!(await ledger.feeds.settlePoll(due, fence))) return;
    if (news) await saveNews(ports, ledger, news, current, now);
    const validators = validatorsOf(answer.headers);
    if (validators) await ledger.validators.set(feed.id, validators);
    else if (answer.status !== 304) await ledger.validators.delete(feed.id);
  });
  log.info(
    { feedId: feed.id, status: answer.status, posted: news?.posts.length ?? 0 },
    'feed.polled',
  );
}

async function settleFailure(
  ports: Ports,
  feed: Feed,
  fence: Fence,
  subscriptions: readonly Subscription[],
  error: unknown,
): Promise<void> {
  const now = ports.clock.now();
  const errors = feed.errors + 1;
  const throttled = error instanceof FetchError && error.fault === 'throttled';
  const failed: Feed = {
    ...feed,
    lastPolledAt: now,
    errors: throttled ? feed.errors : errors,
    lastError: errorText(error),
    nextPoll: polledNext({
      now,
      pollEveryMs: shortestPoll(subscriptions),
      ttlMs: null,
      headers: null,
      errors,
      retryAfterMs: error instanceof FetchError ? error.retryAfterMs : null,
      jitter: jitterOf(ports, feed.id),
      gone: error instanceof FetchError && error.fault === 'gone',
    }),
  };
  await ports.store.transaction(async (ledger) => {
    if (!(await ledger.feeds.settlePoll(failed, fence))) return;
    const gone = failed.nextPoll === Number.MAX_SAFE_INTEGER;
    if (failed.errors !== failuresToTell && !gone) return;
    for (const guildId of new Set(subscriptions.map((subscription) => subscription.guildId))) {
      const text = gone
        ? `The feed ${feed.url} is gone for good, its server says (410): it is not read any more. Look for its new address, add that with \`/feed add\`, and take this one out with \`/feed remove\`.`
        : `The feed ${feed.url} could not be read ${failuresToTell} times in a row. ${failed.lastError} It is tried again, less often; \`/feed test\` shows what it answers, \`/feed remove\` ends it.`;
      await alertModerators(ledger, guildId, `feed:${feed.id}:${now}`, text, now);
    }
  });
}

/** A feed that is gone for good is kept, and never polled unless it is added again. */
function polledNext(facts: PollFacts): UnixMs {
  return nextPoll(facts) ?? Number.MAX_SAFE_INTEGER;
}

function shortestPoll(subscriptions: readonly Subscription[]): number {
  return Math.min(dayMs, ...subscriptions.map(({ settings }) => settings.pollEveryMs));
}

/** A number from 0 to 1 that spreads failing feeds over time, the same for the same feed. */
function jitterOf({ hash }: Ports, id: string): number {
  const sum = Array.from(hash(id)).reduce((total, character) => total + character.charCodeAt(0), 0);
  return (sum % 100) / 100;
}
