import { listenAddress, storeKeys } from './checks.ts';
import { parseArguments } from './arguments.ts';
import { type ConfiguredFeed, configuredFeed, contradictions } from './configured-feed.ts';
import { dayMs } from '../src/core/time/duration.ts';
import type { OperatorKeys } from '../src/sources/index.ts';
import { ConfigError } from './errors.ts';
import { keyProblems, operatorKeysOf } from './keys.ts';
import { syntaxErrorPlace } from './json-syntax.ts';
import { problemLines, tokenPath } from './problems.ts';
import { ConfigEnvironment, ConfigFile } from './schema.ts';
import { type ConfiguredShards, shardProblems, shardsOf } from './shards.ts';

export interface Config {
  /** `null` if DISCORD_TOKEN is not set: then the preview starts. */
  discordToken: string | null;
  discordApiUrl: string;
  dataDir: string;
  /** "sqlite:" and the path of a file, or the address of a PostgreSQL database. */
  storeUrl: string;
  /** Keys of 32 bytes, the newest first: with them passwords of feeds are encrypted. Secrets. */
  storeKeys: Uint8Array[];
  /** How long discussions and stories that are over stay stored. */
  retentionMs: number;
  /** Where hubs reach the bot; `null` without a public address. */
  hubs: { publicUrl: string; listen: { host: string; port: number } } | null;
  /** Where /healthz, /readyz and /metrics are served; `null`: nowhere. */
  statusListen: { host: string; port: number } | null;
  /** Rules look at members' messages too: asks Discord for the Message Content intent. */
  readMemberMessages: boolean;
  /** Keys of comment systems, from the environment only. */
  keys: OperatorKeys;
  /** Which servers this process serves; `null` for all. */
  shards: ConfiguredShards | null;
  logLevel: NonNullable<ConfigFile['logLevel']>;
  /** The port of the preview; `null` without --port. */
  port: number | null;
  /** The feeds that the preview shows instead of the demo. */
  previewFeeds: string[];
  network: {
    allow: string[];
    userAgentContact: string | null;
    /** For a whole fetch; `null` uses the default of each kind of request. */
    timeoutMs: number | null;
  };
  feeds: ConfiguredFeed[];
}

export interface ConfigInput {
  /** `process.argv.slice(2)` */
  argv: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  readFile: (path: string) => Promise<string>;
}

/** The file that is read without --config, if it exists. */
const usualFile = 'wirethread.json';

/**
 * The configuration from the command line, the environment and the file, in this order of
 * precedence. Throws `ConfigError` with all problems, one per line.
 */
export async function loadConfig(input: ConfigInput): Promise<Config> {
  const given = parseArguments(input.argv);
  const path = given.config ?? usualFile;
  const document = await readDocument(path, given.config !== null, input.readFile);
  const file = ConfigFile.safeParse(document);
  const named = Object.entries(input.env).filter(([, value]) => value?.trim());
  const environment = Object.fromEntries(named);
  const env = ConfigEnvironment.safeParse(environment);
  const problems = [
    ...(env.success ? keyProblems(env.data) : problemLines(env.error, environment)).map(
      (line) => `environment: ${line}`,
    ),
    ...(file.success
      ? contradictions(file.data.feeds ?? [], environment)
      : problemLines(file.error, document)
    ).map((line) => `${path}: ${line}`),
  ];
  if (env.success && env.data.DISCORD_TOKEN && given.feeds.length > 0) {
    problems.push(
      '--feed is for the preview, which DISCORD_TOKEN turns off: leave one of them out, or use /feed add in your server',
    );
  }
  if (problems.length > 0 || !file.success || !env.success) throw new ConfigError(problems);
  const dataDir = given.data ?? env.data.DATA_DIR ?? file.data.dataDir ?? './wirethread-data';
  const storeUrl =
    env.data.STORE_URL ??
    file.data.storeUrl ??
    `sqlite:${dataDir.replace(/\/$/, '')}/wirethread.db`;
  const wrongShards = shardProblems(env.data, storeUrl).map((line) => `environment: ${line}`);
  if (wrongShards.length > 0) throw new ConfigError(wrongShards);
  const apiUrl = env.data.DISCORD_API_URL ?? file.data.discordApiUrl ?? 'https://discord.com/api';
  return {
    discordToken: env.data.DISCORD_TOKEN ?? null,
    discordApiUrl: apiUrl.replace(/\/$/, ''),
    dataDir,
    storeUrl,
    storeKeys: storeKeys(env.data.STORE_KEY ?? '') ?? [],
    retentionMs: env.data.RETENTION ?? file.data.retention ?? 90 * dayMs,
    hubs: hubsOf(env.data, file.data),
    statusListen: listenAddress(env.data.STATUS_LISTEN ?? file.data.statusListen ?? ''),
    readMemberMessages: env.data.READ_MEMBER_MESSAGES ?? file.data.readMemberMessages ?? false,
    keys: operatorKeysOf(env.data),
    shards: shardsOf(env.data),
    logLevel: env.data.LOG_LEVEL ?? file.data.logLevel ?? 'info',
    port: given.port,
    previewFeeds: given.feeds,
    network: {
      allow: file.data.network?.allow ?? [],
      userAgentContact: file.data.network?.userAgentContact ?? null,
      timeoutMs: file.data.network?.timeout ?? null,
    },
    feeds: (file.data.feeds ?? []).map((entry) => configuredFeed(entry, environment)),
  };
}

const usualListen = { host: '127.0.0.1', port: 8421 };

function hubsOf(env: ConfigEnvironment, file: ConfigFile): Config['hubs'] {
  const publicUrl = env.PUBLIC_URL ?? file.publicUrl;
  if (publicUrl === undefined) return null;
  const listen = listenAddress(env.PUBLIC_LISTEN ?? file.publicListen ?? '') ?? usualListen;
  return { publicUrl: publicUrl.replace(/\/+$/u, ''), listen };
}

async function readDocument(
  path: string,
  required: boolean,
  readFile: ConfigInput['readFile'],
): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path);
  } catch (thrown) {
    const absent = (thrown as { code?: unknown } | null)?.code === 'ENOENT';
    if (absent && !required) return {};
    const trouble = absent ? 'there is no such file' : 'the file cannot be read';
    throw new ConfigError([`${path}: ${trouble}; check the path given with --config`], thrown);
  }
  const document = parsedJson(path, text.replace(/^\uFEFF/, ''));
  const token = tokenPath(document);
  if (token !== null) {
    throw new ConfigError([
      `${path}: ${token} holds a token, which does not belong in a file that is copied and shared: put it into the environment as DISCORD_TOKEN (see .env.example), and if the file was shared, reset the token in Discord's Developer Portal`,
    ]);
  }
  return document;
}

function parsedJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ConfigError([
      `${path}: this is not JSON at ${syntaxErrorPlace(text)}: look there for a comma or quote that is missing or too many (JSON has no comments)`,
    ]);
  }
}
