import { lookup as systemLookup } from 'node:dns';
import type { LookupAddress, LookupAllOptions } from 'node:dns';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { AddressRefused } from './address-policy.ts';
import type { RefusedRange } from './address-policy.ts';

type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void;

function guardedLookup(refusedRange: RefusedRange, resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (failure, found) => {
      if (failure) {
        callback(failure, '', 0);
        return;
      }
      const allowed = found.filter(({ address }) => refusedRange(address) === null);
      const first = allowed[0];
      if (!first) {
        const address = found[0]?.address ?? '';
        callback(new AddressRefused(address, refusedRange(address) ?? 'unreadable'), '', 0);
      } else if (options.all) {
        callback(null, allowed);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };
}

/**
 * A connector for undici that checks the address it connects to: the address that the name resolves to
 * for this connection (so that a later DNS answer cannot bypass the check), or the literal address in
 * the URL. Fails with {@link AddressRefused}. `resolve` asks the machine's DNS by default.
 */
export function guardedConnect(
  refusedRange: RefusedRange,
  timeoutMs: number,
  resolve: Resolve = systemLookup,
): buildConnector.connector {
  const connect = buildConnector({
    timeout: timeoutMs,
    lookup: guardedLookup(refusedRange, resolve),
  });
  return (target, callback) => {
    const range = isIP(target.hostname) === 0 ? null : refusedRange(target.hostname);
    if (range === null) {
      connect(target, callback);
      return;
    }
    queueMicrotask(() => callback(new AddressRefused(target.hostname, range), null));
  };
}
