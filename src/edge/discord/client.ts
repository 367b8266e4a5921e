import {
  Client,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  Options,
  type RateLimitData,
  RESTEvents,
} from 'discord.js';
import { errorText } from '../../core/errors.ts';
import type { Log } from '../../core/ports/log.ts';
import { requestWithFiles } from './uploads.ts';

/** Rate limits that last longer are refused, so that another channel is served meanwhile. */
const longestWaitMs = 2_000;

function waitsTooLong({ route, retryAfter, timeToReset }: RateLimitData): boolean {
  return route.startsWith('/channels/') && Math.max(retryAfter, timeToReset) > longestWaitMs;
}

/** A login that cannot succeed: the message says what is wrong and what to do. */
export class LoginError extends Error {
  override readonly name = 'LoginError';
}

/**
 * A discord.js client that caches only what permissions are computed from.
 * `apiUrl` is the address without its version ("https://discord.com/api").
 */
export function createClient(apiUrl: string, log: Log): Client {
  const client: Client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    allowedMentions: { parse: [] },
    rest: {
      api: apiUrl,
      userAgentAppendix: 'Wirethread',
      rejectOnRateLimit: waitsTooLong,
      makeRequest: requestWithFiles,
    },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === client.user?.id },
    }),
  });
  client.on(Events.Error, (error) => log.error({ error: errorText(error) }, 'discord.error'));
  client.on(Events.Warn, (message) => log.warn({ message }, 'discord.warning'));
  client.on(Events.ShardDisconnect, (event) =>
    log.warn({ code: event.code }, 'discord.disconnected'),
  );
  client.on(Events.ShardResume, () => log.info({}, 'discord.resumed'));
  return client;
}

/**
 * Resolves once the connection has ended permanently: the token is no longer accepted, or the gateway
 * closed with a code that forbids reconnecting. Lost connections and restarts do not count.
 */
export function permanentDisconnect(client: Client): Promise<LoginError> {
  return new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      const message = finalCloses.get(code);
      if (message) resolve(new LoginError(message));
    });
    client.rest.on(RESTEvents.Response, ({ data }, { status }) => {
      if (status === 401 && data.auth !== false) resolve(new LoginError(refusedToken));
    });
  });
}

const tokenPage = 'https://discord.com/developers/applications';
const refusedToken = `Discord does not accept DISCORD_TOKEN. Copy the token again from the Bot page of ${tokenPage}.`;

const shardingRequired =
  'This bot is in too many servers for one connection to Discord, and Wirethread cannot use several. Remove it from some servers.';
const gatewayRefused = `Discord refuses what this version asks of its gateway. Update Wirethread, and look at the application's Bot page on ${tokenPage}.`;

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const finalCloses: ReadonlyMap<number, string> = new Map([
  [GatewayCloseCodes.AuthenticationFailed, refusedToken],
  [GatewayCloseCodes.InvalidShard, shardingRequired],
  [GatewayCloseCodes.ShardingRequired, shardingRequired],
  [GatewayCloseCodes.InvalidAPIVersion, gatewayRefused],
  [GatewayCloseCodes.InvalidIntents, gatewayRefused],
  [GatewayCloseCodes.DisallowedIntents, gatewayRefused],
]);

/**
 * Logs in and waits until every guild is available, at most `timeoutMs`.
 * @throws LoginError with a message for the operator: wrong token, no answer
 */
export async function login(
  client: Client,
  token: string,
  apiUrl: string,
  timeoutMs: number,
): Promise<void> {
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  const timeout = AbortSignal.timeout(timeoutMs);
  const late = new Promise<never>((_, reject) =>
    timeout.addEventListener('abort', () =>
      reject(
        new LoginError(
          `${apiUrl} did not answer within ${timeoutMs / 1000} s. Check the network and DISCORD_API_URL.`,
        ),
      ),
    ),
  );
  try {
    await Promise.race([client.login(token).then(() => ready), late]);
  } catch (error) {
    if (error instanceof LoginError) throw error;
    throw new LoginError(loginAdvice(error, apiUrl), { cause: error });
  }
}

function loginAdvice(error: unknown, apiUrl: string): string {
  const { code, status } = facts(error);
  if (code === 'TokenInvalid' || status === 401) return refusedToken;
  if (status !== null && status >= 500) {
    return `${apiUrl} has a server error (${status}). Try again later, and see https://discordstatus.com.`;
  }
  const strange = error instanceof TypeError || error instanceof SyntaxError;
  if (status !== null || (strange && code === null)) {
    return `${apiUrl} does not answer like Discord${status === null ? '' : ` (${status})`}. DISCORD_API_URL should be an address such as "https://discord.com/api", without a version.`;
  }
  // Node's error codes are in upper case; discord.js's are in PascalCase.
  if (code !== null && /^[A-Z\d_]+$/.test(code)) {
    return `${apiUrl} cannot be reached (${code}). Check the network and DISCORD_API_URL.`;
  }
  return `Logging in to ${apiUrl} failed: ${errorText(error)}`;
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

/** Closes the gateway connection; waits at most `deadlineMs`, because an unresponsive peer can take 30 s. */
export async function disconnect(client: Client, deadlineMs: number): Promise<void> {
  const deadline = AbortSignal.timeout(deadlineMs);
  await Promise.race([
    client.destroy(),
    new Promise<void>((resolve) => deadline.addEventListener('abort', () => resolve())),
  ]);
}
