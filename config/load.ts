import { defaultSubscriptionSettings as defaults } from '../src/core/feed.ts';
import type { SubscriptionSettings } from '../src/core/feed.ts';
import type { Snowflake } from '../src/core/ids.ts';
import { secondMs } from '../src/core/time.ts';
import { parseArguments } from './arguments.ts';
import { ConfigError } from './errors.ts';
import { brokenPlace } from './json-place.ts';
import { problemLines, tokenPath } from './problems.ts';
import { ConfigEnvironment, ConfigFile } from './schema.ts';
import type { FeedEntry } from './schema.ts';

interface ConfiguredFeed {
  url: string;
  guildId: Snowflake;
  channelId: Snowflake;
  settings: SubscriptionSettings;
}

export interface Config {
  /** `null` when the environment has none: enough for --help, not for Discord. */
  discordToken: string | null;
  discordApiUrl: string;
  dataDir: string;
  /** "sqlite:<path>" or "postgres://…". */
  storeUrl: string;
  logLevel: NonNullable<ConfigFile['logLevel']>;
  /** The preview's, `null` when the command line names none. */
  port: number | null;
  /** For the preview to show instead of the demo's. */
  previewFeeds: string[];
  network: {
    allow: string[];
    userAgentContact: string | null;
    /** Over one whole fetch, `null` for each kind's own. */
    timeoutMs: number | null;
  };
  feeds: ConfiguredFeed[];
}

export interface ConfigInput {
  /** Without its first two words. */
  argv: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  readFile: (path: string) => Promise<string>;
}

/** Read when --config names no other; it may be absent. */
const usualFile = 'wirethread.json';

/**
 * The configuration from the command line, the environment and the file, in this order of
 * precedence. Throws `ConfigError` with everything that is wrong, a problem a line.
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
    ...(env.success ? [] : problemLines(env.error, environment)).map(
      (line) => `environment: ${line}`,
    ),
    ...(file.success ? contradictions(file.data) : problemLines(file.error, document)).map(
      (line) => `${path}: ${line}`,
    ),
  ];
  if (env.success && env.data.DISCORD_TOKEN && given.feeds.length > 0) {
    problems.push(
      '--feed is for the preview, which DISCORD_TOKEN turns off: leave one of them out, or use /feed add in your server',
    );
  }
  if (problems.length > 0 || !file.success || !env.success) throw new ConfigError(problems);
  const dataDir = given.data ?? env.data.DATA_DIR ?? file.data.dataDir ?? './wirethread-data';
  const apiUrl = env.data.DISCORD_API_URL ?? file.data.discordApiUrl ?? 'https://discord.com/api';
  return {
    discordToken: env.data.DISCORD_TOKEN ?? null,
    discordApiUrl: apiUrl.replace(/\/$/, ''),
    dataDir,
    storeUrl:
      env.data.STORE_URL ??
      file.data.storeUrl ??
      `sqlite:${dataDir.replace(/\/$/, '')}/wirethread.db`,
    logLevel: env.data.LOG_LEVEL ?? file.data.logLevel ?? 'info',
    port: given.port,
    previewFeeds: given.feeds,
    network: {
      allow: file.data.network?.allow ?? [],
      userAgentContact: file.data.network?.userAgentContact ?? null,
      timeoutMs: file.data.network?.timeout ?? null,
    },
    feeds: (file.data.feeds ?? []).map(configuredFeed),
  };
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
      `${path}: this is not JSON at ${brokenPlace(text)}: look there for a comma or quote that is missing or too many (JSON has no comments)`,
    ]);
  }
}

/** What each entry allows for itself but not together with the rest. */
function contradictions(file: ConfigFile): string[] {
  const seen = new Map<string, number>();
  return (file.feeds ?? []).flatMap((entry, index) => {
    const key = `feeds[${index}]`;
    const lines: string[] = [];
    const same = `${entry.channelId} ${entry.url}`;
    const earlier = seen.get(same);
    if (earlier === undefined) seen.set(same, index);
    else
      lines.push(`${key} repeats feeds[${earlier}], the same url in the same channel: remove one`);
    const { comments, commentPeriod, closingWarning } = entry;
    if (comments?.source === 'page-selectors' && !comments.selectors) {
      lines.push(
        `${key}.comments.selectors is missing: it should be there when source is "page-selectors", at least { "comment": "…" }`,
      );
    }
    if (entry.mentionRoleIds && entry.mentionRoleId !== undefined) {
      lines.push(`${key}.mentionRoleId repeats mentionRoleIds: put all roles into mentionRoleIds`);
    }
    const period = commentPeriod === undefined ? defaults.commentPeriodMs : commentPeriod;
    if (closingWarning !== undefined && period !== null && closingWarning >= period) {
      lines.push(`${key}.closingWarning is as long as the comment period: it should be shorter`);
    }
    return lines;
  });
}

function configuredFeed(entry: FeedEntry): ConfiguredFeed {
  const { comments = {} } = entry;
  const commentPeriodMs =
    entry.commentPeriod === undefined ? defaults.commentPeriodMs : entry.commentPeriod;
  return {
    url: entry.url,
    guildId: entry.guildId,
    channelId: entry.channelId,
    settings: {
      ...defaults,
      pollEveryMs: entry.pollEvery ?? defaults.pollEveryMs,
      firstRun: entry.firstRun ?? defaults.firstRun,
      mentionRoleIds: mentionedRoles(entry),
      comments: {
        mirror: comments.mirror ?? defaults.comments.mirror,
        source: comments.source ?? defaults.comments.source,
        selectors: comments.selectors ?? defaults.comments.selectors,
        openThread: comments.openThread ?? defaults.comments.openThread,
        pollEveryMs: comments.pollEvery ?? defaults.comments.pollEveryMs,
      },
      commentPeriodMs,
      closingWarningMs: entry.closingWarning ?? usualWarningMs(commentPeriodMs),
    },
  };
}

function mentionedRoles({ mentionRoleIds, mentionRoleId }: FeedEntry): Snowflake[] {
  return mentionRoleIds ?? (mentionRoleId === undefined ? [] : [mentionRoleId]);
}

/** The usual warning, or a quarter of a comment period that is short for it. */
function usualWarningMs(commentPeriodMs: number | null): number {
  if (commentPeriodMs === null) return defaults.closingWarningMs;
  const quarterMs = Math.floor(commentPeriodMs / 4 / secondMs) * secondMs;
  return Math.min(defaults.closingWarningMs, quarterMs);
}
