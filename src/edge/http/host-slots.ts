interface Waiter {
  start(): void;
}

interface Host {
  active: number;
  waiting: Waiter[];
}

/** Runs `work` when a slot is free. Rejects with the signal's reason when it aborts while waiting. */
export type HostSlots = <T>(
  hostname: string,
  work: () => Promise<T>,
  signal: AbortSignal,
) => Promise<T>;

/**
 * At most `perHost` tasks at once for one host and `total` for all hosts. Hosts are served in turn, and
 * each host's queue in order, so a slow host with a long queue delays only itself.
 */
export function hostSlots(limits: { perHost: number; total: number }): HostSlots {
  /** In serving order: a host that was served moves to the end. */
  const hosts = new Map<string, Host>();
  let active = 0;

  function startNext(): void {
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

  function waitForSlot(hostname: string, signal: AbortSignal): Promise<void> {
    const host = hosts.get(hostname) ?? { active: 0, waiting: [] };
    hosts.set(hostname, host);
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        start() {
          signal.removeEventListener('abort', cancel);
          resolve();
        },
      };
      function cancel(): void {
        host.waiting = host.waiting.filter((other) => other !== waiter);
        deleteIfIdle(hostname, host);
        reject(signal.reason);
      }
      host.waiting.push(waiter);
      signal.addEventListener('abort', cancel, { once: true });
      startNext();
    });
  }

  function deleteIfIdle(hostname: string, host: Host): void {
    if (host.active === 0 && host.waiting.length === 0) hosts.delete(hostname);
  }

  return async (hostname, work, signal) => {
    signal.throwIfAborted();
    await waitForSlot(hostname, signal);
    try {
      return await work();
    } finally {
      active -= 1;
      const host = hosts.get(hostname);
      if (host) {
        host.active -= 1;
        deleteIfIdle(hostname, host);
      }
      startNext();
    }
  };
}
