export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A REST call as tests see it: before its handler ran, or after it took effect. */
export interface SeenCall {
  phase: 'before' | 'after';
  method: Method;
  path: string;
  /** The route's template, `/channels/:channel/messages`. */
  route: string;
  body: unknown;
  /** `null` before. */
  status: number | null;
  answer: unknown;
}

export type CallListener = (call: SeenCall) => void | Promise<void>;

export interface LoggedCall {
  method: Method;
  route: string;
  path: string;
  status: number;
  atMs: number;
}

/** The calls answered so far, oldest first. */
export class CallLog {
  readonly log: LoggedCall[] = [];

  /** How many calls answered `status` (any, when left out) a pattern such as `POST /channels/:id/messages` matches. */
  count(pattern: CallPattern, status?: number): number {
    return this.log.filter(
      (call) => matches(pattern, call) && (status === undefined || call.status === status),
    ).length;
  }

  clear(): void {
    this.log.length = 0;
  }
}

/**
 * Which calls are meant: `METHOD /route/:template` (what a parameter is called does not matter), a
 * regular expression over `METHOD /real/path`, or a function, which a fault gives the body too.
 */
export type CallPattern =
  | string
  | RegExp
  | ((call: { method: string; path: string; route: string; body?: unknown }) => boolean);

function nameless(template: string): string {
  return template.replaceAll(/:\w+/g, ':');
}

export function matches(
  pattern: CallPattern,
  call: { method: string; path: string; route: string; body?: unknown },
): boolean {
  if (typeof pattern === 'function') return pattern(call);
  if (pattern instanceof RegExp) return pattern.test(`${call.method} ${call.path}`);
  return nameless(pattern) === nameless(`${call.method} ${call.route}`);
}
