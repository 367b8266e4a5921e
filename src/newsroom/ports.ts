import type { Store } from '../core/ledger.ts';
import type { Clock, Discord, Fetcher, Log, ShortHash } from '../core/ports.ts';

/** The world as the newsroom's use cases are given it. */
export interface Ports {
  store: Store;
  discord: Discord;
  fetch: Fetcher;
  clock: Clock;
  log: Log;
  hash: ShortHash;
}
