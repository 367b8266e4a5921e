import { setMaxListeners } from 'node:events';
import { Events, type Client } from 'discord.js';
import { handleInteraction } from '../../commands/dispatch.ts';
import { commandBodies } from '../../commands/index.ts';
import { errorText } from '../core/errors.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Fetcher } from '../core/ports/fetcher.ts';
import type { Log } from '../core/ports/log.ts';
import { secondMs } from '../core/time/duration.ts';
import {
  createClient,
  permanentDisconnect,
  disconnect,
  login,
  type LoginError,
} from '../edge/discord/client.ts';
import { listenToGateway } from '../edge/discord/gateway-events.ts';
import { discordPort } from '../edge/discord/port.ts';
import { registerCommands } from '../edge/discord/register.ts';
import { createFetcher } from '../edge/http/fetcher.ts';
import { openStore } from '../edge/store/open.ts';
import {
  onMessagesDeleted,
  onThreadChanged,
  reconcileThreads,
  onPermissionsChanged,
  onThreadDeleted,
} from '../newsroom/discussions/discord-events.ts';
import type { Ports } from '../newsroom/ports.ts';
import { runSchedule } from './schedule.ts';
import { createParserPool } from './parser-pool.ts';
import { syncDeclaredFeeds } from '../newsroom/subscriptions/declared-feeds.ts';
import { type WantedFeed } from '../newsroom/subscriptions/subscribe.ts';

const loginTimeoutMs = 30 * secondMs;
/** How long running work may take to finish when the bot stops. */
const stopTimeoutMs = 10 * secondMs;
const disconnectTimeoutMs = 5 * secondMs;
/** For one document. */
const parseTimeoutMs = 30 * secondMs;

export interface BotOptions {
  token: string;
  /** Without its version: "https://discord.com/api". */
  apiUrl: string;
  storeUrl: string;
  userAgent: string;
  /** Ranges of addresses that may be fetched from though they are refused by default. */
  allow: readonly string[];
  /** An upper limit for each fetch; `null` for each fetch's own time-out. */
  fetchTimeoutMs: number | null;
  feeds: readonly WantedFeed[];
  clock: Clock;
  log: Log;
}

export interface Bot {
  ports: Ports;
  client: Client<true>;
  /** Starts the schedule. Until then the bot only answers events. */
  work(): void;
  /** Resolves when Discord disconnects the bot permanently. Then it must be stopped. */
  dismissed: Promise<LoginError>;
  /** Starts no new work, waits for running work, then closes the gateway and the store. */
  stop(): Promise<void>;
}

/**
 * Connects the rooms and logs in.
 * @throws LoginError, StoreError with a message for the operator
 */
export async function connectBot(options: BotOptions): Promise<Bot> {
  const { clock, log } = options;
  const store = await openStore({ url: options.storeUrl, now: () => clock.now(), log });
  const fetcher = createFetcher({
    userAgent: options.userAgent,
    allow: options.allow,
    log,
    now: () => clock.now(),
  });
  const mostMs = options.fetchTimeoutMs ?? Infinity;
  const fetch: Fetcher = (request, signal) =>
    fetcher({ ...request, timeoutMs: Math.min(request.timeoutMs, mostMs) }, signal);
  const client = createClient(options.apiUrl, log);
  const stopping = new AbortController();
  const abort = new AbortController();
  // Each worker adds listeners to both and removes them again.
  setMaxListeners(0, stopping.signal, abort.signal);
  const read = createParserPool(parseTimeoutMs);
  const ports: Ports = {
    store,
    fetch,
    read,
    clock,
    log,
    discord: discordPort(client),
  };
  const failed = (error: unknown) => log.error({ error: errorText(error) }, 'observer.failed');
  listenToGateway(client, observer(ports, abort.signal), failed);
  client.on(Events.InteractionCreate, (interaction) => {
    void handleInteraction(interaction, { ports, log, signal: abort.signal });
  });

  let working: Promise<unknown> = Promise.resolve();
  const stop = async () => {
    stopping.abort();
    const deadline = AbortSignal.timeout(stopTimeoutMs);
    deadline.addEventListener('abort', () => abort.abort());
    await working;
    abort.abort();
    await disconnect(client, disconnectTimeoutMs);
    await fetcher.close();
    await read.close();
    await store.close();
  };

  const disconnected = permanentDisconnect(client);
  const refused = disconnected.then((error) => Promise.reject(error));
  const loginAndRegister = async (): Promise<Client<true>> => {
    await login(client, options.token, options.apiUrl, loginTimeoutMs);
    if (!client.isReady())
      throw new Error(
        'The connection to Discord was lost during the start. Start Wirethread again.',
      );
    await registerCommands(client, commandBodies, store.texts, log);
    return client;
  };
  let ready: Client<true>;
  try {
    await syncDeclaredFeeds(ports, options.feeds);
    ready = await Promise.race([refused, loginAndRegister()]);
  } catch (error) {
    await stop();
    throw error;
  }
  log.info({ guilds: client.guilds.cache.size }, 'bot.ready');
  const guildIds = () => [...client.guilds.cache.keys()];
  const stopSignals = { stopping: stopping.signal, signal: abort.signal };
  const work = () => {
    const reconciled = reconcileThreads(ports, stopping.signal).catch(failed);
    working = Promise.all([reconciled, runSchedule(ports, guildIds, stopSignals)]);
  };
  return { ports, client: ready, work, dismissed: disconnected, stop };
}

function observer(ports: Ports, signal: AbortSignal): Parameters<typeof listenToGateway>[1] {
  return {
    onThreadChanged: (threadId, state) => onThreadChanged(ports, threadId, state, signal),
    onThreadDeleted: (threadId) => onThreadDeleted(ports, threadId, signal),
    onMessagesDeleted: (ids) => onMessagesDeleted(ports, ids),
    onPermissionsChanged: (guildId) => onPermissionsChanged(ports, guildId),
  };
}
