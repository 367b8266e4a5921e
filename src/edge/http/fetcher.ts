import { Agent } from 'undici';
import type { Dispatcher } from 'undici';
import type { FetchResponse, Fetcher, FetchRequest } from '../../core/ports/fetcher.ts';
import type { Log } from '../../core/ports/log.ts';
import { retryAfterMs } from '../../core/time/retry-after.ts';
import { AddressRefused, addressPolicy } from './address-policy.ts';
import { readBody } from './body.ts';
import { deadline } from './deadline.ts';
import {
  exchangeFault,
  notWebFault,
  place,
  redirectFault,
  statusFault,
  timeoutFault,
  tooLargeFault,
} from './fetch-errors.ts';
import { guardedConnect } from './guarded-connect.ts';
import { hostSlots } from './host-slots.ts';
import { requestHeaders } from './request-headers.ts';

const connectTimeoutMs = 10_000;
/** Servers allow minutes, but with thousands of hosts that would exceed the limit on open files. */
const maxIdleMs = 10_000;
const maxRedirects = 5;
const slotLimits = { perHost: 2, total: 40 };
const maxHeaderBytes = 64 * 1024;
const redirectStatuses = new Set([301, 302, 303, 307, 308]);
const permanentStatuses = new Set([301, 308]);

type HopOutcome =
  | { outcome: 'fetched'; fetched: Omit<FetchResponse, 'permanentUrl'> }
  | { outcome: 'redirected'; status: number; to: URL };

export interface FetcherOptions {
  userAgent: string;
  /** CIDR ranges that are not public but may be fetched from, such as "127.0.0.0/8". */
  allow: readonly string[];
  log: Log;
  now: () => number;
}

/**
 * The `Fetcher` over the network. Follows at most 5 redirects and checks the address of each. Sends at
 * most 2 requests at once to one host, and 40 in total; waiting for a slot does not count against
 * `timeoutMs`. Every failure is a `FetchError`, except an abort, which rejects with the signal's
 * reason. `close()` ends all requests; after it, every fetch fails.
 */
export function createFetcher(options: FetcherOptions): Fetcher & { close(): Promise<void> } {
  const { log } = options;
  const agent = new Agent({
    connect: guardedConnect(addressPolicy(options.allow), connectTimeoutMs),
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveMaxTimeout: maxIdleMs,
    maxHeaderSize: maxHeaderBytes,
  });
  const inSlot = hostSlots(slotLimits);

  async function hop(
    target: URL,
    first: URL,
    request: FetchRequest,
    signal: AbortSignal,
  ): Promise<HopOutcome> {
    const standard = { accept: request.accept, userAgent: options.userAgent };
    const sameOrigin = target.origin === first.origin;
    const answer = await agent.request({
      origin: target.origin,
      path: `${target.pathname}${target.search}`,
      method: 'GET',
      headers: requestHeaders(target, standard, request.headers ?? {}, sameOrigin),
      signal,
    });
    const { statusCode: status, body } = answer;
    const headers = joinedHeaders(answer.headers);
    const accepted = (status >= 200 && status <= 299) || status === 304;
    if (accepted) {
      const tooLarge = () => tooLargeFault(target, request.maxBytes);
      if (Number(headers['content-length']) > request.maxBytes) {
        discard(body);
        throw tooLarge();
      }
      const encoding = headers['content-encoding'] ?? '';
      const bytes = await readBody(body, encoding, request.maxBytes, tooLarge);
      const fetched = { status, headers, body: bytes, url: withoutSecrets(target) };
      return { outcome: 'fetched', fetched };
    }
    discard(body);
    if (redirectStatuses.has(status)) {
      return { outcome: 'redirected', status, to: destination(target, status, headers) };
    }
    throw statusFault(target, status, {
      challenged: headers['cf-mitigated'] === 'challenge',
      retryAfterMs: retryAfterMs(headers['retry-after'], options.now()),
    });
  }

  async function timedHop(
    target: URL,
    first: URL,
    request: FetchRequest,
    remainingMs: number,
    signal: AbortSignal,
  ): Promise<HopOutcome & { tookMs: number }> {
    const limit = deadline(remainingMs, signal);
    try {
      const outcome = await hop(target, first, request, limit.signal);
      return { ...outcome, tookMs: limit.elapsedMs() };
    } catch (thrown) {
      signal.throwIfAborted();
      if (limit.passed()) throw timeoutFault(target, request.timeoutMs);
      if (thrown instanceof AddressRefused) {
        const { address, range } = thrown;
        log.warn({ host: target.hostname, address, range }, 'http.address-refused');
      }
      throw exchangeFault(target, thrown);
    } finally {
      limit.stop();
    }
  }

  async function fetch(request: FetchRequest, signal: AbortSignal): Promise<FetchResponse> {
    const first = webAddress(request.url);
    let target = first;
    let remainingMs = request.timeoutMs;
    let permanentUrl: string | null = null;
    let isPermanent = true;
    for (let redirects = 0; ; redirects += 1) {
      const answer = await inSlot(
        target.hostname,
        () => timedHop(target, first, request, remainingMs, signal),
        signal,
      );
      remainingMs -= answer.tookMs;
      if (answer.outcome === 'fetched') {
        const { status, body } = answer.fetched;
        log.debug({ place: place(target), status, bytes: body.length, redirects }, 'http.fetched');
        return { ...answer.fetched, permanentUrl };
      }
      const { status, to } = answer;
      log.debug({ from: place(target), to: place(to), status }, 'http.redirected');
      if (redirects === maxRedirects) {
        throw redirectFault(first, status, `and redirected more than ${maxRedirects} times`);
      }
      isPermanent &&= permanentStatuses.has(status);
      if (isPermanent) permanentUrl = withoutSecrets(to);
      target = to;
    }
  }

  return Object.assign(fetch, { close: () => agent.destroy() });
}

function webAddress(text: string): URL {
  if (!URL.canParse(text)) throw notWebFault();
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw notWebFault();
  return url;
}

function destination(from: URL, status: number, headers: Record<string, string>): URL {
  const location = headers['location'];
  if (!location || !URL.canParse(location, from.href)) {
    throw redirectFault(from, status, 'without a new address');
  }
  const to = new URL(location, from);
  if (to.protocol !== 'http:' && to.protocol !== 'https:') throw notWebFault();
  // Credentials go only to their own origin; a relative Location keeps them.
  if (to.origin !== from.origin) {
    to.username = '';
    to.password = '';
  } else if (!to.username && !to.password) {
    to.username = from.username;
    to.password = from.password;
  }
  return to;
}

function withoutSecrets(url: URL): string {
  const copy = new URL(url);
  copy.username = '';
  copy.password = '';
  copy.hash = '';
  return copy.href;
}

function joinedHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

function discard(body: Dispatcher.ResponseData['body']): void {
  body.on('error', () => {});
  body.destroy();
}
