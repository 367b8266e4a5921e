import type { Store } from '../core/ledger.ts';
import type { Clock, Discord, Fetcher, Log, ShortHash } from '../core/ports.ts';
import type { Readings } from './readings.ts';

/** The world as the newsroom's use cases are given it. */
export interface Ports {
  store: Store;
  discord: Discord;
  fetch: Fetcher;
  read: Readings;
  clock: Clock;
  log: Log;
  hash: ShortHash;
}
