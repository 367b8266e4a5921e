import {
  Client,
  Events,
  GatewayIntentBits,
  Options,
  type RateLimitData,
  RESTEvents,
  type RESTOptions,
} from 'discord.js';
import { errorText } from '../../core/errors.ts';
import type { Clock } from '../../core/ports/clock.ts';
import { type Shards, shareOf } from '../../core/shards.ts';
import type { Log } from '../../core/ports/log.ts';
import { secondMs } from '../../core/time/duration.ts';
import { gatewayConnection } from './gateway-connection.ts';
import { withRepeats } from './repeats.ts';
import { requestWithFiles } from './uploads.ts';

/** Rate limits that last longer are refused, so that another channel is served meanwhile. */
const longestWaitMs = 2_000;

function waitsTooLong(
  { route, majorParameter, retryAfter, timeToReset }: RateLimitData,
  applicationId: string | undefined,
): boolean {
  // Answers to interactions have the application's id in place of a webhook's.
  const isWebhook =
    route.startsWith('/webhooks/') && !majorParameter.startsWith(`${applicationId ?? ''}/`);
  const isRefused = route.startsWith('/channels/') || isWebhook;
  return isRefused && Math.max(retryAfter, timeToReset) > longestWaitMs;
}

/** Has the log know each answer. */
function noted(send: RESTOptions['makeRequest'], log: Log): RESTOptions['makeRequest'] {
  return async (url, init) => {
    const answer = await send(url, init);
    log.debug({ status: answer.status }, 'discord.answered');
    return answer;
  };
}

/** What Discord allows a bot in all, over all of its processes. */
const botRequestsPerSecond = 50;

export interface ClientOptions {
  /** The servers of this process; all for `null`. */
  shards?: Shards | null;
  /** Asks for the Message Content intent. */
  readsMemberMessages?: boolean;
}

/**
 * A discord.js client that caches only what permissions are computed from.
 * `apiUrl` is the address without its version ("https://discord.com/api").
 */
export function createClient(
  apiUrl: string,
  clock: Clock,
  log: Log,
  { shards = null, readsMemberMessages = false }: ClientOptions = {},
): Client {
  const client: Client = new Client({
    ...(shards && { shards: [...shards.ids], shardCount: shards.count }),
    ws: gatewayConnection(() => client, clock, log),
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      // Privileged: the operator asks for it.
      ...(readsMemberMessages ? [GatewayIntentBits.MessageContent] : []),
    ],
    allowedMentions: { parse: [] },
    rest: {
      api: apiUrl,
      userAgentAppendix: 'Wirethread',
      globalRequestsPerSecond: shareOf(shards, botRequestsPerSecond),
      rejectOnRateLimit: (limit) => waitsTooLong(limit, client.application?.id),
      // It would repeat whatever failed, also what had acted.
      retries: 0,
      makeRequest: withRepeats(noted(requestWithFiles, log), clock),
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
  client.rest.on(RESTEvents.RateLimited, ({ timeToReset, retryAfter, global }) =>
    log.debug({ waitMs: Math.max(timeToReset, retryAfter), global }, 'discord.rate-limited'),
  );
  client.on(Events.ShardResume, () => log.info({}, 'discord.resumed'));
  return client;
}

/** An unresponsive peer can take 30 s. */
const disconnectTimeoutMs = 1.5 * secondMs;

/** Closes the gateway connection; waits at most 1.5 s. */
export async function disconnect(client: Client): Promise<void> {
  for (const shard of client.ws.shards.values()) shard.removeAllListeners('close');
  const deadline = AbortSignal.timeout(disconnectTimeoutMs);
  await Promise.race([
    client.destroy(),
    new Promise<void>((resolve) => deadline.addEventListener('abort', () => resolve())),
  ]);
}
