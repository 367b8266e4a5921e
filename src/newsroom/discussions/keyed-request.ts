import { z } from 'zod';
import { FetchError, ReadError } from '../../core/errors.ts';
import { minuteMs, secondMs, type UnixMs } from '../../core/time/duration.ts';
import { keyFor, type OperatorKey, operatorKeys } from '../../sources/index.ts';
import type { Ports } from '../ports.ts';

/** What a key adds to a request. */
interface Keyed {
  url: string;
  headers: Readonly<Record<string, string>>;
}

const Token = z.object({ access_token: z.string().min(1).max(10_000), expires_in: z.number() });
const tokenBytes = 50_000;
/** It is asked for again so long before it ends. */
const renewalMs = minuteMs;

/** Tokens that keys were exchanged for, by the name of the key: in memory only. */
const tokens = new WeakMap<object, Map<OperatorKey, { token: string; until: UnixMs }>>();

/**
 * A request's address and headers with a key of the operator's; without it for any server that the
 * key is not for. @throws FetchError, ReadError when the key cannot be exchanged for a token
 */
export async function keyedRequest(
  ports: Ports,
  url: string,
  name: OperatorKey,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Keyed> {
  const used = keyFor(url, name, ports.keys);
  if (used === null) return { url, headers: {} };
  const { key, use } = used;
  switch (use.as) {
    case 'query': {
      const address = new URL(url);
      address.searchParams.set(use.name, key);
      return { url: address.href, headers: {} };
    }
    case 'bearer':
      return { url, headers: bearer(key) };
    case 'token': {
      const { tokenUrl } = use;
      const held = tokens.get(ports.keys)?.get(name);
      if (held && ports.clock.now() < held.until - renewalMs) {
        return { url, headers: bearer(held.token) };
      }
      const token = await exchanged(ports, { name, key, tokenUrl }, timeoutMs, signal);
      return { url, headers: bearer(token) };
    }
    default:
      return use satisfies never;
  }
}

/** What to add to a message when a server refused a request with this key. */
export function keyAdvice({ keys }: Ports, url: string, name: OperatorKey): string {
  const { setting } = operatorKeys[name];
  const isGiven = keyFor(url, name, keys) !== null;
  return isGiven ? ` Check ${setting}.` : ` Whoever runs Wirethread can set ${setting}.`;
}

/** A token that was refused is not used again. */
export function forgetToken({ keys }: Ports, name: OperatorKey): void {
  tokens.get(keys)?.delete(name);
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

async function exchanged(
  ports: Ports,
  { name, key, tokenUrl }: { name: OperatorKey; key: string; tokenUrl: string },
  timeoutMs: number,
  signal: AbortSignal,
): Promise<string> {
  const credentials = Buffer.from(key, 'utf8').toString('base64');
  const request = {
    url: tokenUrl,
    accept: 'application/json',
    headers: { authorization: `Basic ${credentials}` },
    form: { grant_type: 'client_credentials' },
    maxBytes: tokenBytes,
    timeoutMs,
  };
  const { body } = await ports.fetch(request, signal).catch((error: unknown) => {
    throw error instanceof FetchError && error.status === 401 ? refused(tokenUrl, error) : error;
  });
  const { access_token: token, expires_in: seconds } = tokenIn(body, name, tokenUrl);
  const held = tokens.get(ports.keys) ?? new Map();
  tokens.set(ports.keys, held.set(name, { token, until: ports.clock.now() + seconds * secondMs }));
  return token;
}

function refused(tokenUrl: string, cause: FetchError): FetchError {
  const message = `The server ${new URL(tokenUrl).host} answered 401: it does not accept this key.`;
  return new FetchError(message, { fault: 'http-status', status: 401, cause });
}

/** The parser's own message is no cause: it may quote the token. */
function tokenIn(body: Uint8Array, name: OperatorKey, tokenUrl: string): z.infer<typeof Token> {
  try {
    return Token.parse(JSON.parse(new TextDecoder().decode(body)));
  } catch {
    const { setting } = operatorKeys[name];
    const { host } = new URL(tokenUrl);
    throw new ReadError(`The server ${host} gave no token for this key. Check ${setting}.`);
  }
}
