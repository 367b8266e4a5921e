import type { IncomingMessage, ServerResponse } from 'node:http';
import { entityTag, isStillFresh, lastModified } from './conditional.ts';
import { httpDate } from './dates.ts';
import type { Page } from './pages-by-path.ts';

/** A page may be framed by the preview on another port of this machine, and by nobody else. */
const policy = [
  "default-src 'none'",
  "img-src 'self'",
  "style-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors http://127.0.0.1:* http://localhost:*',
].join('; ');

const loopbackHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;

/** Answers one request for what `pageFor` finds; `now` stamps it. */
export function serve(
  request: IncomingMessage,
  response: ServerResponse,
  now: number,
  pageFor: (path: string) => Page | null,
): void {
  response.sendDate = false;
  response.setHeader('date', httpDate(now));
  response.setHeader('content-security-policy', policy);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  if (!loopbackHost.test(request.headers.host ?? ''))
    return refuse(request, response, 421, 'This paper is only read on the machine that prints it.');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    return refuse(request, response, 405, 'This paper can only be read.');
  }
  const found = pageFor(pathOf(request));
  if (!found) return refuse(request, response, 404, 'No such page in this paper.');
  const tag = entityTag(found);
  const modified = lastModified(found, now);
  response.setHeader('etag', tag);
  if (modified !== null) response.setHeader('last-modified', modified);
  response.setHeader('cache-control', 'no-cache');
  if (isStillFresh(request.headers, tag, modified)) response.writeHead(304).end();
  else send(request, response, 200, found.type, found.body);
}

/** The path as it was asked for, without its query; never decoded. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

function refuse(request: IncomingMessage, response: ServerResponse, status: number, why: string) {
  send(request, response, status, 'text/plain; charset=utf-8', `${why}\n`);
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  response.end(request.method === 'HEAD' ? undefined : body);
}
