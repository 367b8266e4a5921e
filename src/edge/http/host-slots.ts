interface Waiter {
  start(): void;
}

interface Host {
  active: number;
  waiting: Waiter[];
}

/** Runs `work` when its host and the whole have room; rejects with the reason when `signal` aborts while it waits. */
export type HostSlots = <T>(
  hostname: string,
  work: () => Promise<T>,
  signal: AbortSignal,
) => Promise<T>;

/**
 * At most `perHost` works at a time for one host and `total` for all. Hosts take turns; within one
 * host it is first come, first served. So a slow host with a long queue holds up itself only.
 */
export function hostSlots(limits: { perHost: number; total: number }): HostSlots {
  /** In the order of their turns: a host that was served goes to the end. */
  const hosts = new Map<string, Host>();
  let active = 0;

  function serve(): void {
    for (const [hostname, host] of hosts) {
      if (active >= limits.total) return;
      if (host.active >= limits.perHost) continue;
      const next = host.waiting.shift();
      if (!next) continue;
      hosts.delete(hostname);
      hosts.set(hostname, host);
      host.active += 1;
      active += 1;
      next.start();
    }
  }

  function slot(hostname: string, signal: AbortSignal): Promise<void> {
    const host = hosts.get(hostname) ?? { active: 0, waiting: [] };
    hosts.set(hostname, host);
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        start() {
          signal.removeEventListener('abort', giveUp);
          resolve();
        },
      };
      function giveUp(): void {
        host.waiting = host.waiting.filter((other) => other !== waiter);
        forget(hostname, host);
        reject(signal.reason);
      }
      host.waiting.push(waiter);
      signal.addEventListener('abort', giveUp, { once: true });
      serve();
    });
  }

  function forget(hostname: string, host: Host): void {
    if (host.active === 0 && host.waiting.length === 0) hosts.delete(hostname);
  }

  return async (hostname, work, signal) => {
    signal.throwIfAborted();
    await slot(hostname, signal);
    try {
      return await work();
    } finally {
      active -= 1;
      const host = hosts.get(hostname);
      if (host) {
        host.active -= 1;
        forget(hostname, host);
      }
      serve();
    }
  };
}
