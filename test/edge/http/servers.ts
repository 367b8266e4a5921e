import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { FetchError } from '../../../src/core/errors.ts';
import type { FetchResponse, FetchRequest } from '../../../src/core/ports/fetcher.ts';
import type { Log } from '../../../src/core/ports/log.ts';
import { recordingLog } from '../../support/recording-log.ts';
import { createFetcher } from '../../../src/edge/http/fetcher.ts';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A newspaper's server on loopback for one test; its address without a closing slash. */
export async function newspaper(answer: Answer): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface Options {
  allow?: string[];
  typed?: string[];
  now?: number;
  log?: Log;
}

/** A fetcher for one test. By default it may fetch from loopback addresses. */
export function fetcherFor(options: Options = {}) {
  const fetcher = createFetcher({
    userAgent: 'Wirethread-test/1.0',
    allow: options.allow ?? ['127.0.0.0/8'],
    typed: options.typed ?? [],
    log: options.log ?? recordingLog(),
    now: () => options.now ?? 0,
  });
  onTestFinished(() => fetcher.close());
  return (
    request: Partial<FetchRequest> & { url: string },
    signal: AbortSignal = new AbortController().signal,
  ): Promise<FetchResponse> =>
    fetcher({ accept: '*/*', maxBytes: 1_000_000, timeoutMs: 20_000, ...request }, signal);
}

/** The `FetchError` that a fetch ended with; fails the test when it did not. */
export async function faultOf(fetch: Promise<FetchResponse>): Promise<FetchError> {
  const thrown: unknown = await fetch.then(
    (fetched) => new Error(`answered ${fetched.status}`),
    (error: unknown) => error,
  );
  if (thrown instanceof FetchError) return thrown;
  throw new Error(`no FetchError but ${String(thrown)}`, { cause: thrown });
}

export function text(fetched: FetchResponse): string {
  return new TextDecoder().decode(fetched.body);
}
