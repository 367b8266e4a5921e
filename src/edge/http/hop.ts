import type { Dispatcher } from 'undici';
import type { FetchRequest, FetchResponse } from '../../core/ports/fetcher.ts';
import { retryAfterMs } from '../../core/time/retry-after.ts';
import { readBody } from './body.ts';
import { notWebFault, redirectFault, statusFault, tooLargeFault } from './fetch-errors.ts';
import { requestHeaders } from './request-headers.ts';

const redirectStatuses = new Set([301, 302, 303, 307, 308]);

export type HopOutcome =
  | { outcome: 'fetched'; fetched: Omit<FetchResponse, 'permanentUrl'> }
  | { outcome: 'redirected'; status: number; to: URL };

export interface Transport {
  agent: Dispatcher;
  userAgent: string;
  now: () => number;
}

/**
 * One request, without following a redirect. `first` is the URL that the fetch began with.
 * @throws FetchError for any other status than 200 to 299, 304 and redirects
 */
export async function hop(
  transport: Transport,
  target: URL,
  first: URL,
  request: FetchRequest,
  signal: AbortSignal,
): Promise<HopOutcome> {
  const standard = { accept: request.accept, userAgent: transport.userAgent };
  const sameOrigin = target.origin === first.origin;
  const answer = await transport.agent.request({
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
    retryAfterMs: retryAfterMs(headers['retry-after'], transport.now()),
  });
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

/** Without user name, password and fragment. */
export function withoutSecrets(url: URL): string {
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
