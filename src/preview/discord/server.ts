import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { CallLog } from './calls.ts';
import type { CallListener } from './calls.ts';
import { Faults } from './faults.ts';
import { discordGateway } from './gateway/gateway-options.ts';
import { Gateway } from './gateway/gateway.ts';
import { SessionStarts } from './gateway/session-starts.ts';
import { LocalDiscord } from './local-discord.ts';
import type { LocalDiscordOptions } from './options.ts';
import { InvalidRequests } from './rest/invalid-requests.ts';
import { RateLimits } from './rest/rate-limits.ts';
import { serveFile } from './rest/serve-file.ts';
import { routes } from './rest/routes.ts';
import { serve } from './rest/serve.ts';
import { answerWithinMs } from './world/interaction-model.ts';
import { loadWorld } from './world/saved-world.ts';
import { World } from './world/world.ts';

/** Only names of this machine: a page that rebinds its own name to 127.0.0.1 is turned away. */
function isLocalHost(request: IncomingMessage): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i.test(request.headers.host ?? '');
}

function refuseHost(response: ServerResponse): void {
  response.writeHead(421, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ code: 0, message: 'This server answers to 127.0.0.1 only' }));
}

function failed(response: ServerResponse, error: unknown): void {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (response.headersSent) return;
  response.writeHead(500, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ code: 0, message: `The local Discord failed: ${reason}` }));
}

async function listening(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

/**
 * Starts a Discord on 127.0.0.1, in memory: REST under `/api/v10`, gateway under `/gateway`.
 * @throws when the port is taken
 */
export async function startLocalDiscord(options: LocalDiscordOptions): Promise<LocalDiscord> {
  const world = new World(options.now, options.limits);
  if (options.saved) loadWorld(world, options.saved);
  const server = createServer();
  let port = 0;
  const gatewayUrl = () => `ws://127.0.0.1:${port}/gateway`;
  const elapsed = options.elapsed ?? (() => performance.now());
  const gatewayOptions = { ...discordGateway, ...options.gateway };
  const starts = new SessionStarts(gatewayOptions, options.now, elapsed);
  const gateway = new Gateway({
    world,
    url: gatewayUrl,
    options: gatewayOptions,
    starts,
    throttled: options.rateLimits ?? true,
    elapsed,
  });
  const listeners = new Set<CallListener>(options.onCall ? [options.onCall] : []);
  const faults = new Faults(world, gateway, listeners);
  const calls = new CallLog();
  const limits = new RateLimits(options.rateLimits ?? true, options.now, elapsed);
  const gatewayBot = (applicationId: string) => ({
    url: gatewayUrl(),
    shards: gatewayOptions.shards,
    session_start_limit: starts.limit(applicationId),
  });
  const invalid = new InvalidRequests(world.limits.invalidRequests, elapsed);
  const context = { world, routes, limits, faults, calls, listeners, invalid, gatewayBot };

  server.on('request', (request, response) => {
    if (!isLocalHost(request)) return refuseHost(response);
    if (serveFile(world, request, response)) return;
    serve(context, request, response).catch((error: unknown) => failed(response, error));
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const path = (request.url ?? '').split('?')[0]?.replace(/\/$/, '');
    if (isLocalHost(request) && path === '/gateway') gateway.accept(request, socket, head);
    else socket.destroy();
  });
  port = await listening(server, options.port ?? 0);
  world.files.origin = `http://127.0.0.1:${port}`;

  const close = async (): Promise<void> => {
    faults.releaseAll();
    gateway.close();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  };
  return new LocalDiscord({
    world,
    gateway,
    faults,
    calls,
    port,
    answerTimeoutMs: options.answerTimeoutMs ?? answerWithinMs,
    close,
  });
}
