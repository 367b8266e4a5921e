import type { ServerResponse } from 'node:http';

export interface Fault {
  /** 200 unless given. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** `true`: no answer ever comes; `'mid-body'`: the head and the body given come, the end does not. */
  readonly hang?: boolean | 'mid-body';
}

/** Wrong answers that a test orders from the paper. */
export class Faults {
  readonly #orders: { readonly path: RegExp; readonly fault: Fault; times: number }[] = [];

  /** The next `times` requests whose path matches get this answer; earlier orders come first. */
  answer(path: RegExp, fault: Fault, times = 1): void {
    this.#orders.push({ path, fault, times });
  }

  clear(): void {
    this.#orders.length = 0;
  }

  /** The fault that is due for this path, counted as given; `null` when there is none. */
  take(path: string): Fault | null {
    const due = this.#orders.find((order) => order.times > 0 && path.search(order.path) !== -1);
    if (!due) return null;
    due.times -= 1;
    return due.fault;
  }
}

export function answerWithFault(response: ServerResponse, fault: Fault): void {
  if (fault.hang === true) return;
  const headers = { 'content-type': 'text/html; charset=utf-8', ...lowerCased(fault.headers) };
  response.writeHead(fault.status ?? 200, headers);
  if (fault.hang === 'mid-body') {
    response.flushHeaders();
    response.write(fault.body ?? '<!doctype html>');
  } else response.end(fault.body ?? '');
}

function lowerCased(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, text]) => [name.toLowerCase(), text]),
  );
}
