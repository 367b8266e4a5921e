import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LocalDiscord } from '../../local-discord/index.ts';
import type { DemoControls } from './demo-controls.ts';

export interface Person {
  id: string;
  name: string;
  role: 'reader' | 'moderator';
}

export interface PageOptions {
  discord: LocalDiscord;
  /** 0 = any free one. */
  port: number;
  /** Between whom the visitor switches; at least one. */
  people: Person[];
  /** What the page opens first. */
  home: { guildId: string; channelId: string };
  /** `null` hides the demo's controls. */
  demo: DemoControls | null;
  now: () => number;
}

export interface Page {
  readonly url: string;
  /** Ends at once, cutting off open streams. */
  close(): Promise<void>;
}

/** Opens the page on 127.0.0.1. @throws when the port is taken */
export async function startPage(options: PageOptions): Promise<Page> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end('The page is being set.');
  });
  const port = await listening(server, options.port);
  return { url: `http://127.0.0.1:${port}/`, close: () => closed(server) };
}

async function listening(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why =
        cause.code === 'EADDRINUSE' ? 'the port is taken; give another one' : cause.message;
      reject(new Error(`The preview's page cannot open port ${port}: ${why}.`, { cause }));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function closed(server: Server): Promise<void> {
  if (!server.listening) return;
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
