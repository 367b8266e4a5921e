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
  startSchedule(): void;
  /** Resolves when Discord disconnects the bot permanently. Then call `stop`. */
  disconnected: Promise<LoginError>;
  /** Starts no new work, waits for running work, then closes the gateway and the store. */
  stop(): Promise<void>;
}

/**
 * Opens the store, logs in and registers the commands.
 * @throws LoginError, StoreError with a message for the operator
 */
export async function connectBot(options: BotOptions): Promise<Bot> {
  const { ports, client, close } = await openPorts(options);
  const { log } = ports;
  const stopping = new AbortController();
  const abort = new AbortController();
  // Each worker adds listeners to both and removes them again.
  setMaxListeners(0, stopping.signal, abort.signal);
  const failed = (error: unknown) => log.error({ error: errorText(error) }, 'observer.failed');
  listenToGateway(client, observer(ports, abort.signal), failed);
  client.on(Events.InteractionCreate, (interaction) => {
    void handleInteraction(interaction, { ports, log, signal: abort.signal });
  });

  let schedule: Promise<unknown> = Promise.resolve();
  const startSchedule = () => {
    const reconciled = reconcileThreads(ports, stopping.signal).catch(failed);
    const guildIds = () => [...client.guilds.cache.keys()];
    const stopSignals = { stopping: stopping.signal, signal: abort.signal };
    schedule = Promise.all([reconciled, runSchedule(ports, guildIds, stopSignals)]);
  };
  const stop = async () => {
    stopping.abort();
    const deadline = AbortSignal.timeout(stopTimeoutMs);
    deadline.addEventListener('abort', () => abort.abort());
    await schedule;
    abort.abort();
    await close();
  };

  const disconnected = permanentDisconnect(client);
  const refused = disconnected.then((error) => Promise.reject(error));
  try {
    await syncDeclaredFeeds(ports, options.feeds);
    const ready = await Promise.race([refused, loginAndRegister(client, ports, options)]);
    log.info({ guilds: ready.guilds.cache.size }, 'bot.ready');
    return { ports, client: ready, startSchedule, disconnected, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The newsroom's ports to the real store, HTTP, parsers and Discord, not yet logged in. */
async function openPorts(options: BotOptions) {
  const { clock, log, userAgent, allow } = options;
  const now = () => clock.now();
  const store = await openStore({ url: options.storeUrl, now, log });
  const fetcher = createFetcher({ userAgent, allow, log, now });
  const maxTimeoutMs = options.fetchTimeoutMs ?? Infinity;
  const fetch: Fetcher = (request, signal) =>
    fetcher({ ...request, timeoutMs: Math.min(request.timeoutMs, maxTimeoutMs) }, signal);
  const client = createClient(options.apiUrl, log);
  const parsers = createParserPool(parseTimeoutMs);
  const ports: Ports = { store, fetch, parsers, clock, log, discord: discordPort(client) };
  const close = async () => {
    await disconnect(client, disconnectTimeoutMs);
    await fetcher.close();
    await parsers.close();
    await store.close();
  };
  return { ports, client, close };
}

async function loginAndRegister(
  client: Client,
  { store, log }: Ports,
  { token, apiUrl }: BotOptions,
): Promise<Client<true>> {
  await login(client, token, apiUrl, loginTimeoutMs);
  if (!client.isReady()) {
    throw new Error('The connection to Discord was lost during the start. Start Wirethread again.');
  }
  await registerCommands(client, commandBodies, store.texts, log);
  return client;
}

function observer(ports: Ports, signal: AbortSignal): Parameters<typeof listenToGateway>[1] {
  return {
    onThreadChanged: (threadId, state) => onThreadChanged(ports, threadId, state, signal),
    onThreadDeleted: (threadId) => onThreadDeleted(ports, threadId, signal),
    onMessagesDeleted: (ids) => onMessagesDeleted(ports, ids),
    onPermissionsChanged: (guildId) => onPermissionsChanged(ports, guildId),
  };
}
