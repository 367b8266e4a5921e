import { ArticleFacts } from '../../article/index.ts';
import { FetchError } from '../../core/errors.ts';
import type { FetchRequest } from '../../core/ports/fetcher.ts';
import { hourMs, secondMs, type UnixMs } from '../../core/time/duration.ts';
import { cacheDocument, cachedDocument, singleFlight } from './document-cache.ts';
import { fetchPage } from './fetch-page.ts';
import { pageQueueMs, requestAccess, pauseHost } from './page-access.ts';
import type { Ports } from '../ports.ts';
import { shortHash } from '../../text/hash.ts';

/** For a page that no poll waits for. */
export const pageTimeoutMs = 8 * secondMs;
const pageMaxBytes = 3_000_000;
const cacheMs = hourMs;

/** What an article's page has, or why it was not read. */
export type ArticleFetch =
  | { page: 'read'; facts: ArticleFacts }
  /** By its host's robots.txt. */
  | { page: 'refused' }
  /** Not before `at`. `isAttempt` when a request for it failed. */
  | { page: 'later'; at: UnixMs; isAttempt: boolean }
  | { page: 'unread'; fault: string; isPermanent: boolean; retryAfterMs: number };

/**
 * Reads an article's page. The page is cached for an hour, so that several stories share one
 * request. Respects robots.txt, also that of a redirect's host. Rejects only on an abort.
 */
export async function fetchArticle(
  ports: Ports,
  url: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<ArticleFetch> {
  const [address = url] = url.split('#', 1);
  const key = `article:${shortHash(address)}`;
  const cached = await cachedDocument(ports, key, ArticleFacts);
  if (cached !== null) return { page: 'read', facts: cached };
  try {
    return await singleFlight(ports, key, () =>
      readAndCache(ports, address, key, timeoutMs, signal),
    );
  } catch (error) {
    if (signal.aborted) throw error;
    // The poll that had begun the shared request was aborted.
    return { page: 'later', at: ports.clock.now(), isAttempt: false };
  }
}

async function readAndCache(
  ports: Ports,
  url: string,
  key: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<ArticleFetch> {
  try {
    const fetched = await readNow(ports, url, timeoutMs, signal);
    if (fetched.page === 'read') await cacheDocument(ports, key, fetched.facts, cacheMs);
    return fetched;
  } catch (error) {
    if (signal.aborted) throw error;
    return unread(ports, url, error);
  }
}

async function readNow(
  ports: Ports,
  url: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<ArticleFetch> {
  const fetched = await fetchPage(ports, pageRequest(url, timeoutMs), signal);
  if (fetched.page !== 'fetched') return fetched;
  return { page: 'read', facts: await ports.parsers.article(fetched.answer, signal) };
}

async function unread(ports: Ports, url: string, error: unknown): Promise<ArticleFetch> {
  if (!(error instanceof FetchError)) {
    return { page: 'unread', fault: 'unreadable', isPermanent: false, retryAfterMs: 0 };
  }
  const { fault, retryAfterMs } = error;
  if (retryAfterMs !== null && retryAfterMs > 0) {
    await pauseHost(ports, url, Math.min(retryAfterMs, hourMs));
  }
  const isPermanent = ['address-refused', 'gone', 'challenge', 'too-large'].includes(fault);
  return { page: 'unread', fault, isPermanent, retryAfterMs: retryAfterMs ?? 0 };
}

/**
 * True when the answer is 404 or 410, after redirects. False for any other answer, for none, and for
 * a page that may not be asked for now. Rejects only on an abort.
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
  const accept = 'text/html,application/xhtml+xml';
  return { url, accept, maxBytes: pageMaxBytes, timeoutMs, queueMs: pageQueueMs };
}
