#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { parseArguments } from '../config/arguments.ts';
import { ConfigError } from '../config/errors.ts';
import { helpText } from '../config/help.ts';
import { type Config, loadConfig } from '../config/load.ts';
import type { Bot } from './app/bot.ts';
import { errorText } from './core/errors.ts';
import { systemClock } from './edge/system/clock.ts';
import { createLog } from './edge/log/log.ts';
import { redactedText } from './edge/log/redaction.ts';
import { version } from './app/version.ts';

const projectPage = 'https://github.com/wirethread/wirethread';

/** npm hands on the Ctrl-C that the terminal gave us already: within so long it is the same one. */
const sameKeyMs = 500;

type Running = Pick<Bot, 'dismissed' | 'stop'>;

async function main(argv: readonly string[]): Promise<void> {
  const given = parseArguments(argv);
  if (given.help) {
    process.stdout.write(helpText);
    return;
  }
  if (given.version) {
    process.stdout.write(`${await version()}\n`);
    return;
  }
  const config = await loadConfig({
    argv,
    env: process.env,
    readFile: (path) => readFile(path, 'utf8'),
  });
  const heed = heedSignals();
  const running = await start(config);
  heed(running);
  const dismissal = await running.dismissed;
  await running.stop();
  throw dismissal;
}

/** Loads only what is started: the bot does without the preview's Discord, --help without both. */
async function start(config: Config): Promise<Running> {
  const contact = config.network.userAgentContact ?? projectPage;
  const userAgent = `Wirethread/${await version()} (+${contact})`;
  const { discordToken: token, discordApiUrl: apiUrl, storeUrl, feeds } = config;
  if (token === null) {
    // The preview tells on standard output what happens; its log speaks up only when asked.
    const log = createLog({ level: process.env['LOG_LEVEL'] ? config.logLevel : 'error' });
    const { dataDir, port, previewFeeds, network } = config;
    const { startPreview } = await import('./app/preview.ts').catch(packagesMissing);
    return startPreview({
      dataDir,
      port,
      feeds: previewFeeds,
      declared: feeds.length,
      allow: network.allow,
      userAgent,
      log,
    });
  }
  const log = createLog({ level: config.logLevel });
  const { allow, timeoutMs: fetchTimeoutMs } = config.network;
  const clock = systemClock;
  const { connectBot } = await import('./app/bot.ts');
  const bot = await connectBot({
    token,
    apiUrl,
    storeUrl,
    userAgent,
    allow,
    fetchTimeoutMs,
    feeds,
    clock,
    log,
  });
  bot.work();
  return bot;
}

/** A production install (`npm ci --omit=dev`) has no packages of the preview. */
function packagesMissing(error: unknown): never {
  if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) {
    throw error;
  }
  throw new ConfigError(
    [
      'DISCORD_TOKEN is not set, and the preview, which needs none, is not installed: set it, or run "npm ci"',
    ],
    error,
  );
}

/**
 * Until told whom to stop, SIGINT and SIGTERM end the process at once; then they end the work in
 * order, and a second one does not wait for that.
 */
function heedSignals(): (running: Running) => void {
  let running: Running | null = null;
  let told: number | null = null;
  const stop = () => {
    if (!running) process.exit(0);
    if (told !== null) {
      if (performance.now() - told > sameKeyMs) process.exit(130);
      return;
    }
    told = performance.now();
    running.stop().then(() => process.exit(0), fail);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return (begun) => {
    running = begun;
  };
}

/** One clear sentence (a problem a line) and a non-zero exit; no stack trace. */
function fail(error: unknown): never {
  const lines = error instanceof ConfigError ? error.problems : [errorText(error)];
  for (const line of lines) say(line);
  process.exit(error instanceof ConfigError ? 2 : 1);
}

/** What nobody expected is a defect of ours: told with what helps to find it when asked for. */
function failUnexpectedly(error: unknown): never {
  const stack = process.env['LOG_LEVEL'] === 'debug' && error instanceof Error && error.stack;
  if (stack) process.stderr.write(`${redactedText(stack)}\n`);
  say(
    `ended by a defect of its own: ${errorText(error)}. Nothing is lost: start it again. If it comes back, report it at ${projectPage}/issues with what LOG_LEVEL=debug shows.`,
  );
  process.exit(1);
}

function say(line: string): void {
  process.stderr.write(`wirethread: ${redactedText(line).replaceAll(/\s+/g, ' ')}\n`);
}

process.on('uncaughtException', failUnexpectedly);
// Who reads along may leave (`| head`); the work goes on.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

await main(process.argv.slice(2)).catch(fail);
