import { STATUS_CODES } from 'node:http';
import { FetchError } from '../../core/errors.ts';
import { AddressRefused } from './address-policy.ts';
import { EncodingFault } from './body.ts';

const longestPlace = 160;

/** Host and path only: an address may carry credentials before its host and in its query. */
export function place(url: URL): string {
  const text = `${url.host}${url.pathname === '/' ? '' : url.pathname}`;
  return text.length > longestPlace ? `${text.slice(0, longestPlace)}…` : text;
}

function advice(status: number): string {
  if (status === 401) return 'it wants a user name and password, or others than it was given';
  if (status === 403) return 'it does not let this bot in; ask the publisher to allow it';
  if (status === 404) return 'check the address, it may have moved';
  if (status === 406) return 'it does not offer this address in a form that can be read here';
  if (status === 408 || status === 425) return 'try again later';
  if (status === 451) return 'it withholds this address for legal reasons';
  if (status >= 500) return 'the trouble is on its side, which often passes';
  return 'check that the address opens in a browser';
}

/** The error for an answer that is neither 200 to 299 nor 304. */
export function statusFault(
  url: URL,
  status: number,
  facts: { challenged: boolean; retryAfterMs: number | null },
): FetchError {
  const phrase = STATUS_CODES[status];
  const answered = `The server ${url.host} answered ${status}${phrase ? ` ${phrase}` : ''} for ${place(url)}`;
  const { retryAfterMs } = facts;
  if (facts.challenged) {
    return new FetchError(
      `The server ${url.host} asks visitors of ${place(url)} to prove in a browser that they are human (a Cloudflare challenge), which a bot cannot do: ask the publisher to let this bot through, or use another address.`,
      { fault: 'challenge', status, retryAfterMs },
    );
  }
  if (status === 410) {
    return new FetchError(
      `${answered}: the publisher has taken it away for good; remove it, or find its new address.`,
      { fault: 'gone', status },
    );
  }
  if (status === 429 || (status === 503 && retryAfterMs !== null)) {
    return new FetchError(`${answered}: it is asked too often, so it will be asked less often.`, {
      fault: 'throttled',
      status,
      retryAfterMs,
    });
  }
  return new FetchError(`${answered}: ${advice(status)}.`, {
    fault: 'http-status',
    status,
    retryAfterMs,
  });
}

export function redirectFault(url: URL, status: number, trouble: string): FetchError {
  return new FetchError(
    `The server ${url.host} answered ${status} for ${place(url)} ${trouble}: check the address in a browser.`,
    { fault: 'http-status', status },
  );
}

export function tooLargeFault(url: URL, maxBytes: number): FetchError {
  const size =
    maxBytes >= 1_000_000 ? `${Math.floor(maxBytes / 1_000_000)} MB` : `${maxBytes} bytes`;
  return new FetchError(
    `What ${place(url)} answers is larger than ${size}, the most that is read: use a shorter feed or page of this publisher.`,
    { fault: 'too-large' },
  );
}

export function timeoutFault(url: URL, timeoutMs: number): FetchError {
  return new FetchError(
    `The server ${url.host} did not finish its answer for ${place(url)} within ${timeoutMs / 1000} s: that often passes.`,
    { fault: 'timeout' },
  );
}

/** The error for text that is no address of the web. */
export function notWebFault(): FetchError {
  return new FetchError(
    'This is not a web address: give one that begins with https:// or http://.',
    { fault: 'address-refused' },
  );
}

function codes(thrown: unknown): string[] {
  const parts = thrown instanceof AggregateError ? (thrown.errors as unknown[]) : [];
  return [thrown, ...parts]
    .flatMap((part) => {
      const { code, name } = (part ?? {}) as { code?: unknown; name?: unknown };
      return [code, name];
    })
    .filter((code) => typeof code === 'string');
}

const certificateCode = /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/;

const unreachableWords: readonly [test: (code: string) => boolean, words: string][] = [
  [(code) => code === 'ENOTFOUND', 'has no such name in the DNS: check the spelling'],
  [
    (code) => code === 'EAI_AGAIN',
    'could not be looked up in the DNS: check this machine’s network',
  ],
  [(code) => code === 'ECONNREFUSED', 'refuses connections: it may be down, or the port is wrong'],
  [
    (code) => certificateCode.test(code),
    'has a certificate that cannot be trusted: tell the publisher',
  ],
  [
    (code) => code === 'ECONNRESET' || code === 'UND_ERR_SOCKET' || code === 'EPIPE',
    'broke off in the middle of its answer: that often passes',
  ],
  [
    (code) => code === 'ENETUNREACH' || code === 'EHOSTUNREACH' || code === 'EADDRNOTAVAIL',
    'cannot be reached from this machine: check its network',
  ],
  [
    (code) => code === 'EPROTO' || code.startsWith('ERR_SSL'),
    'does not speak HTTPS at this address: try http://',
  ],
  [
    (code) => code === 'HTTPParserError' || code === 'UND_ERR_HEADERS_OVERFLOW',
    'answers in a way that is not proper HTTP: check the address',
  ],
  [
    (code) => code === 'UND_ERR_DESTROYED' || code === 'UND_ERR_CLOSED',
    'was not asked, as the bot is shutting down',
  ],
];

/** The error for an exchange that ended without an answer, from whatever undici or node threw. */
export function exchangeFault(url: URL, thrown: unknown): FetchError {
  if (thrown instanceof FetchError) return thrown;
  if (thrown instanceof AddressRefused) {
    return new FetchError(
      `${url.hostname} leads into a private or reserved network, which is not fetched from: if it is meant, add its range to network.allow in the configuration.`,
      { fault: 'address-refused', cause: thrown },
    );
  }
  if (thrown instanceof EncodingFault) {
    return new FetchError(
      `The server ${url.host} sent ${place(url)} in a form that cannot be unpacked (${thrown.message}): that often passes.`,
      { fault: 'unreachable', cause: thrown },
    );
  }
  const found = codes(thrown);
  if (found.some((code) => code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT')) {
    return new FetchError(
      `The server ${url.host} did not take the connection in time: it may be down, or the port is wrong.`,
      { fault: 'timeout', cause: thrown },
    );
  }
  const words = unreachableWords.find(([test]) => found.some(test))?.[1];
  return new FetchError(
    `The server ${url.host} ${words ?? 'could not be reached: check the address and the network'}.`,
    { fault: 'unreachable', cause: thrown },
  );
}
