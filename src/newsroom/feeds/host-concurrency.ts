/** Feeds of one host that are polled at the same time, by all processes. */
const mostPolls = 4;

const running = new WeakMap<object, Map<string, number>>();

/**
 * Counts a poll of the address's host. Returns the function to call when it has ended, or `null` when
 * the host has too many polls running: a slow host with many feeds must not take all workers.
 */
export function takeHostSlot(
  { store, processes }: { store: object; processes: number },
  url: string,
): (() => void) | null {
  const hostname = URL.canParse(url) ? new URL(url).hostname : url;
  const polls = running.get(store) ?? new Map<string, number>();
  running.set(store, polls);
  const count = polls.get(hostname) ?? 0;
  if (count >= Math.max(1, Math.floor(mostPolls / processes))) return null;
  polls.set(hostname, count + 1);
  return () => {
    const left = (polls.get(hostname) ?? 1) - 1;
    if (left > 0) polls.set(hostname, left);
    else polls.delete(hostname);
  };
}
