import type { Store } from '../core/ports/ledger.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Discord } from '../core/ports/discord.ts';
import type { Fetcher } from '../core/ports/fetcher.ts';
import type { Pictures } from '../core/ports/pictures.ts';
import type { Log } from '../core/ports/log.ts';
import type { OperatorKeys } from '../sources/index.ts';
import type { Parsers } from './parsers.ts';

/**
 * What the use cases get from outside: storage, Discord, HTTP, parsers (which may run in another
 * thread), the clock and the log. Nothing in newsroom does I/O except through these.
 */
export interface Ports {
  store: Store;
  discord: Discord;
  fetch: Fetcher;
  /** Where hubs reach this bot, without a slash at its end; `null` when nobody outside does. */
  publicUrl: string | null;
  /** How many processes poll. */
  processes: number;
  /** The bot has the Message Content intent: rules look at members' messages too. */
  readsMemberMessages: boolean;
  /** The operator's keys of comment systems: secrets. */
  keys: OperatorKeys;
  parsers: Parsers;
  pictures: Pictures;
  clock: Clock;
  log: Log;
}
