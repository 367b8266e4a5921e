import type { Call, ExtraLimit, Limit, Route } from './route.ts';

/** For a route that names no limit of its own. */
const usual: readonly Limit[] = [{ calls: 50, perMs: 1_000 }];
const globalLimit: Limit = { calls: 50, perMs: 1_000 };

export interface Verdict {
  headers: Record<string, string>;
  /** Set when the call is over a limit. */
  over: { retryAfterMs: number; scope: 'user' | 'global'; extra?: ExtraLimit } | null;
}

interface Window {
  startMs: number;
  used: number;
}

/** The parameters that split a route's bucket. */
const majors = ['channel', 'guild', 'webhook', 'token'];

function bucketName(route: Route): string {
  let hash = 7;
  for (const letter of `${route.method} ${route.template}`) {
    hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}

/**
 * Discord's buckets. They run on real elapsed time (`elapsed`, ms) and not on the server's `now`,
 * because the client waits really.
 */
export class RateLimits {
  private readonly windows = new Map<string, Window>();
  private readonly elapsed: () => number;
  private readonly now: () => number;
  private readonly on: boolean;

  constructor(on: boolean, now: () => number, elapsed: () => number) {
    this.on = on;
    this.now = now;
    this.elapsed = elapsed;
  }

  private take(key: string, limit: Limit): { left: number; resetMs: number; over: boolean } {
    const at = this.elapsed();
    let window = this.windows.get(key);
    if (!window || at - window.startMs >= limit.perMs) {
      window = { startMs: at, used: 0 };
      this.windows.set(key, window);
    }
    const resetMs = Math.max(1, window.startMs + limit.perMs - at);
    if (window.used >= limit.calls && this.on) return { left: 0, resetMs, over: true };
    window.used = Math.min(window.used + 1, limit.calls);
    return { left: this.on ? limit.calls - window.used : limit.calls - 1, resetMs, over: false };
  }

  verdict(route: Route, call: Call): Verdict {
    const name = bucketName(route);
    const major = majors.map((one) => call.params[one] ?? '').join(':');
    const limits = route.limits ?? usual;
    const key = `${name}:${major}:${route.tokenInPath ? '' : call.application.id}`;
    let shown = { limit: limits[0]?.calls ?? 1, left: 0, resetMs: 1 };
    let over: Verdict['over'] = null;
    for (const [index, limit] of limits.entries()) {
      const taken = this.take(`${key}:${index}`, limit);
      if (index === 0 || taken.over) {
        shown = { limit: limit.calls, left: taken.left, resetMs: taken.resetMs };
      }
      if (taken.over) over = { retryAfterMs: taken.resetMs, scope: 'user' };
      if (over) break;
    }
    const extra = over ? null : (route.extraLimit?.(call) ?? null);
    if (extra) {
      const taken = this.take(`extra:${extra.key}`, extra);
      if (taken.over) {
        over = { retryAfterMs: taken.resetMs, scope: 'user', extra };
      }
    }
    if (!over && !route.tokenInPath) {
      const taken = this.take(`global:${call.application.id}`, globalLimit);
      if (taken.over) over = { retryAfterMs: taken.resetMs, scope: 'global' };
    }
    return { headers: this.headers(name, shown), over };
  }

  private headers(
    bucket: string,
    shown: { limit: number; left: number; resetMs: number },
  ): Record<string, string> {
    return {
      'X-RateLimit-Limit': String(shown.limit),
      'X-RateLimit-Remaining': String(shown.left),
      'X-RateLimit-Reset': ((this.now() + shown.resetMs) / 1000).toFixed(3),
      'X-RateLimit-Reset-After': (shown.resetMs / 1000).toFixed(3),
      'X-RateLimit-Bucket': bucket,
    };
  }
}
