#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArguments } from '../config/arguments.ts';
import { ConfigError } from '../config/errors.ts';
import { helpText } from '../config/help.ts';
import { toolHelp } from '../config/tools.ts';
import { type Config, loadConfig } from '../config/load.ts';
import { readyMessage, startShards } from './app/shard-manager.ts';
import type { OperatorTool } from './core/operator-tool.ts';
import { errorText } from './core/errors.ts';
import type { Log } from './core/ports/log.ts';
import { systemClock } from './edge/system/clock.ts';
import { keepHeapSmall } from './edge/system/small-heap.ts';
import { createLog } from './edge/log/log.ts';
import { redactedText } from './edge/log/redaction.ts';
import { version } from './app/version.ts';

const projectPage = 'https://github.com/wirethread/wirethread';

/** npm forwards a Ctrl-C that the terminal has already sent us: within this time it is the same one. */
const duplicateSignalMs = 500;

interface Running {
  /** Resolves when it cannot go on: then it is stopped. */
  disconnected: Promise<Error>;
  stop(): Promise<void>;
}

async function main(argv: readonly string[]): Promise<void> {
  const given = parseArguments(argv);
  if (given.help) {
    process.stdout.write(given.toolName === null ? helpText : toolHelp(given.toolName));
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
  if (given.tool !== null) {
    process.exitCode = await work(given.tool, config);
    return;
  }
  const stopOnSignal = handleSignals();
  const running = await start(config);
  stopOnSignal(running);
  const disconnection = await running.disconnected;
  await running.stop();
  throw disconnection;
}

/** Does what an operator's command asks for. Returns the exit code. */
async function work(tool: OperatorTool, config: Config): Promise<number> {
  const { runTool } = await import('./app/tools/run-tool.ts');
  const { printLine } = await import('./app/tools/print-line.ts');
  return runTool(tool, {
    settings: config,
    print: printLine,
    now: () => systemClock.now(),
    // What it has to say is printed.
    log: createLog({ level: process.env['LOG_LEVEL'] ? config.logLevel : 'error' }),
  });
}

/** Loads only what it starts: the bot does not load the preview, and --help loads neither. */
async function start(config: Config): Promise<Running> {
  const contact = config.network.userAgentContact ?? projectPage;
  const userAgent = `Wirethread/${await version()} (+${contact})`;
  const { discordToken: token, discordApiUrl: apiUrl, storeUrl, feeds } = config;
  if (token === null) {
    // The preview prints what happens on standard output, so by default it logs only errors.
    const log = createLog({ level: process.env['LOG_LEVEL'] ? config.logLevel : 'error' });
    const { dataDir, port, previewFeeds, network } = config;
    const { startPreview } = await import('./app/preview.ts');
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
  const { shards } = config;
  if (shards?.ids === null) return startShardProcesses(shards.count, log);
  const { allow, timeoutMs: fetchTimeoutMs } = config.network;
  const clock = systemClock;
  const { connectBot } = await import('./app/bot.ts');
  const { createParserPool } = await import('./app/parser-pool.ts');
  const bot = await connectBot({
    token,
    apiUrl,
    storeUrl,
    storeKeys: config.storeKeys,
    userAgent,
    allow,
    fetchTimeoutMs,
    feeds,
    hubs: config.hubs,
    statusListen: config.statusListen,
    keys: config.keys,
    readsMemberMessages: config.readMemberMessages,
    retentionMs: config.retentionMs,
    parsers: createParserPool(),
    clock,
    shards,
    usesDatabaseClock: true,
    log,
  });
  bot.startSchedule();
  keepHeapSmall();
  process.send?.(readyMessage);
  return bot;
}

/** This process starts the others, each of which is this program again. */
function startShardProcesses(count: number, log: Log): Running {
  const script = fileURLToPath(import.meta.url);
  const args = process.argv.slice(2);
  return startShards({ count, script, args, env: process.env, clock: systemClock, log });
}

/**
 * SIGINT and SIGTERM end the process at once, until the returned function is called. After that they
 * stop `running` in order, and a second signal ends the process without waiting.
 */
function handleSignals(): (running: Running) => void {
  let running: Running | null = null;
  let firstSignalAt: number | null = null;
  const stop = () => {
    if (!running) process.exit(0);
    if (firstSignalAt !== null) {
      if (performance.now() - firstSignalAt > duplicateSignalMs) process.exit(130);
      return;
    }
    firstSignalAt = performance.now();
    running.stop().then(() => process.exit(0), fail);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return (started) => {
    running = started;
  };
}

/** Prints one line for each problem, without a stack trace, and exits with an error code. */
function fail(error: unknown): never {
  const lines = error instanceof ConfigError ? error.problems : [errorText(error)];
  for (const line of lines) printError(line);
  process.exit(error instanceof ConfigError ? 2 : 1);
}

/** An unexpected error is a bug of ours. Prints the stack trace when LOG_LEVEL is "debug". */
function failUnexpectedly(error: unknown): never {
  const stack = process.env['LOG_LEVEL'] === 'debug' && error instanceof Error && error.stack;
  if (stack) process.stderr.write(`${redactedText(stack)}\n`);
  printError(
    `ended by a defect of its own: ${errorText(error)}. Nothing is lost: start it again. If it comes back, report it at ${projectPage}/issues with what LOG_LEVEL=debug shows.`,
  );
  process.exit(1);
}

function printError(line: string): void {
  process.stderr.write(`wirethread: ${redactedText(line).replaceAll(/\s+/g, ' ')}\n`);
}

process.on('uncaughtException', failUnexpectedly);
// When the reader of our output exits (`| head`), the work continues.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

await main(process.argv.slice(2)).catch(fail);
