import { setMaxListeners } from 'node:events';
import { Events, type Client } from 'discord.js';
import { handleInteraction } from '../../commands/dispatch.ts';
import { commandBodies } from '../../commands/index.ts';
import { welcomeServers } from '../../commands/welcome.ts';
import { DiscordRefusal, errorText } from '../core/errors.ts';
import type { Clock } from '../core/ports/clock.ts';
import { isFirst, processesOf, type Shards } from '../core/shards.ts';
import type { Fetcher } from '../core/ports/fetcher.ts';
import type { Log } from '../core/ports/log.ts';
import { secondMs, type UnixMs } from '../core/time/duration.ts';
import { createClient, disconnect } from '../edge/discord/client.ts';
import { inviteLink } from '../edge/discord/invite.ts';
import { listenToGateway } from '../edge/discord/gateway-events.ts';
import { loggedIn, type LoginError } from '../edge/discord/login.ts';
import { discordPort } from '../edge/discord/port.ts';
import { registerCommands } from '../edge/discord/register.ts';
import type { ListenAddress } from '../edge/http/listening.ts';
import { createMetrics, type Metrics } from '../edge/metrics/metrics.ts';
import { ownAddress, serveStatus } from './status.ts';
import { createFetcher } from '../edge/http/fetcher.ts';
import { openStore } from '../edge/store/open.ts';
import { clockAhead } from '../edge/system/clock.ts';
import { keepTrying } from '../edge/system/keep-trying.ts';
import { within } from '../edge/system/within.ts';
import { pictures } from '../edge/pictures/draw.ts';
import type { Parsers } from '../newsroom/parsers.ts';
import type { Ports } from '../newsroom/ports.ts';
import type { OperatorKeys } from '../sources/index.ts';
import { gatewayListener } from './gateway-listener.ts';
import { type HubOptions, listenToHubs } from './hub-callbacks.ts';
import { keepReconciled } from './reconcile.ts';
import { runSchedule } from './schedule.ts';
import { syncDeclaredFeeds } from '../newsroom/subscriptions/declared-feeds.ts';
import { type WantedFeed } from '../newsroom/subscriptions/subscribe.ts';

// Docker kills ten seconds after it asked a container to stop: all of it takes less.
/** How long running work may take to finish when the bot stops. */
const finishMs = 6 * secondMs;
/** How long it may take to end once it is aborted, and then the store and the servers to close. */
const closeMs = secondMs;

export interface BotOptions {
  token: string;
  /** Without its version: "https://discord.com/api". */
  apiUrl: string;
  storeUrl: string;
  /** Of 32 bytes, the newest first: passwords of feeds are encrypted with it in the database. */
  storeKeys?: readonly Uint8Array[];
  userAgent: string;
  /** Ranges of addresses that may be fetched from though they are refused by default. */
  allow: readonly string[];
  /** Addresses that the operator typed: of those on this machine, host and port may be fetched from. */
  typed?: readonly string[];
  /** An upper limit for each fetch; `null` for each fetch's own time-out. */
  fetchTimeoutMs: number | null;
  feeds: readonly WantedFeed[];
  /** Where hubs reach this bot, and where it listens for them; `null` without. */
  hubs?: HubOptions | null;
  /** Where the operator's programs ask how the bot is; `null` without. */
  statusListen?: ListenAddress | null;
  /** Keys of comment systems. */
  keys?: OperatorKeys;
  /** Asks for the Message Content intent: rules look at members' messages too. */
  readsMemberMessages?: boolean;
  /** How long discussions and stories that are over stay stored. */
  retentionMs: number;
  /** Belong to the caller, who closes them after the bot. */
  parsers: Parsers;
  clock: Clock;
  /** The servers that this process serves; all when missing. */
  shards?: Shards | null;
  /** Processes on several machines that share a database go by its clock. */
  usesDatabaseClock?: boolean;
  log: Log;
}

export interface Bot {
  ports: Ports;
  client: Client<true>;
  /**
   * Starts the schedule. Until then the bot only answers events. `onAwake` hears how many workers do
   * something, or ask for something to do.
   */
  startSchedule(onAwake?: (count: number) => void): void;
  /** Resolves when Discord disconnects the bot permanently. Then call `stop`. */
  disconnected: Promise<LoginError>;
  /** Starts no new work, waits for running work, then closes the gateway and the store: within 10 s. */
  stop(): Promise<void>;
}

/**
 * Opens the store, logs in and registers the commands. Waits without a limit for a Discord that is
 * away; the log says so.
 * @throws LoginError, StoreError with a message for the operator
 */
