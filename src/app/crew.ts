import { errorText } from '../core/errors.ts';
import type { UnixMs } from '../core/time/duration.ts';
import type { Ports } from '../newsroom/ports.ts';

/** Work that asks the store what is due. */
export interface ScheduledTask {
  name: string;
  /** The pause after a run that found nothing due. */
  everyMs: number;
  /** How many run at the same time; each claims what it works on. */
  workers: number;
  /**
   * Does one piece of work; `false` when nothing was due. One of several workers calls `claimed` when it
   * has found work and begins: another one looks for more meanwhile.
   */
  run: (ports: Ports, signal: AbortSignal, claimed: () => void) => Promise<boolean>;
  /** When something is due next that is not now, if that is before `until`: then the pause ends. */
  nextDue?: (ports: Ports, until: UnixMs) => Promise<UnixMs | null>;
}

/** Work that is due and that none of us may do now, such as another process's, is asked for no more often. */
const shortestPauseMs = 100;

export interface StopSignals {
  /** Aborts when no new work may begin. */
  stopping: AbortSignal;
  /** Aborts the work that is running. */
  signal: AbortSignal;
}

/** Hears what the workers do. */
export interface CrewWatch {
  /** One asks for work. */
  asked(): void;
  /** So many more workers are awake: each asks, or does what it has found. */
  awake(change: 1 | -1): void;
}

/** The one that looks on while nothing is due. */
interface Sleeper {
  wake(): void;
  /** Another one sleeps in its place. */
  leave(): void;
}

/**
 * Runs a task with as many workers as it has work for, until `stopping` aborts. While nothing is due,
 * one asks each `everyMs`; one that finds work wakes the next. A run that throws is logged.
 */
export class Crew {
  readonly #ports: Ports;
  readonly #task: ScheduledTask;
  readonly #signals: StopSignals;
  readonly #watch: CrewWatch;
  #workers = 0;
  #ended: () => void = () => {};
  /** How many ask for work now. */
  #asking = 0;
  /** Something became due while one was asking, which may have been too early to find it. */
  #isLate = false;
  #sleeper: Sleeper | null = null;

  constructor(ports: Ports, task: ScheduledTask, signals: StopSignals, watch: CrewWatch) {
    this.#ports = ports;
    this.#task = task;
    this.#signals = signals;
    this.#watch = watch;
  }

  get name(): string {
    return this.#task.name;
  }

  /** Resolves when all have ended. */
  async run(): Promise<void> {
    const { stopping } = this.#signals;
    stopping.addEventListener('abort', () => this.#sleeper?.wake(), { once: true });
    if (stopping.aborted) return;
    await new Promise<void>((ended) => {
      this.#ended = ended;
      this.wake();
    });
  }

  /** One asks at once whether something is due. */
  wake(): void {
    if (this.#signals.stopping.aborted) return;
    if (this.#asking > 0) this.#isLate = true;
    else if (this.#sleeper) this.#sleeper.wake();
    else if (this.#workers < this.#task.workers) this.#hire();
  }

  #hire(): void {
    this.#watch.awake(1);
    this.#workers += 1;
    void this.#work().then(() => {
      this.#workers -= 1;
      if (this.#workers === 0) this.#ended();
    });
  }

  /** A worker's life: it ends when nothing is due and another one looks on. */
  async #work(): Promise<void> {
    const { stopping } = this.#signals;
    while (!stopping.aborted) {
      if ((await this.#ask()) || this.#isLate) continue;
      if (this.#asking > 0) break;
      const pauseMs = await this.#pauseMs();
      if (stopping.aborted) break;
      // The one that asked last looks on: it knows best when something is due.
      this.#sleeper?.leave();
      this.#watch.awake(-1);
      if ((await this.#sleep(pauseMs)) === 'left') return;
    }
    this.#watch.awake(-1);
  }

  async #ask(): Promise<boolean> {
    const { signal } = this.#signals;
    this.#watch.asked();
    this.#isLate = false;
    this.#asking += 1;
    let isAsking = true;
    const answered = (): void => {
      if (isAsking) this.#asking -= 1;
      isAsking = false;
    };
    try {
      return await this.#task.run(this.#ports, signal, () => {
        answered();
        this.wake();
      });
    } catch (error) {
      this.#failed(error);
      return false;
    } finally {
      answered();
    }
  }

  /** Until the next work is due, but `everyMs` at most. */
  async #pauseMs(): Promise<number> {
    const { everyMs, nextDue } = this.#task;
    if (!nextDue) return everyMs;
    const now = this.#ports.clock.now();
    try {
      const dueAt = await nextDue(this.#ports, now + everyMs);
      return dueAt === null ? everyMs : Math.max(shortestPauseMs, Math.min(everyMs, dueAt - now));
    } catch (error) {
      this.#failed(error);
      return everyMs;
    }
  }

  async #sleep(pauseMs: number): Promise<'left' | 'awake'> {
    const woken = new AbortController();
    let hasLeft = false;
    const sleeper: Sleeper = {
      wake: () => {
        if (this.#sleeper === sleeper) this.#sleeper = null;
        this.#watch.awake(1);
        woken.abort();
      },
      leave: () => {
        hasLeft = true;
        woken.abort();
      },
    };
    this.#sleeper = sleeper;
    await this.#ports.clock.sleep(pauseMs, woken.signal);
    if (hasLeft) return 'left';
    if (!woken.signal.aborted) sleeper.wake();
    return 'awake';
  }

  #failed(error: unknown): void {
    if (this.#signals.signal.aborted) return;
    this.#ports.log.error({ task: this.#task.name, error: errorText(error) }, 'task.failed');
  }
}
