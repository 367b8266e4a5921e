import { z } from 'zod';
import { isAllowed, readRobots, robotsBytes, RobotsRules } from '../../article/index.ts';
import { FetchError } from '../../core/errors.ts';
import { dayMs, hourMs, secondMs, UnixMs } from '../../core/time/duration.ts';
import { cacheDocument, cachedDocument, singleFlight } from './document-cache.ts';
import type { Ports } from '../ports.ts';

/** What the bot's user agent begins with: robots.txt speaks to it by this name. */
const productToken = 'Wirethread';
/** A longer robots.txt is taken for none that can be read. */
const mostBytes = 4 * robotsBytes;
/** Given less time than this, a time-out says little of the host. */
const patientMs = 5 * secondMs;
const pauseKey = (origin: string) => `page-pause:${origin}`;

/** Whether a page may be asked for: now, never by its host's robots.txt, or not before `at`. */
export type PageAccess =
  | { access: 'open' }
  | { access: 'refused' }
  /** `unread`: its robots.txt could not be read, so nothing may be asked for yet. */
  | { access: 'later'; at: UnixMs; unread: boolean };

/**
 * Asks a page's host for its robots.txt (kept for a day, a failure for an hour), and takes a turn
 * there when it wants a delay between pages: `open` is to be used at once. Every wait is an instant
 * to come back at; nothing sleeps.
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
  const at = await turnAt(ports, origin, access.crawlDelayMs);
  return at === null ? { access: 'open' } : { access: 'later', at, unread: false };
}

/** The same without a turn: for the address that a page was found to have after redirects. */
export async function robotsAccess(
  ports: Ports,
  url: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<
  Exclude<PageAccess, { access: 'open' }> | { access: 'open'; crawlDelayMs: number | null }
> {
  const { origin } = new URL(url);
  const now = ports.clock.now();
  const said = await singleFlight(ports, `robots:${origin}`, () =>
    robotsOf(ports, origin, timeoutMs, signal),
  ).catch((error: unknown): Said => {
    if (signal.aborted) throw error;
    // Whoever began to read it has given up.
    return { unreadUntil: now };
  });
  if ('unreadUntil' in said)
    return { access: 'later', at: said.unreadUntil, unread: said.unreadUntil > now };
  if (!isAllowed(said, url)) return { access: 'refused' };
  return { access: 'open', crawlDelayMs: said.crawlDelayMs };
}

/** A host that asks for patience: none of its pages is asked for until then. */
export async function pauseHost(ports: Ports, url: string, ms: number): Promise<void> {
  const until = String(ports.clock.now() + ms);
  await ports.store.facts.save(pauseKey(new URL(url).origin), until, ms);
}

/** `null` when it may be now, and then the next turn is `delayMs` later. */
async function turnAt(
  { store, clock }: Ports,
  origin: string,
  delayMs: number | null,
): Promise<UnixMs | null> {
  return store.transaction(async ({ facts }) => {
    const now = clock.now();
    const next = Number((await facts.get(pauseKey(origin))) ?? 0);
    if (next > now) return next;
    if (delayMs !== null) await facts.save(pauseKey(origin), String(now + delayMs), delayMs);
    return null;
  });
}

const Said = z.union([RobotsRules, z.object({ unreadUntil: UnixMs })]);
type Said = z.infer<typeof Said>;

async function robotsOf(
  ports: Ports,
  origin: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Said> {
  const key = `robots:${origin}`;
  const kept = await cachedDocument(ports, key, Said);
  if (kept !== null) return kept;
  const url = `${origin}/robots.txt`;
  const accept = 'text/plain,*/*;q=0.5';
  try {
    const request = { url, accept, maxBytes: mostBytes, timeoutMs };
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
    const inHaste = timeoutMs < patientMs && error instanceof FetchError;
    if (inHaste && error.fault === 'timeout') return { unreadUntil: now };
    const said = { unreadUntil: now + hourMs };
    await cacheDocument(ports, key, said, hourMs);
    return said;
  }
}

/**
 * RFC 9309, section 2.3.1.3: a robots.txt that there is not allows everything (nor one that is
 * redirected for ever, section 2.3.1.2). At an address that may not be fetched from, the page's own
 * fetch is refused, with words of its own.
 */
function isUnavailable(error: unknown): boolean {
  if (!(error instanceof FetchError)) return false;
  const { fault, status } = error;
  if (fault === 'address-refused') return true;
  return status !== null && status >= 300 && status < 500 && status !== 429;
}
