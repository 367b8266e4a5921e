import { type Client, Status } from 'discord.js';
import { errorText } from '../core/errors.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Log } from '../core/ports/log.ts';
import type { Store, StoreFigures } from '../core/ports/ledger.ts';
import { type Shards } from '../core/shards.ts';
import { minuteMs, secondMs, type UnixMs } from '../core/time/duration.ts';
import type { ListenAddress, Listening } from '../edge/http/listening.ts';
import { startStatusServer } from '../edge/http/status-server.ts';
import { within } from '../edge/system/within.ts';
import type { Metrics } from '../edge/metrics/metrics.ts';

/** The schedule asks for work each second; a piece of work may take minutes, but not in all tasks. */
const standstillMs = 5 * minuteMs;
/** How long the store may take to answer. */
const storeTimeoutMs = 5 * secondMs;

interface StatusOptions {
  listen: ListenAddress;
  store: Store;
  client: () => Client | null;
  /** When the schedule last asked for work; `null` before it began. */
  askedAt: () => UnixMs | null;
  metrics: Metrics;
  clock: Clock;
  log: Log;
}

/**
 * Serves `/healthz`, `/readyz` and `/metrics`.
 * @throws Error for the operator when the address cannot be listened at
 */
export async function serveStatus(options: StatusOptions): Promise<Listening> {
  const { listen, store, client, askedAt, metrics, clock, log } = options;
  const isConnected = () => {
    const shards = client()?.ws.shards;
    return Boolean(shards?.size && shards.every(({ status }) => status === Status.Ready));
  };
  const answers = {
    unhealthy: () => {
      const since = askedAt();
      if (since === null || clock.now() - since < standstillMs) return null;
      return `the schedule has asked for no work for ${Math.round((clock.now() - since) / secondMs)} seconds`;
    },
    notReady: async () => {
      if (!isConnected()) return 'not connected to Discord';
      if (askedAt() === null) return 'starting';
      return figuresOf(store).then(
        () => null,
        (error: unknown) => `the database does not answer: ${errorText(error)}`,
      );
    },
    metrics: async () => {
      const present = {
        store: await figuresOf(store),
        guilds: client()?.guilds.cache.size ?? 0,
        isConnected: isConnected(),
      };
      return { contentType: metrics.contentType, text: await metrics.text(present) };
    },
  };
  try {
    return await startStatusServer(listen, answers, log);
  } catch (error) {
    throw new Error(
      `Wirethread cannot serve its status at ${listen.host}:${listen.port} (${errorText(error)}). Give another address as "statusListen" in the configuration or STATUS_LISTEN in the environment, or remove it.`,
      { cause: error },
    );
  }
}

async function figuresOf(store: Store): Promise<StoreFigures> {
  const figures = store.figures();
  if (!(await within(storeTimeoutMs, figures))) throw new Error('it took longer than 5 seconds');
  return figures;
}

/** Processes of one machine that share a setting: each has the port after that of the shard before it. */
export function ownAddress(listen: ListenAddress, shards: Shards | null): ListenAddress {
  return { ...listen, port: listen.port + (shards?.ids[0] ?? 0) };
}
