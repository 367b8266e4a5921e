import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { once } from 'node:events';

/** The way to a PostgreSQL, which a test can block. */
export interface StallingLine {
  /** The same database by this way. */
  urlOf(url: string): string;
  /** From now on nothing passes; no connection is closed. */
  stall(): void;
  /** What waited passes now. */
  resume(): void;
  close(): Promise<void>;
}

/** @param url of a database that is reached by a socket file, as `startPostgres` gives it */
export async function startStallingLine(url: string): Promise<StallingLine> {
  const folder = new URL(url).searchParams.get('host') ?? '';
  const sockets = new Set<Socket>();
  let isStalled = false;
  const server = createServer((near) => {
    const far = connect(join(folder, '.s.PGSQL.5432'));
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (data) => to.write(data));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      if (isStalled) from.pause();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    urlOf: (given) => `postgres://wirethread@127.0.0.1:${port}${new URL(given).pathname}`,
    stall() {
      isStalled = true;
      for (const socket of sockets) socket.pause();
    },
    resume() {
      isStalled = false;
      for (const socket of sockets) socket.resume();
    },
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
