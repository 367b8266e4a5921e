import { z } from 'zod';
import { isAllowed, readRobots, robotsBytes, RobotsRules } from '../../article/index.ts';
import { FetchError } from '../../core/errors.ts';
import { dayMs, hourMs, secondMs, UnixMs } from '../../core/time/duration.ts';
import { cacheDocument, cachedDocument, singleFlight } from './document-cache.ts';
import type { Ports } from '../ports.ts';

/** The bot's name in a robots.txt: its user agent begins with it. */
const productToken = 'Wirethread';
/** A longer robots.txt counts as unreadable. */
const mostBytes = 4 * robotsBytes;
/** A time-out shorter than this does not mean that the host is down. */
const shortTimeoutMs = 5 * secondMs;
/** How long a request for a page or a robots.txt waits for its turn at a busy host. */
export const pageQueueMs = 2 * secondMs;
const pauseKey = (origin: string) => `page-pause:${origin}`;

/** Whether a page may be asked for: now, never, or not before `at`. */
export type PageAccess =
  | { access: 'open' }
  | { access: 'refused' }
  /** `unread` when its host's robots.txt could not be read. */
  | { access: 'later'; at: UnixMs; unread: boolean };

/**
 * Checks robots.txt (cached for a day; a failure for an hour) and the host's rate limit. After `open`
 * the page must be asked for at once, as a crawl delay counts from now. Nothing sleeps: a wait is
 * returned as the instant after it.
 */
export async function requestAccess(
  ports: Ports,
  url: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<PageAccess> {
  const { origin } = new URL(url);
  const access = await robotsAccess(ports, url, timeoutMs, signal);
  if (access.access !== 'open') return access;
  const at = await nextRequestAt(ports, origin, access.crawlDelayMs);
  return at === null ? { access: 'open' } : { access: 'later', at, unread: false };
}

/** The same without the rate limit, for the address that a redirect led to. */
export async function robotsAccess(
  ports: Ports,
  url: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<
  Exclude<PageAccess, { access: 'open' }> | { access: 'open'; crawlDelayMs: number | null }
> {
  const { origin } = new URL(url);
  const rules = await singleFlight(ports, `robots:${origin}`, () =>
    fetchRules(ports, origin, timeoutMs, signal),
  ).catch((error: unknown): CachedRules => {
    if (signal.aborted) throw error;
    // The poll that had begun the shared request was aborted.
    return { unreadUntil: ports.clock.now() };
  });
  if ('unreadUntil' in rules) {
    const unread = rules.unreadUntil > ports.clock.now();
    return { access: 'later', at: rules.unreadUntil, unread };
  }
  if (!isAllowed(rules, url)) return { access: 'refused' };
  return { access: 'open', crawlDelayMs: rules.crawlDelayMs };
}

/** Asks a host for no page for `ms`. */
export async function pauseHost(ports: Ports, url: string, ms: number): Promise<void> {
  const until = String(ports.clock.now() + ms);
  await ports.store.texts.save(pauseKey(new URL(url).origin), until, ms);
}

/** When a host that asked for a pause may be asked again; `null` for now. */
export async function pausedUntil({ store, clock }: Ports, url: string): Promise<UnixMs | null> {
  return pauseEnd(await store.texts.get(pauseKey(new URL(url).origin)), clock.now());
}

/** When the host may be asked next; `null` for now, and then not again for `delayMs`. */
async function nextRequestAt(
  { store, clock }: Ports,
  origin: string,
  delayMs: number | null,
): Promise<UnixMs | null> {
  if (delayMs === null) {
    return pauseEnd(await store.texts.get(pauseKey(origin)), clock.now());
  }
  return store.transaction(async ({ texts }) => {
    const now = clock.now();
    const next = pauseEnd(await texts.get(pauseKey(origin)), now);
    if (next !== null) return next;
    await texts.save(pauseKey(origin), String(now + delayMs), delayMs);
    return null;
  });
}

/** `null` for a pause that is over, or that a clock running ahead had stored. */
function pauseEnd(stored: string | null, now: UnixMs): UnixMs | null {
  const end = Number(stored ?? 0);
  return end > now && end - now <= dayMs ? end : null;
}

const CachedRules = z.union([RobotsRules, z.object({ unreadUntil: UnixMs })]);
type CachedRules = z.infer<typeof CachedRules>;

async function fetchRules(
  ports: Ports,
  origin: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<CachedRules> {
  const key = `robots:${origin}`;
  const cached = await cachedDocument(ports, key, CachedRules);
  if (cached && !('unreadUntil' in cached && cached.unreadUntil - ports.clock.now() > hourMs)) {
    return cached;
  }
  const url = `${origin}/robots.txt`;
  const accept = 'text/plain,*/*;q=0.5';
  try {
    const request = { url, accept, maxBytes: mostBytes, timeoutMs, queueMs: pageQueueMs };
    const { body } = await ports.fetch(request, signal);
    const rules = readRobots(body, productToken);
    await cacheDocument(ports, key, rules, dayMs);
    return rules;
  } catch (error) {
    if (signal.aborted) throw error;
    if (isUnavailable(error)) {
      const rules = { rules: [], crawlDelayMs: null };
      await cacheDocument(ports, key, rules, dayMs);
      return rules;
    }
    const now = ports.clock.now();
    const fault = error instanceof FetchError ? error.fault : null;
    const isAsked = fault !== 'busy' && !(fault === 'timeout' && timeoutMs < shortTimeoutMs);
    if (!isAsked) return { unreadUntil: now };
    const unread = { unreadUntil: now + hourMs };
    await cacheDocument(ports, key, unread, hourMs);
    return unread;
  }
}

/**
 * RFC 9309, section 2.3.1.3: a missing robots.txt allows everything. So does one with endless
 * redirects (section 2.3.1.2). At a refused address the fetch of the page itself fails later, with
 * the right message.
 */
function isUnavailable(error: unknown): boolean {
  if (!(error instanceof FetchError)) return false;
  const { fault, status } = error;
  if (fault === 'address-refused') return true;
  return status !== null && status >= 300 && status < 500 && status !== 429;
}
