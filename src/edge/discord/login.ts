import { type Client, Events, GatewayCloseCodes, RESTEvents } from 'discord.js';
import { errorText } from '../../core/errors.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Log } from '../../core/ports/log.ts';
import { keepTrying } from '../system/keep-trying.ts';
import { disconnect } from './client.ts';

/** A login that failed: the message says what is wrong and what to do. */
export class LoginError extends Error {
  override readonly name = 'LoginError';
  /** True for trouble that may end by itself: no connection, 5xx, too many sessions today. */
  readonly isPassing: boolean;
  constructor(message: string, facts: { isPassing: boolean; cause?: unknown }) {
    super(message, { cause: facts.cause });
    this.isPassing = facts.isPassing;
  }
}

/**
 * Resolves once the connection has ended permanently: the token is no longer accepted, or the gateway
 * closed with a code that forbids reconnecting. Lost connections and restarts do not count.
 */
export function permanentDisconnect(client: Client): Promise<LoginError> {
  return new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      const message = finalCloses.get(code);
      if (message) resolve(new LoginError(message, { isPassing: false }));
    });
    client.rest.on(RESTEvents.Response, ({ data }, { status }) => {
      if (status !== 401 || data.auth === false) return;
      resolve(new LoginError(refusedToken, { isPassing: false }));
    });
  });
}

const tokenPage = 'https://discord.com/developers/applications';
export const refusedToken = `Discord does not accept DISCORD_TOKEN. Copy the token again from the Bot page of ${tokenPage}.`;

const shardingRequired =
  'This bot is in too many servers for one connection to Discord, and Wirethread cannot use several. Remove it from some servers.';
const gatewayRefused = `Discord refuses what this version asks of its gateway. Update Wirethread, and look at the application's Bot page on ${tokenPage}.`;

const contentRefused = `Discord refuses the Message Content intent, which READ_MEMBER_MESSAGES asks for. Turn it on at ${tokenPage}: choose the application, then Bot, Message Content Intent. Or set READ_MEMBER_MESSAGES to false: then rules do not look at members' messages.`;

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const finalCloses: ReadonlyMap<number, string> = new Map([
  [GatewayCloseCodes.AuthenticationFailed, refusedToken],
  [GatewayCloseCodes.InvalidShard, shardingRequired],
  [GatewayCloseCodes.ShardingRequired, shardingRequired],
  [GatewayCloseCodes.InvalidAPIVersion, gatewayRefused],
  [GatewayCloseCodes.InvalidIntents, gatewayRefused],
  [GatewayCloseCodes.DisallowedIntents, contentRefused],
]);

export interface Login {
  token: string;
  /** Without its version: "https://discord.com/api". */
  apiUrl: string;
  clock: Clock;
  log: Log;
}

/** A client that logged in, with what its maker made around it. */
export type LoggedIn<T> = T & { client: Client<true>; disconnected: Promise<LoginError> };

/**
 * Logs in and waits until every guild is available. What may pass is waited for without a limit, and
 * the log says each time what is wrong: a Discord that cannot be reached (also by a wrong
 * DISCORD_API_URL, which looks the same as a network that is not up yet), 5xx, a gateway that
 * closes before it is ready. discord.js destroys a client whose login failed, so each attempt gets
 * its own from `make`.
 * @throws LoginError when waiting cannot help: wrong token, forbidden intents, no Discord at that address
 */
export function loggedIn<T extends { client: Client }>(
  make: () => T,
  login: Login,
  signal: AbortSignal,
): Promise<LoggedIn<T>> {
  const { clock, log } = login;
  return keepTrying(
    () => attempt(make(), login),
    {
      clock,
      isPassing: (error) => error instanceof LoginError && error.isPassing,
      onFailure: (error, pauseMs) =>
        log.warn({ error: errorText(error), againInMs: pauseMs }, 'discord.login-failed'),
    },
    signal,
  );
}

async function attempt<T extends { client: Client }>(
  made: T,
  { token, apiUrl }: Login,
): Promise<LoggedIn<T>> {
  const { client } = made;
  const disconnected = permanentDisconnect(client);
  const ready = new Promise<Client<true>>((resolve) => {
    client.once(Events.ClientReady, resolve);
  });
  const refused = disconnected.then((error) => Promise.reject(error));
  // Resolves at the first connection; the client is ready a little later.
  const connected = client.login(token).then(() => ready);
  try {
    return { ...made, client: await Promise.race([refused, connected]), disconnected };
  } catch (error) {
    await disconnect(client);
    throw error instanceof LoginError ? error : loginError(error, apiUrl);
  }
}

export function loginError(cause: unknown, apiUrl: string): LoginError {
  const { code, status } = facts(cause);
  const passing = (message: string) => new LoginError(message, { isPassing: true, cause });
  const lasting = (message: string) => new LoginError(message, { isPassing: false, cause });
  if (code === 'TokenInvalid' || status === 401) return lasting(refusedToken);
  if (status !== null && status >= 500) {
    return passing(`${apiUrl} has a server error (${status}). See https://discordstatus.com.`);
  }
  const strange = cause instanceof TypeError || cause instanceof SyntaxError;
  if (status !== null || (strange && code === null)) {
    return lasting(
      `${apiUrl} does not answer like Discord${status === null ? '' : ` (${status})`}. DISCORD_API_URL should be an address such as "https://discord.com/api", without a version.`,
    );
  }
  if (cause instanceof Error && cause.name === 'AbortError') {
    return passing(`${apiUrl} did not answer in time. Check the network and DISCORD_API_URL.`);
  }
  // Node's error codes are in upper case; discord.js's are in PascalCase.
  if (code !== null && /^[A-Z\d_]+$/.test(code)) {
    return passing(`${apiUrl} cannot be reached (${code}). Check the network and DISCORD_API_URL.`);
  }
  return passing(`Logging in to ${apiUrl} failed: ${errorText(cause)}`);
}

/** The code and status of an error, or of the nearest cause that has one. */
function facts(error: unknown): { code: string | null; status: number | null } {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const status = 'status' in at && typeof at.status === 'number' ? at.status : null;
    const code = 'code' in at ? String(at.code) : null;
    if (status !== null || code !== null) return { code, status };
  }
  return { code: null, status: null };
}
