import {
  type Client,
  Events,
  type IIdentifyThrottler,
  SimpleShardingStrategy,
  type WebSocketOptions,
} from 'discord.js';
import { errorText } from '../../core/errors.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Log } from '../../core/ports/log.ts';
import { minuteMs, secondMs } from '../../core/time/duration.ts';

/** Discord takes one IDENTIFY in 5 s; the rest is for the way there. */
const firstPauseMs = 5.5 * secondMs;
/** 1,000 IDENTIFYs in a day cost a bot its token; this is 288 at most. */
const longestPauseMs = 5 * minuteMs;
/** After which discord.js connects again. */
const reconnectMs = 500;
/** While the connection stays lost, this often is logged. */
const logEveryMs = 30 * secondMs;

/** discord.js's connection to the gateway, made patient: see the parts. */
export function gatewayConnection(
  client: () => Client,
  clock: Clock,
  log: Log,
): Required<Pick<WebSocketOptions, 'buildStrategy' | 'buildIdentifyThrottler'>> {
  return {
    buildStrategy: (manager) => new PatientStrategy(manager, () => logLosses(client(), clock, log)),
    buildIdentifyThrottler: () => identifyTurns(client(), clock, log),
  };
}

/**
 * The base class gives up at a shard's first error, and discord.js destroys its client; the shard
 * goes on connecting. So this one leaves it to the shard. A close for good is `ShardDisconnect`.
 */
class PatientStrategy extends SimpleShardingStrategy {
  readonly #beforeConnect: () => void;

  constructor(
    manager: ConstructorParameters<typeof SimpleShardingStrategy>[0],
    beforeConnect: () => void,
  ) {
    super(manager);
    this.#beforeConnect = beforeConnect;
  }

  override async connect(): Promise<void> {
    this.#beforeConnect();
    try {
      await super.connect();
    } catch {
      // It is logged as `ShardError`.
    }
  }
}

/** Logs why the connection is lost, at most every 30 s while it stays lost. */
function logLosses(client: Client, clock: Clock, log: Log): void {
  let quietUntil = -Infinity;
  client.on(Events.ShardReady, () => {
    quietUntil = -Infinity;
  });
  client.on(Events.ShardError, (error) => lost({ error: errorText(error) }));
  for (const shard of client.ws.shards.values()) {
    shard.on('close', ({ code }) => lost({ code }));
  }
  function lost(what: { error: string } | { code: number }): void {
    if (clock.now() < quietUntil) return;
    quietUntil = clock.now() + logEveryMs;
    log.warn({ ...what, againInMs: reconnectMs }, 'discord.connection-lost');
  }
}

/** Each IDENTIFY that leads to no READY doubles the pause before the next. */
function identifyTurns(client: Client, clock: Clock, log: Log): IIdentifyThrottler {
  let nextAt = -Infinity;
  let pauseMs = firstPauseMs;
  client.on(Events.ShardReady, () => {
    pauseMs = firstPauseMs;
    nextAt = Math.min(nextAt, clock.now() + firstPauseMs);
  });
  return {
    async waitForIdentify(_shard, signal) {
      const waitMs = Math.max(0, nextAt - clock.now());
      nextAt = clock.now() + waitMs + pauseMs;
      pauseMs = Math.min(2 * pauseMs, longestPauseMs);
      if (waitMs > firstPauseMs) log.warn({ againInMs: waitMs }, 'discord.not-let-in');
      await clock.sleep(waitMs, signal);
      signal.throwIfAborted();
    },
  };
}
