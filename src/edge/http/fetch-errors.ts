import { STATUS_CODES } from 'node:http';
import { FetchError } from '../../core/errors.ts';
import { shownPath } from '../../text/masked-url.ts';
import { AddressRefused } from './address-policy.ts';
import { EncodingFault } from './body.ts';

const maxPlaceLength = 160;

/** Host and path only, without keys: a URL may have credentials before its host and in its query. */
export function place(url: URL): string {
  const text = `${url.host}${url.pathname === '/' ? '' : shownPath(url.pathname)}`;
  return text.length > maxPlaceLength ? `${text.slice(0, maxPlaceLength)}…` : text;
}

function advice(status: number): string {
  if (status === 401)
    return 'it asks for a user name and password; check those set for this address';
  if (status === 403) return 'it does not allow this bot; ask the publisher to allow it';
  if (status === 404) return 'check the address; it may have changed';
  if (status === 406) return 'it does not offer a format that Wirethread can read';
  if (status === 408 || status === 425) return 'try again later';
  if (status === 451) return 'it blocks this address for legal reasons';
  if (status >= 500) return 'the error is on its side and often temporary';
  return 'check that the address opens in a browser';
}

/** The error for an answer with another status than 200 to 299 or 304. */
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
      `The server ${url.host} asks visitors of ${place(url)} to prove that they are human (a Cloudflare challenge). A bot cannot do that: ask the publisher to allow this bot, or use another address.`,
      { fault: 'challenge', status, retryAfterMs },
    );
  }
  if (status === 410) {
    return new FetchError(
      `${answered}: the publisher has removed it permanently. Find its new address, or remove it here too.`,
      { fault: 'gone', status },
    );
  }
  if (status === 429 || (status === 503 && retryAfterMs !== null)) {
    return new FetchError(
      `${answered}: it gets too many requests, so Wirethread will send fewer.`,
      {
        fault: 'throttled',
        status,
        retryAfterMs,
      },
    );
  }
  return new FetchError(`${answered}: ${advice(status)}.`, {
    fault: 'http-status',
    status,
    retryAfterMs,
  });
}

export function redirectFault(url: URL, status: number, problem: string): FetchError {
  return new FetchError(
    `The server ${url.host} answered ${status} for ${place(url)} ${problem}. Check the address in a browser.`,
    { fault: 'http-status', status },
  );
}

export function tooLargeFault(url: URL, maxBytes: number): FetchError {
  const size =
    maxBytes >= 1_000_000 ? `${Math.floor(maxBytes / 1_000_000)} MB` : `${maxBytes} bytes`;
  return new FetchError(
    `The answer of ${place(url)} is larger than ${size}, which is the limit. Use a smaller feed or page of this publisher.`,
    { fault: 'too-large' },
  );
}

export function timeoutFault(url: URL, timeoutMs: number): FetchError {
  return new FetchError(
    `The server ${url.host} did not finish its answer for ${place(url)} within ${timeoutMs / 1000} s. This is often temporary.`,
    { fault: 'timeout' },
  );
}

/** The error for a request that had to wait too long for its turn. */
export function busyFault(url: URL): FetchError {
  return new FetchError(
    `The server ${url.host} was not asked for ${place(url)}: Wirethread's other requests to it take too long. This is often temporary.`,
    { fault: 'busy' },
  );
}

/** The error for a text that is not an http or https URL. */
export function notWebFault(): FetchError {
  return new FetchError(
    'This is not a web address. Use one that begins with https:// or http://.',
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

const unreachableProblems: readonly [test: (code: string) => boolean, problem: string][] = [
  [(code) => code === 'ENOTFOUND', 'does not exist in DNS: check the spelling'],
  [
    (code) => code === 'EAI_AGAIN',
    'could not be looked up in DNS: check the network of this machine',
  ],
  [
    (code) => code === 'ECONNREFUSED',
    'refuses connections: it may be down, or the port may be wrong',
  ],
  [
    (code) => certificateCode.test(code),
    'has a certificate that is not trusted: tell the publisher',
  ],
  [
    (code) => code === 'ECONNRESET' || code === 'UND_ERR_SOCKET' || code === 'EPIPE',
    'closed the connection in the middle of its answer: this is often temporary',
  ],
  [
    (code) => code === 'ENETUNREACH' || code === 'EHOSTUNREACH' || code === 'EADDRNOTAVAIL',
    'cannot be reached from this machine: check its network',
  ],
  [
    (code) => code === 'EPROTO' || code.startsWith('ERR_SSL'),
    'does not use HTTPS at this address: try http://',
  ],
  [
    (code) => code === 'HTTPParserError' || code === 'UND_ERR_HEADERS_OVERFLOW',
    'does not answer with valid HTTP: check the address',
  ],
  [
    (code) => code === 'UND_ERR_DESTROYED' || code === 'UND_ERR_CLOSED',
    'was not asked, because the bot is shutting down',
  ],
];

/** The error for a request without an answer, from whatever undici or Node.js threw. */
export function exchangeFault(url: URL, thrown: unknown): FetchError {
  if (thrown instanceof FetchError) return thrown;
  if (thrown instanceof AddressRefused) {
    return new FetchError(
      `${url.hostname} is in a private or reserved network, and Wirethread does not fetch from there. To allow it, add its range to network.allow in the configuration.`,
      { fault: 'address-refused', cause: thrown },
    );
  }
  if (thrown instanceof EncodingFault) {
    return new FetchError(
      `The server ${url.host} sent ${place(url)} in a form that cannot be decompressed (${thrown.message}). This is often temporary.`,
      { fault: 'unreachable', cause: thrown },
    );
  }
  const found = codes(thrown);
  if (found.some((code) => code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT')) {
    return new FetchError(
      `The server ${url.host} did not accept the connection in time: it may be down, or the port may be wrong.`,
      { fault: 'timeout', cause: thrown },
    );
  }
  const problem = unreachableProblems.find(([test]) => found.some(test))?.[1];
  return new FetchError(
    `The server ${url.host} ${problem ?? 'could not be reached: check the address and the network'}.`,
    { fault: 'unreachable', cause: thrown },
  );
}
