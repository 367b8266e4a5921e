import { z } from 'zod';
import type { HubLink, HubSubscription } from '../../core/feed/hub.ts';
import { errorText } from '../../core/errors.ts';
import { FeedId } from '../../core/ids.ts';
import { dayMs, hourMs, secondMs } from '../../core/time/duration.ts';
import { shownAddress } from '../../text/masked-url.ts';
import { hmacOf, isSameSecret, randomSecret } from '../../text/secrets.ts';
import type { Ports } from '../ports.ts';

// WebSub (www.w3.org/TR/websub): a hub tells of a feed's news at once. What it sends is not read: the
// feed is polled instead, so that a hub can bring nothing that the feed does not have.

const askedLeaseMs = 10 * dayMs;
const leastLeaseMs = hourMs;
const mostLeaseMs = 90 * dayMs;
/** A hub that did not confirm is asked again after this. */
const askAgainMs = hourMs;
const requestTimeoutMs = 15 * secondMs;
/** A hub that tells of news again and again has a feed read no more often. */
const leastBetweenMs = 10 * secondMs;

const SignatureMethod = z.enum(['sha1', 'sha256', 'sha384', 'sha512']);

/** The path of a hub's callback, below the public address. */
export const callbackPath = (feedId: FeedId, { token }: Pick<HubSubscription, 'token'>) =>
  `/hub/${feedId}/${token}`;

/**
 * Asks the feed's hub to tell of news, when that is due. `link` is what the feed says: `null` for no
 * hub, "unread" when its document was not read. Rejects only on an abort: polling goes on whatever the
 * hub says.
 */
export async function keepHub(
  ports: Ports,
  feedId: FeedId,
  link: HubLink | null | 'unread',
  signal: AbortSignal,
): Promise<void> {
  const { store, clock, log, publicUrl } = ports;
  if (publicUrl === null) return;
  const stored = await store.hubs.get(feedId);
  if (link === null && stored) await store.hubs.delete(feedId);
  const wanted = link === 'unread' ? stored : link;
  if (!wanted) return;
  const known = stored?.hub === wanted.hub && stored.topic === wanted.topic ? stored : null;
  const now = clock.now();
  if (known && !isDue(known, now)) return;
  const asked: HubSubscription = {
    hub: wanted.hub,
    topic: wanted.topic,
    secret: known?.secret ?? randomSecret(32),
    token: known?.token ?? randomSecret(16),
    askedAt: now,
    until: known?.until ?? null,
  };
  await store.hubs.save(feedId, asked, mostLeaseMs);
  try {
    const request = {
      url: asked.hub,
      accept: '*/*',
      form: {
        'hub.callback': publicUrl + callbackPath(feedId, asked),
        'hub.mode': 'subscribe',
        'hub.topic': asked.topic,
        'hub.lease_seconds': String(askedLeaseMs / secondMs),
        'hub.secret': asked.secret,
      },
      maxBytes: 100_000,
      timeoutMs: requestTimeoutMs,
    };
    await ports.fetch(request, signal);
    log.debug({ feedId, hub: shownAddress(asked.hub) }, 'hub.asked');
  } catch (error) {
    if (signal.aborted) throw error;
    const shown = { feedId, hub: shownAddress(asked.hub), error: errorText(error) };
    log.info(shown, 'hub.not-asked');
  }
}

/** A subscription is renewed after three quarters of its time. */
function isDue({ askedAt, until }: HubSubscription, now: number): boolean {
  if (until === null || until <= now) return now >= askedAt + askAgainMs;
  return now >= askedAt + Math.max(askAgainMs, (until - askedAt) * 0.75);
}

type HubPorts = Pick<Ports, 'store' | 'clock' | 'log'>;

/** What a hub asks of a callback with GET. */
export type HubQuery = Readonly<Record<'mode' | 'topic' | 'challenge' | 'lease', string | null>>;

async function subscriptionAt(
  { store }: Pick<Ports, 'store'>,
  feedId: string,
  token: string,
): Promise<{ id: FeedId; stored: HubSubscription } | null> {
  const id = FeedId.safeParse(feedId);
  const stored = id.success ? await store.hubs.get(id.data) : null;
  return id.success && stored && isSameSecret(stored.token, token) ? { id: id.data, stored } : null;
}

/** True for a callback that a hub may send to. */
export async function isHubCallback(
  ports: Pick<Ports, 'store'>,
  feedId: string,
  token: string,
): Promise<boolean> {
  return (await subscriptionAt(ports, feedId, token)) !== null;
}

/**
 * A hub's question whether its subscription is wanted, or its refusal. Returns the challenge to answer
 * with; `null` for what was not asked for.
 */
export async function confirmHub(
  ports: HubPorts,
  feedId: string,
  token: string,
  { mode, topic, challenge, lease }: HubQuery,
): Promise<string | null> {
  const found = await subscriptionAt(ports, feedId, token);
  if (!found || topic !== found.stored.topic) return null;
  const { id, stored } = found;
  const now = ports.clock.now();
  if (mode === 'denied') {
    await ports.store.hubs.save(id, { ...stored, until: null, askedAt: now + dayMs }, mostLeaseMs);
    ports.log.info({ feedId: id, hub: shownAddress(stored.hub) }, 'hub.refused');
    return null;
  }
  if (mode !== 'subscribe' || challenge === null) return null;
  const seconds = /^\d{1,9}$/u.test(lease ?? '') ? Number(lease) : askedLeaseMs / secondMs;
  const leaseMs = Math.min(mostLeaseMs, Math.max(leastLeaseMs, seconds * secondMs));
  await ports.store.hubs.save(id, { ...stored, askedAt: now, until: now + leaseMs }, mostLeaseMs);
  return challenge;
}

/**
 * News from a hub: the feed is polled now, or as soon as its last poll is ten seconds ago. After a
 * failed poll the schedule stands: its server may have said when to come back, or the feed is paused. `false` when nobody
 * follows the feed any more; a wrong signature changes nothing.
 */
export async function onHubNews(
  ports: HubPorts,
  feedId: string,
  token: string,
  signed: { signature: string | null; body: Uint8Array },
): Promise<boolean> {
  const found = await subscriptionAt(ports, feedId, token);
  if (!found) return false;
  const { id, stored } = found;
  const { store, clock, log } = ports;
  const followers = await store.feeds.listSubscriptionsOf(id);
  if (followers.length === 0) {
    await store.hubs.delete(id);
    return false;
  }
  if (!isSigned(signed, stored.secret)) {
    log.warn({ feedId: id, hub: shownAddress(stored.hub) }, 'hub.wrong-signature');
    return true;
  }
  log.info({ feedId: id }, 'hub.news');
  const feed = await store.feeds.getFeed(id);
  if (!feed || feed.state.failingSince !== null) return true;
  await store.feeds.pollNow(id, Math.max(clock.now(), (feed.lastPolledAt ?? 0) + leastBetweenMs));
  return true;
}

/** `X-Hub-Signature: method=hex`, of the whole body (WebSub, section 7.1). */
function isSigned(
  { signature, body }: { signature: string | null; body: Uint8Array },
  secret: string,
): boolean {
  const [method = '', hex = ''] = (signature ?? '').toLowerCase().split('=');
  const read = SignatureMethod.safeParse(method);
  return read.success && isSameSecret(hmacOf(body, secret, read.data), hex);
}
