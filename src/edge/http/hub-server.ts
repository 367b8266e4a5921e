import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Log } from '../../core/ports/log.ts';
import { errorText } from '../../core/errors.ts';
import { type ListenAddress, listening, type Listening } from './listening.ts';

const mostBytes = 5_000_000;
const mostConnections = 100;
const requestTimeoutMs = 30_000;

/** What hubs send, by the feed and the token of the callback's path. */
export interface HubCallbacks {
  isKnown: (feedId: string, token: string) => Promise<boolean>;
  /** The challenge to answer with; `null` refuses. */
  confirm: (
    feedId: string,
    token: string,
    query: Record<'mode' | 'topic' | 'challenge' | 'lease', string | null>,
  ) => Promise<string | null>;
  /** `false` when the subscription is over. */
  news: (
    feedId: string,
    token: string,
    signed: { signature: string | null; body: Uint8Array },
  ) => Promise<boolean>;
}

/**
 * The server that hubs call (WebSub, section 5). It answers only paths with the token of a callback;
 * a body is read only there, at most 5 MB.
 */
export function startHubServer(
  address: ListenAddress,
  callbacks: HubCallbacks,
  log: Log,
): Promise<Listening> {
  const server = createServer((request, response) => {
    answer(request, response, callbacks).catch((error: unknown) => {
      log.error({ error: errorText(error) }, 'hub.request-failed');
      response.writeHead(500).end();
    });
  });
  server.maxConnections = mostConnections;
  server.requestTimeout = requestTimeoutMs;
  return listening(server, address);
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  callbacks: HubCallbacks,
): Promise<void> {
  const address = `http://hub.invalid${request.url ?? '/'}`;
  const url = new URL(URL.canParse(address) ? address : 'http://hub.invalid/');
  const [, feedId, token] = /\/hub\/([\w-]{1,64})\/([\da-f]{32})$/u.exec(url.pathname) ?? [];
  const isKnown =
    feedId !== undefined && token !== undefined && (await callbacks.isKnown(feedId, token));
  if (!isKnown) {
    response.writeHead(404, { connection: 'close' }).end();
    return;
  }
  if (request.method === 'GET') {
    const of = (name: string) => url.searchParams.get(`hub.${name}`);
    const query = {
      mode: of('mode'),
      topic: of('topic'),
      challenge: of('challenge'),
      lease: of('lease_seconds'),
    };
    const challenge = await callbacks.confirm(feedId, token, query);
    if (challenge === null) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/plain' }).end(challenge);
    return;
  }
  if (request.method !== 'POST') {
    response.writeHead(405, { allow: 'GET, POST' }).end();
    return;
  }
  const body = await bodyOf(request);
  if (body === null) {
    response.writeHead(413, { connection: 'close' }).end();
    return;
  }
  const header = request.headers['x-hub-signature'];
  const signature = typeof header === 'string' ? header : null;
  const isWanted = await callbacks.news(feedId, token, { signature, body });
  response.writeHead(isWanted ? 202 : 410).end();
}

/** `null` when it is too long. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const part = chunk as Buffer;
    bytes += part.length;
    if (bytes > mostBytes) return null;
    chunks.push(part);
  }
  return Buffer.concat(chunks);
}
