/** Feeds of one host that are polled side by side: as many again wait for their turn there. */
const mostAtOnce = 4;

const underWay = new WeakMap<object, Map<string, number>>();

/**
 * A place among the polls of this address's host, to be given back when its poll has ended; `null`
 * while there is none, so that a slow host with many feeds does not keep those of all others waiting.
 */
export function takeHostSlot({ store }: { store: object }, url: string): (() => void) | null {
  const hostname = URL.canParse(url) ? new URL(url).hostname : url;
  const polls = underWay.get(store) ?? new Map<string, number>();
  underWay.set(store, polls);
  const count = polls.get(hostname) ?? 0;
  if (count >= mostAtOnce) return null;
  polls.set(hostname, count + 1);
  return () => {
    const left = (polls.get(hostname) ?? 1) - 1;
    if (left > 0) polls.set(hostname, left);
    else polls.delete(hostname);
  };
}
