import { ArticleFacts } from '../../article/index.ts';
import { FetchError } from '../../core/errors.ts';
import type { FetchRequest } from '../../core/ports/fetcher.ts';
import { hourMs, secondMs, type UnixMs } from '../../core/time/duration.ts';
import { cacheDocument, cachedDocument, singleFlight } from './document-cache.ts';
import { requestAccess, pauseHost, robotsAccess } from './page-access.ts';
import type { Ports } from '../ports.ts';
import { shortHash } from '../../text/hash.ts';

/** What a page may take to answer when nobody waits for it. */
export const pageTimeoutMs = 8 * secondMs;
/** With less time than this a page is not asked for. */
export const shortestFetchMs = secondMs / 2;
const pageMaxBytes = 3_000_000;
const keptForMs = hourMs;

/** An article's page as it was read, or why it was not. */
export type ArticleFetch =
  | { page: 'read'; facts: ArticleFacts }
  /** Its host's robots.txt does not want it read. */
  | { page: 'refused' }
  /** Not to be asked for before `at`; `asked` when something was, in vain. */
  | { page: 'later'; at: UnixMs; asked: boolean }
  | { page: 'unread'; fault: string; forGood: boolean; retryAfterMs: number };

/**
 * Reads an article's page, once in an hour for each address, however many stories ask for it.
 * Honours robots.txt, also of the host that a redirect leads to. Rejects only on an abort.
 */
export async function fetchArticle(
  ports: Ports,
  url: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<ArticleFetch> {
  const [address = url] = url.split('#', 1);
  const key = `article:${shortHash(address)}`;
  const kept = await cachedDocument(ports, key, ArticleFacts);
  if (kept !== null) return { page: 'read', facts: kept };
  try {
    return await singleFlight(ports, key, () => readAnew(ports, address, key, timeoutMs, signal));
  } catch (error) {
    if (signal.aborted) throw error;
    // Whoever began to read it has given up.
    return { page: 'later', at: ports.clock.now(), asked: false };
  }
}

async function readAnew(
  ports: Ports,
  url: string,
  key: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<ArticleFetch> {
  try {
    const reading = await fetchedPage(ports, url, timeoutMs, signal);
    if (reading.page === 'read') await cacheDocument(ports, key, reading.facts, keptForMs);
    return reading;
  } catch (error) {
    if (signal.aborted) throw error;
    return unread(ports, url, error);
  }
}

async function fetchedPage(
  ports: Ports,
  url: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<ArticleFetch> {
  const begunAt = ports.clock.now();
  const asked = await requestAccess(ports, url, timeoutMs, signal);
  if (asked.access === 'refused') return { page: 'refused' };
  if (asked.access === 'later') return { page: 'later', at: asked.at, asked: asked.unread };
  const now = ports.clock.now();
  const leftMs = timeoutMs - (now - begunAt);
  if (leftMs < shortestFetchMs) return { page: 'later', at: now, asked: false };
  const answer = await ports.fetch(pageRequest(url, leftMs), signal);
  if (new URL(answer.url).origin !== new URL(url).origin) {
    const found = await robotsAccess(ports, answer.url, timeoutMs, signal);
    if (found.access === 'refused') return { page: 'refused' };
    if (found.access === 'later') return { page: 'later', at: found.at, asked: true };
  }
  const contentType = answer.headers['content-type'] ?? null;
  const facts = await ports.read.article({ body: answer.body, contentType, url: answer.url });
  return { page: 'read', facts };
}

async function unread(ports: Ports, url: string, error: unknown): Promise<ArticleFetch> {
  if (!(error instanceof FetchError)) {
    return { page: 'unread', fault: 'unreadable', forGood: false, retryAfterMs: 0 };
  }
  const { fault, retryAfterMs } = error;
  if (retryAfterMs !== null && retryAfterMs > 0) {
    await pauseHost(ports, url, Math.min(retryAfterMs, hourMs));
  }
  const forGood = ['address-refused', 'gone', 'challenge', 'too-large'].includes(fault);
  return { page: 'unread', fault, forGood, retryAfterMs: retryAfterMs ?? 0 };
}

/**
 * True when the page at this address is answered by 404 or 410, after redirects; false for every
 * other answer, for none, and for a page that may not be asked for now. Rejects only on an abort.
 */
export async function isPageGone(ports: Ports, url: string, signal: AbortSignal): Promise<boolean> {
  const { access } = await requestAccess(ports, url, pageTimeoutMs, signal);
  if (access !== 'open') return false;
  try {
    await ports.fetch(pageRequest(url, pageTimeoutMs), signal);
    return false;
  } catch (error) {
    if (signal.aborted) throw error;
    return error instanceof FetchError && (error.status === 404 || error.status === 410);
  }
}

function pageRequest(url: string, timeoutMs: number): FetchRequest {
  return { url, accept: 'text/html,application/xhtml+xml', maxBytes: pageMaxBytes, timeoutMs };
}