export async function connectBot(given: BotOptions): Promise<Bot> {
  const metrics = given.statusListen ? createMetrics() : null;
  const options = metrics ? { ...given, log: metrics.counted(given.log) } : given;
  const { apiUrl, clock, log, shards = null, readsMemberMessages = false } = options;
  const world = await openWorld(options);
  const status = await statusOf(world, options, metrics);
  const stopping = new AbortController();
  const abort = new AbortController();
  // Each worker adds listeners to both and removes them again.
  setMaxListeners(0, stopping.signal, abort.signal);
  const failed = (error: unknown) => log.error({ error: errorText(error) }, 'observer.failed');
  const newClient = () => {
    const client = createClient(apiUrl, clock, log, { shards, readsMemberMessages });
    status.client = client;
    const ports: Ports = { ...world.ports, discord: discordPort(client) };
    listenToGateway(client, gatewayListener(ports, abort.signal), failed);
    const context = { ports, log, signal: abort.signal };
    client.on(Events.InteractionCreate, (interaction) => {
      void handleInteraction(interaction, context);
    });
    welcomeServers(client, context);
    return { client, ports };
  };

  const { client, ports, disconnected } = await connected(
    world,
    options,
    newClient,
    stopping.signal,
  );
  const running: Promise<unknown>[] = [];
  let reconciled = async () => {};
  const startSchedule: Bot['startSchedule'] = (onAwake = () => {}) => {
    const guildIds = () => [...client.guilds.cache.keys()];
    reconciled = keepReconciled(client, ports, failed, stopping.signal);
    const stopSignals = { stopping: stopping.signal, signal: abort.signal };
    const expiry = { guildIds, retentionMs: options.retentionMs };
    let awake = 0;
    const schedule = runSchedule(ports, expiry, stopSignals, {
      asked: () => void (status.askedAt = clock.now()),
      awake: (change) => onAwake((awake += change)),
    });
    running.push(schedule);
  };
  const stop = async () => {
    stopping.abort();
    const ended = Promise.all([...running, reconciled()]);
    if (!(await within(finishMs, ended))) {
      log.warn({ remedy: 'Nothing: the next start does what is left.' }, 'bot.aborts');
    }
    abort.abort();
    await within(closeMs, ended);
    await disconnect(client);
    await within(closeMs, world.close());
  };
  try {
    if (isFirst(shards)) {
      const { registered } = await keepRegistering(client, ports, stopping.signal);
      running.push(
        registered.catch((error: unknown) => {
          if (!stopping.signal.aborted) failed(error);
        }),
      );
    }
  } catch (error) {
    await stop();
    throw error;
  }
  const guilds = client.guilds.cache.size;
  log.info({ guilds }, 'bot.ready');
  if (guilds === 0) log.warn({ invite: inviteLink(client) }, 'bot.in-no-server');
  return { ports, client, startSchedule, disconnected, stop };
}

interface World {
  ports: Omit<Ports, 'discord'>;
  close: () => Promise<void>;
}

/** What the status server tells. It serves from before the login, which may wait for Discord. */
async function statusOf(
  world: World,
  { statusListen, shards = null, clock, log }: BotOptions,
  metrics: Metrics | null,
): Promise<{ client: Client | null; askedAt: UnixMs | null }> {
  const status: { client: Client | null; askedAt: UnixMs | null } = { client: null, askedAt: null };
  if (!statusListen || !metrics) return status;
  try {
    const server = await serveStatus({
      listen: ownAddress(statusListen, shards),
      store: world.ports.store,
      client: () => status.client,
      askedAt: () => status.askedAt,
      metrics,
      clock,
      log,
    });
    const { close } = world;
    world.close = async () => {
      await server.close();
      await close();
    };
  } catch (error) {
    await world.close();
    throw error;
  }
  return status;
}

/** The newsroom's ports to the real store and HTTP. */
async function openWorld(options: BotOptions): Promise<World> {
  const { log, userAgent, allow, typed = [], parsers, shards = null } = options;
  let clock = options.clock;
  const now = () => clock.now();
  const store = await openStore({
    url: options.storeUrl,
    keys: options.storeKeys ?? [],
    now,
    log,
    shards,
  });
  if (options.usesDatabaseClock) clock = clockAhead(clock, store.aheadMs());
  const takeTurn = shards === null ? null : store.takeTurn;
  const fetcher = createFetcher({ userAgent, allow, typed, takeTurn, log, now });
  const maxTimeoutMs = options.fetchTimeoutMs ?? Infinity;
  const fetch: Fetcher = (request, signal) =>
    fetcher({ ...request, timeoutMs: Math.min(request.timeoutMs, maxTimeoutMs) }, signal);
  const publicUrl = options.hubs?.publicUrl ?? null;
  const ports = {
    store,
    fetch,
    publicUrl,
    keys: options.keys ?? {},
    processes: processesOf(shards),
    readsMemberMessages: options.readsMemberMessages ?? false,
    parsers,
    pictures: pictures(log),
    clock,
    log,
  };
  const closeStore = async () => {
    await fetcher.close();
    await store.close();
  };
  try {
    const hubs = isFirst(shards) ? options.hubs : null;
    const hubServer = hubs && (await listenToHubs(ports, hubs));
    const close = async () => {
      await hubServer?.close();
      await closeStore();
    };
    return { ports, close };
  } catch (error) {
    await closeStore();
    throw error;
  }
}

async function connected(
  world: World,
  options: BotOptions,
  newClient: () => { client: Client; ports: Ports },
  signal: AbortSignal,
) {
  try {
    if (isFirst(options.shards ?? null)) await syncDeclaredFeeds(world.ports, options.feeds);
    return await loggedIn(newClient, options, signal);
  } catch (error) {
    await world.close();
    throw error;
  }
}

/**
 * Registers the commands. When Discord fails, the bot begins without (those registered before still
 * work) and `registered` tries again until it succeeds.
 */
async function keepRegistering(
  client: Client<true>,
  { store, clock, log }: Ports,
  signal: AbortSignal,
): Promise<{ registered: Promise<void> }> {
  let onFirstFailure: () => void = () => {};
  const failedOnce = new Promise<void>((resolve) => (onFirstFailure = resolve));
  const registered = keepTrying(
    () => registerCommands(client, commandBodies, store.texts, log, signal),
    {
      clock,
      isPassing: (error) => error instanceof DiscordRefusal && error.kind === 'passing',
      onFailure: (error, pauseMs) => {
        log.warn({ error: errorText(error), againInMs: pauseMs }, 'commands.not-registered');
        onFirstFailure();
      },
    },
    signal,
  );
  await Promise.race([registered, failedOnce]);
  return { registered };
}
