import { createServer } from 'node:http';
import { errorText } from '../../core/errors.ts';
import type { Log } from '../../core/ports/log.ts';
import { type ListenAddress, listening, type Listening } from './listening.ts';

/** What each path answers. */
export interface StatusAnswers {
  /** `null` while the process does its work; else what stands still. */
  unhealthy: () => string | null;
  /** `null` while it can post; else what it waits for. */
  notReady: () => Promise<string | null>;
  metrics: () => Promise<{ contentType: string; text: string }>;
}

const mostConnections = 50;
const requestTimeoutMs = 10_000;

/**
 * The server for the operator's own programs: `/healthz` (start it again when it says 503), `/readyz`
 * and `/metrics` (Prometheus). It tells nothing of servers or readers, and reads nothing.
 */
export function startStatusServer(
  address: ListenAddress,
  answers: StatusAnswers,
  log: Log,
): Promise<Listening> {
  const state = (problem: string | null) => ({
    status: problem === null ? 200 : 503,
    contentType: 'text/plain; charset=utf-8',
    text: `${problem ?? 'ok'}\n`,
  });
  const paths: Record<string, () => Promise<ReturnType<typeof state>>> = {
    '/healthz': async () => state(answers.unhealthy()),
    '/readyz': async () => state(await answers.notReady()),
    '/metrics': async () => ({ status: 200, ...(await answers.metrics()) }),
  };
  const server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    const answer = Object.hasOwn(paths, path) ? paths[path] : undefined;
    if (!answer || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(answer ? 405 : 404, { connection: 'close' }).end();
      return;
    }
    answer().then(
      ({ status, contentType, text }) =>
        response.writeHead(status, { 'content-type': contentType }).end(text),
      (error: unknown) => {
        log.error({ path, error: errorText(error) }, 'status.failed');
        response.writeHead(500, { connection: 'close' }).end();
      },
    );
  });
  server.maxConnections = mostConnections;
  server.requestTimeout = requestTimeoutMs;
  return listening(server, address);
}
