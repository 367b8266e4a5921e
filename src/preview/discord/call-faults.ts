import type { CallPattern, SeenCall } from './calls.ts';
import { matches } from './calls.ts';

/**
 * A fault of a call. `drop` cuts the connection without an answer; `silence` leaves it open without one,
 * until the client gives up.
 */
export type CallFault =
  | { kind: 'fail'; status: number; body: unknown; headers: Record<string, string> }
  | { kind: 'drop' }
  | { kind: 'silence' };

export interface FailOptions {
  /** HTTP status of the answer; `drop` cuts the connection, `silence` never answers. */
  status: number | 'drop' | 'silence';
  body?: unknown;
  /** How many calls fail; 1 when left out. */
  count?: number;
  /** `before`: it has no effect. `after`: it took effect and the client does not learn so. */
  when?: 'before' | 'after';
}

/** A call that waits for {@link Hold.release}. */
export interface Hold {
  /** Resolves once a call has arrived (and, for `after`, has taken effect). */
  reached: Promise<SeenCall>;
  release(): void;
}

interface Waiting {
  pattern: CallPattern;
  when: 'before' | 'after';
  arrive: (call: SeenCall) => void;
  released: Promise<void>;
}

interface Failing {
  pattern: CallPattern;
  when: 'before' | 'after';
  left: number;
  fault: CallFault;
}

/**
 * Faults of future REST calls. They combine: a call is held and then fails, each before its effect
 * or after it.
 */
export class CallFaults {
  private readonly failing: Failing[] = [];
  private readonly waiting: Waiting[] = [];
  private readonly releases = new Set<() => void>();

  failNext(pattern: CallPattern, options: FailOptions): void {
    const { status } = options;
    this.failing.push({
      pattern,
      when: options.when ?? 'before',
      left: options.count ?? 1,
      fault:
        typeof status === 'string'
          ? { kind: status }
          : {
              kind: 'fail',
              status,
              body: options.body ?? { code: 0, message: `${status}: made to fail` },
              headers: {},
            },
    });
  }

  rateLimitNext(
    pattern: CallPattern,
    retryAfterSec: number,
    scope: 'user' | 'global' | 'shared' = 'user',
    count = 1,
  ): void {
    const headers: Record<string, string> = {
      'Retry-After': String(Math.ceil(retryAfterSec)),
      'X-RateLimit-Scope': scope,
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset-After': String(retryAfterSec),
    };
    if (scope === 'global') headers['X-RateLimit-Global'] = 'true';
    const body = {
      message: 'You are being rate limited.',
      retry_after: retryAfterSec,
      global: scope === 'global',
    };
    const fault: CallFault = { kind: 'fail', status: 429, body, headers };
    this.failing.push({ pattern, when: 'before', left: count, fault });
  }

  holdNext(pattern: CallPattern, when: 'before' | 'after' = 'before'): Hold {
    let arrive: (call: SeenCall) => void = () => {};
    let release: () => void = () => {};
    const reached = new Promise<SeenCall>((resolve) => (arrive = resolve));
    const released = new Promise<void>((resolve) => (release = resolve));
    this.waiting.push({ pattern, when, arrive, released });
    this.releases.add(release);
    return { reached, release };
  }

  /** Forgets the faults that no call has met yet. */
  clear(): void {
    this.failing.length = 0;
  }

  /** Releases every held call, when the server closes. */
  releaseAll(): void {
    for (const release of this.releases) release();
  }

  /** The fault for this call in this phase, `null` for none. Waits while the call is held. */
  async faultOf(call: SeenCall): Promise<CallFault | null> {
    const at = this.waiting.findIndex(
      (one) => one.when === call.phase && matches(one.pattern, call),
    );
    const held = at === -1 ? undefined : this.waiting.splice(at, 1)[0];
    if (held) {
      held.arrive(call);
      await held.released;
    }
    const found = this.failing.find(
      (one) => one.left > 0 && one.when === call.phase && matches(one.pattern, call),
    );
    if (!found) return null;
    found.left -= 1;
    return found.fault;
  }
}
