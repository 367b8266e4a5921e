import { type ChildProcess, fork } from 'node:child_process';
import type { Clock } from '../core/ports/clock.ts';
import type { Log } from '../core/ports/log.ts';
import { minuteMs, secondMs, type UnixMs } from '../core/time/duration.ts';

interface ShardManagerOptions {
  /** How many shards, each in a process of its own. */
  count: number;
  /** The program that serves the shards which SHARD_IDS and SHARD_COUNT name. */
  script: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  clock: Clock;
  log: Log;
}

interface ShardManager {
  /** Resolves when a process cannot begin, as all the others could not either. Then call `stop`. */
  disconnected: Promise<Error>;
  /** Ends all processes as SIGTERM does, and waits for them. */
  stop(): Promise<void>;
}

/** What a process sends once it is connected: Discord lets the shards of a bot begin one after another. */
export const readyMessage = 'ready';

/** The exit code of a wrong configuration, which no second try mends. */
const configurationExit = 2;
/** A process that ran this long is started again at once when it dies. */
const steadyMs = minuteMs;

/** Starts a process for each shard, one after another, and again when one dies. */
export function startShards(options: ShardManagerOptions): ShardManager {
  const { count, clock, log } = options;
  const stopping = new AbortController();
  const children = new Map<number, ChildProcess>();
  let fail: (error: Error) => void = () => {};
  const disconnected = new Promise<Error>((resolve) => (fail = resolve));

  async function serve(id: number, onReady: () => void): Promise<void> {
    for (let deaths = 0; !stopping.signal.aborted;) {
      const startedAt = clock.now();
      const child = forked(options, id);
      children.set(id, child);
      child.on('message', (message) => message === readyMessage && onReady());
      const code = await exited(child);
      if (stopping.signal.aborted) return;
      if (code === configurationExit) {
        fail(new Error('a process of a shard could not begin: its message is above'));
        return;
      }
      deaths = clock.now() - startedAt > steadyMs ? 0 : deaths + 1;
      const againInMs = pauseMs(deaths);
      log.error({ shard: id, code, againInMs }, 'shard.died');
      await clock.sleep(againInMs, stopping.signal);
    }
  }

  async function startInTurn(): Promise<void> {
    for (let id = 0; id < count; id += 1) {
      await new Promise<void>((ready) => void serve(id, ready));
    }
  }

  void startInTurn();
  return {
    disconnected,
    async stop() {
      stopping.abort();
      const running = [...children.values()].filter(isRunning);
      const ended = running.map(exited);
      for (const child of running) child.kill('SIGTERM');
      await Promise.all(ended);
    },
  };
}

function forked({ count, script, args, env }: ShardManagerOptions, id: number): ChildProcess {
  const shard = { SHARD_IDS: String(id), SHARD_COUNT: String(count) };
  return fork(script, args, { env: { ...env, ...shard } });
}

const isRunning = ({ exitCode, signalCode }: ChildProcess) =>
  exitCode === null && signalCode === null;

function exited(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
  });
}

function pauseMs(deaths: number): UnixMs {
  return deaths === 0 ? 0 : Math.min(minuteMs, secondMs * 2 ** Math.min(deaths - 1, 6));
}
