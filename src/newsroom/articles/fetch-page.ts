import type { FetchRequest, FetchResponse } from '../../core/ports/fetcher.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import type { Ports } from '../ports.ts';
import { requestAccess, robotsAccess } from './page-access.ts';

/** With less time left than this, a page is not asked for. */
export const shortestFetchMs = 500;

/** The answer for a web page, or why it was not asked for or may not be read. */
export type PageAnswer =
  | { page: 'fetched'; answer: FetchResponse }
  /** By its host's robots.txt. */
  | { page: 'refused' }
  /** Not before `at`. `isAttempt` when a request for it failed. */
  | { page: 'later'; at: UnixMs; isAttempt: boolean };

/**
 * Fetches a web page where robots.txt allows it, also that of a redirect's host, and not before its
 * host's pause has ended. `request.timeoutMs` includes the time for robots.txt.
 * @throws FetchError
 */
export async function fetchPage(
  ports: Ports,
  request: FetchRequest,
  signal: AbortSignal,
): Promise<PageAnswer> {
  const { url, timeoutMs } = request;
  const begunAt = ports.clock.now();
  const access = await requestAccess(ports, url, timeoutMs, signal);
  if (access.access === 'refused') return { page: 'refused' };
  if (access.access === 'later') {
    return { page: 'later', at: access.at, isAttempt: access.unread };
  }
  const now = ports.clock.now();
  const leftMs = timeoutMs - (now - begunAt);
  if (leftMs < shortestFetchMs) return { page: 'later', at: now, isAttempt: false };
  const answer = await ports.fetch({ ...request, timeoutMs: leftMs }, signal);
  if (new URL(answer.url).origin !== new URL(url).origin) {
    const restMs = Math.max(shortestFetchMs, timeoutMs - (ports.clock.now() - begunAt));
    const redirected = await robotsAccess(ports, answer.url, restMs, signal);
    if (redirected.access === 'refused') return { page: 'refused' };
    if (redirected.access === 'later') {
      return { page: 'later', at: redirected.at, isAttempt: true };
    }
  }
  return { page: 'fetched', answer };
}
