import type { Id } from '../world/model.ts';
import type { GatewayOptions } from './gateway-options.ts';

const dayMs = 24 * 3_600_000;
const identifyEveryMs = 5_000;

export interface SessionStartLimit {
  total: number;
  remaining: number;
  /** Milliseconds until sessions that were started are forgotten. */
  reset_after: number;
  max_concurrency: number;
}

/**
 * How often the shards of an application have identified. The day goes by `now`, the five seconds
 * of `max_concurrency` by real time (`elapsed`), since the client waits really.
 * @see https://docs.discord.com/developers/events/gateway#rate-limiting
 */
export class SessionStarts {
  private readonly options: GatewayOptions;
  private readonly now: () => number;
  private readonly elapsed: () => number;
  private readonly starts = new Map<Id, number[]>();
  private readonly lastOfKey = new Map<string, number>();

  constructor(options: GatewayOptions, now: () => number, elapsed: () => number) {
    this.options = options;
    this.now = now;
    this.elapsed = elapsed;
  }

  private today(applicationId: Id): number[] {
    const since = this.now() - dayMs;
    return (this.starts.get(applicationId) ?? []).filter((atMs) => atMs > since);
  }

  limit(applicationId: Id): SessionStartLimit {
    const today = this.today(applicationId);
    const { sessionsPerDay, maxConcurrency } = this.options;
    return {
      total: sessionsPerDay,
      remaining: Math.max(0, sessionsPerDay - today.length),
      reset_after: today[0] === undefined ? 0 : today[0] + dayMs - this.now(),
      max_concurrency: maxConcurrency,
    };
  }

  /** Counts a start. False when the day's starts were used up before. */
  note(applicationId: Id): boolean {
    const today = this.today(applicationId);
    this.starts.set(applicationId, [...today, this.now()]);
    return today.length < this.options.sessionsPerDay;
  }

  /** Whether this shard may identify by now: one of each key in five seconds. */
  isItsTurn(applicationId: Id, shardId: number): boolean {
    const key = `${applicationId}:${shardId % this.options.maxConcurrency}`;
    const last = this.lastOfKey.get(key) ?? -Infinity;
    if (this.elapsed() - last < identifyEveryMs) return false;
    this.lastOfKey.set(key, this.elapsed());
    return true;
  }
}
