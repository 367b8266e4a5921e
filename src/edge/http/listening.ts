import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where to listen. */
export interface ListenAddress {
  host: string;
  /** 0 takes any that is free. */
  port: number;
}

export interface Listening {
  port: number;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/** Has a server listen. @throws the system's error when the address cannot be listened at */
export async function listening(server: Server, { host, port }: ListenAddress): Promise<Listening> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
