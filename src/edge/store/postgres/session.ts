import { setTimeout as pauseFor } from 'node:timers/promises';
import { Client } from 'pg';
import { errorText } from '../../../core/errors.ts';
import type { Log } from '../../../core/ports/log.ts';
import { secondMs } from '../../../core/time/duration.ts';
import type { Announced } from '../sql.ts';
import { Mutex } from '../mutex.ts';
import { postgresFault } from './postgres-errors.ts';

/** Where processes tell each other of which servers deliveries became due: ids with commas between. */
export const dueChannel = 'wirethread_due';
/** More servers are not named: a notification has at most 8,000 bytes, and an id 20. */
export const mostNamed = 300;
export const ofAnyServer = '*';

const firstPauseMs = secondMs;
const longestPauseMs = 30 * secondMs;
/** How often the connection is tried: one that is silently gone is replaced. */
const beatMs = 15 * secondMs;
const answerMs = 10 * secondMs;
/** PostgreSQL ends the session of a process that it has not heard of for so long, and its locks. */
const idleLimitMs = 60 * secondMs;

/** Of the locks of hosts' turns. Any number, always the same. */
const turnLocks = 7_153_251;
/** How soon one that waits for a turn asks again: random, so that no process is always too late. */
const turnPauseMs = () => 50 + Math.random() * 200;

/**
 * One process's own connection to PostgreSQL. It hears what others announce, and holds this process's
 * turns, which end with it. It comes back by itself; what was said meanwhile is lost, so `heard` is then
 * called for all servers.
 */
export class Session {
  readonly #url: string;
  readonly #where: string;
  readonly #log: Log;
  readonly #closing = new AbortController();
  readonly #closed = new Promise<void>((resolve) => {
    this.#closing.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  readonly #living: Promise<void>;
  #client: Client | null = null;
  /** A connection takes one statement at a time. */
  readonly #mutex = new Mutex();
  /** The turns of this process by name: PostgreSQL would give one session the same lock again. */
  readonly #turns = new Map<string, Set<number>>();
  /** Hears of which servers something became due. */
  heard: Announced = () => {};

  /** @param where the database in words */
  constructor(url: string, where: string, log: Log) {
    this.#url = url;
    this.#where = where;
    this.#log = log;
    this.#living = this.#live();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#living;
  }

  /**
   * Waits until fewer than `most` hold a turn of this name, over all processes. Returns the function that
   * gives it back. Rejects with the signal's reason when it aborts while waiting.
   */
  async takeTurn(name: string, most: number, signal: AbortSignal): Promise<() => void> {
    for (;;) {
      signal.throwIfAborted();
      for (let number = 0; number < most; number += 1) {
        if (await this.#tryTurn(name, number)) return () => void this.#giveBack(name, number);
      }
      await pauseFor(turnPauseMs(), null, { signal }).catch(() => {});
    }
  }

  async #tryTurn(name: string, number: number): Promise<boolean> {
    const own = this.#turns.get(name) ?? new Set();
    if (own.has(number)) return false;
    this.#turns.set(name, own.add(number));
    const isFree = await this.#lock('pg_try_advisory_lock', name, number).catch(() => false);
    if (!isFree) this.#forget(name, number);
    return isFree;
  }

  async #giveBack(name: string, number: number): Promise<void> {
    // Without a connection it is given back already.
    await this.#lock('pg_advisory_unlock', name, number).catch(() => {});
    this.#forget(name, number);
  }

  #forget(name: string, number: number): void {
    const own = this.#turns.get(name);
    own?.delete(number);
    if (own?.size === 0) this.#turns.delete(name);
  }

  async #lock(act: string, name: string, number: number): Promise<boolean> {
    const client = this.#client;
    if (!client) return false;
    const { rows } = await this.#mutex.runExclusive(() =>
      client.query<{ done: boolean }>(`SELECT ${act}($1::int, hashtext($2)) AS done`, [
        turnLocks,
        `${number} ${name}`,
      ]),
    );
    return rows[0]?.done ?? false;
  }

  /** Turns that are held while the connection is lost are held again by the next one, if they are free. */
  async #holdAgain(): Promise<void> {
    for (const [name, numbers] of this.#turns) {
      for (const number of numbers) await this.#lock('pg_try_advisory_lock', name, number);
    }
  }

  async #live(): Promise<void> {
    const { signal } = this.#closing;
    for (let pauseMs = firstPauseMs; !signal.aborted;) {
      const begunAt = performance.now();
      const error = postgresFault(await this.#connection(), this.#where);
      if (signal.aborted) return;
      if (performance.now() - begunAt > longestPauseMs) pauseMs = firstPauseMs;
      this.#log.warn({ error: errorText(error), againInMs: pauseMs }, 'store.session-lost');
      await pauseFor(pauseMs, null, { signal }).catch(() => {});
      pauseMs = Math.min(2 * pauseMs, longestPauseMs);
    }
  }

  /** The life of one connection: resolves with what ended it. */
  async #connection(): Promise<unknown> {
    const client = new Client({
      connectionString: this.#url,
      connectionTimeoutMillis: answerMs,
      query_timeout: answerMs,
      keepAlive: true,
      application_name: 'wirethread session',
    });
    const ended = new Promise<unknown>((resolve) => {
      // It may break more than once: what nobody hears would end the process.
      client.on('error', resolve);
      client.once('end', () => resolve(new Error('Connection terminated')));
    });
    let beat: NodeJS.Timeout | undefined;
    try {
      await client.connect();
      client.on('notification', ({ payload = ofAnyServer }) => {
        this.heard(payload === ofAnyServer ? null : payload.split(','));
      });
      await client.query(`SET idle_session_timeout = ${idleLimitMs}`);
      await client.query(`LISTEN ${dueChannel}`);
      this.#client = client;
      await this.#holdAgain();
      this.heard(null);
      const silent = new Promise<unknown>((resolve) => {
        const ask = () => this.#mutex.runExclusive(() => client.query('SELECT 1'));
        beat = setInterval(() => void ask().catch(resolve), beatMs);
      });
      return await Promise.race([ended, silent, this.#closed]);
    } catch (error) {
      return error;
    } finally {
      clearInterval(beat);
      this.#client = null;
      void client.end().catch(() => {});
    }
  }
}
