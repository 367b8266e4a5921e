import { Client, Events, GatewayIntentBits, Options, type RateLimitData } from 'discord.js';
import { errorText } from '../../core/errors.ts';
import type { Log } from '../../core/ports.ts';

/** Longer waits for a rate limit are refused: whoever waits could serve another channel meanwhile. */
const longestWaitMs = 2_000;

function waitsTooLong({ route, retryAfter, timeToReset }: RateLimitData): boolean {
  return route.startsWith('/channels/') && Math.max(retryAfter, timeToReset) > longestWaitMs;
}

/** A login that cannot succeed: the message says what is wrong and what to do. */
export class LoginError extends Error {
  override readonly name = 'LoginError';
}

/**
 * A discord.js client that keeps in memory only what permissions are computed from.
 * `apiUrl` is the address without its version ("https://discord.com/api").
 */
export function createClient(apiUrl: string, log: Log): Client {
  const client: Client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    allowedMentions: { parse: [] },
    rest: { api: apiUrl, userAgentAppendix: 'Wirethread', rejectOnRateLimit: waitsTooLong },
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
 * Logs in and waits until every guild is there, at most `timeoutMs`.
 * @throws LoginError with words for the operator: wrong token, server not there.
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
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'TokenInvalid' || /401|4004|invalid token|Unauthorized/i.test(errorText(error))) {
    return 'Discord does not accept DISCORD_TOKEN. Copy the token anew from the Bot page of https://discord.com/developers/applications.';
  }
  if (
    code === 'ECONNREFUSED' ||
    code === 'ENOTFOUND' ||
    /ECONNREFUSED|ENOTFOUND|fetch failed/.test(errorText(error))
  ) {
    return `${apiUrl} cannot be reached. Check the network and DISCORD_API_URL.`;
  }
  return `Logging in to ${apiUrl} failed: ${errorText(error)}`;
}

/** Leaves the gateway; waits at most `deadlineMs`, since an unresponsive peer can hold it for 30 s. */
export async function leave(client: Client, deadlineMs: number): Promise<void> {
  const deadline = AbortSignal.timeout(deadlineMs);
  await Promise.race([
    client.destroy(),
    new Promise<void>((resolve) => deadline.addEventListener('abort', () => resolve())),
  ]);
}
