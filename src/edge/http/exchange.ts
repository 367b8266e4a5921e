import type { Agent, Dispatcher } from 'undici';
import type { FetchRequest, FetchResponse } from '../../core/ports/fetcher.ts';
import type { Log } from '../../core/ports/log.ts';
import { retryAfterMs } from '../../core/time/retry-after.ts';
import { AddressRefused } from './address-policy.ts';
import { readBody } from './body.ts';
import { deadline } from './deadline.ts';
import { exchangeFault, statusFault, timeoutFault, tooLargeFault } from './fetch-errors.ts';
import { isRedirect, redirectTarget, withoutSecrets } from './redirects.ts';
import { requestHeaders } from './request-headers.ts';

type Exchanged =
  | { outcome: 'fetched'; fetched: Omit<FetchResponse, 'permanentUrl'> }
  | { outcome: 'redirected'; status: number; to: URL };

export interface ExchangeContext {
  agent: Agent;
  userAgent: string;
  log: Log;
  now: () => number;
}

/** One request of a fetch: the first, or one that a redirect led to. */
export interface Hop {
  target: URL;
  /** Where the fetch began: what was set for that origin is sent to no other. */
  first: URL;
  request: FetchRequest;
}

/**
 * One request and its answer, within `remainingMs` milliseconds. Every failure is a `FetchError`,
 * except an abort, which rejects with the signal's reason.
 */
export async function exchange(
  context: ExchangeContext,
  hop: Hop,
  remainingMs: number,
  signal: AbortSignal,
): Promise<Exchanged & { tookMs: number }> {
  const { target, request } = hop;
  const limit = deadline(remainingMs, signal);
  try {
    const outcome = await send(context, hop, limit.signal);
    return { ...outcome, tookMs: limit.elapsedMs() };
  } catch (thrown) {
    signal.throwIfAborted();
    if (limit.passed()) throw timeoutFault(target, request.timeoutMs);
    if (thrown instanceof AddressRefused) {
      const { address, range } = thrown;
      context.log.warn({ host: target.hostname, address, range }, 'http.address-refused');
    }
    throw exchangeFault(target, thrown);
  } finally {
    limit.stop();
  }
}

async function send(
  { agent, userAgent, now }: ExchangeContext,
  { target, first, request }: Hop,
  signal: AbortSignal,
): Promise<Exchanged> {
  const standard = { accept: request.accept, userAgent };
  const sameOrigin = target.origin === first.origin;
  const sent = sentBody(request);
  const answer = await agent.request({
    origin: target.origin,
    path: `${target.pathname}${target.search}`,
    ...(sent ? { method: 'POST', body: sent.body } : { method: 'GET' }),
    headers: {
      ...requestHeaders(target, standard, request.headers ?? {}, sameOrigin),
      ...(sent && { 'content-type': sent.type }),
    },
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
    const bytes = await readBody(body, encoding, { maxBytes: request.maxBytes, tooLarge }, signal);
    const fetched = { status, headers, body: bytes, url: withoutSecrets(target) };
    return { outcome: 'fetched', fetched };
  }
  discard(body);
  if (isRedirect(status)) {
    return { outcome: 'redirected', status, to: redirectTarget(target, status, headers) };
  }
  throw statusFault(target, status, {
    challenged: headers['cf-mitigated'] === 'challenge',
    retryAfterMs: retryAfterMs(headers['retry-after'], now()),
  });
}

/** True for a request with a body: it goes to its own address only, and no redirect is followed. */
export function isPost(request: FetchRequest): boolean {
  return sentBody(request) !== null;
}

function sentBody({ form, json }: FetchRequest): { body: string; type: string } | null {
  if (json !== undefined) return { body: json, type: 'application/json' };
  if (form === undefined) return null;
  const body = new URLSearchParams(form).toString();
  return { body, type: 'application/x-www-form-urlencoded' };
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
