import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';

/** What local Discord never does: end a bot's session for good. */
export interface SternDiscord {
  apiUrl: string;
  /** Resolves once a bot has said who it is and was let in. */
  letIn: Promise<WebSocket>;
}

const hello = { op: 10, d: { heartbeat_interval: 40_000 } };
const bot = { id: '100000000000000001', username: 'Wirethread', discriminator: '0', bot: true };

/** A Discord with no server in it. It closes the first sessions with these codes instead of letting them in. */
export async function sternDiscord(...atIdentify: readonly number[]): Promise<SternDiscord> {
  const closes = [...atIdentify];
  const http = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    const isGateway = request.url?.endsWith('/gateway/bot') ?? false;
    response.end(JSON.stringify(isGateway ? gateway : []));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const limits = { total: 1000, remaining: 1000, reset_after: 1, max_concurrency: 1 };
  const gateway = { url: `ws://127.0.0.1:${port}`, shards: 1, session_start_limit: limits };
  const sockets = new WebSocketServer({ server: http });
  onTestFinished(() => {
    for (const socket of sockets.clients) socket.terminate();
    http.closeAllConnections();
    http.close();
  });
  const letIn = new Promise<WebSocket>((resolve) => {
    sockets.on('connection', (socket) => {
      socket.send(JSON.stringify(hello));
      socket.on('message', (bytes: Buffer) => {
        const { op } = JSON.parse(bytes.toString()) as { op: number };
        if (op !== 2) return;
        const code = closes.shift();
        if (code !== undefined) return socket.close(code);
        const session = { session_id: 'one', resume_gateway_url: gateway.url };
        const d = { v: 10, user: bot, guilds: [], application: { id: bot.id, flags: 0 } };
        socket.send(JSON.stringify({ op: 0, s: 1, t: 'READY', d: { ...d, ...session } }));
        resolve(socket);
      });
    });
  });
  return { apiUrl: `http://127.0.0.1:${port}/api`, letIn };
}
