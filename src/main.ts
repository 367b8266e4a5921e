#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { parseArguments } from '../config/arguments.ts';
import { ConfigError } from '../config/errors.ts';
import { helpText } from '../config/help.ts';
import { type Config, loadConfig } from '../config/load.ts';
import { connectBot } from './bot.ts';
import { errorText } from './core/errors.ts';
import { systemClock } from './edge/clock.ts';
import { createLog } from './edge/log.ts';
import { startPreview } from './preview-bot.ts';
import { version } from './version.ts';

const projectPage = 'https://github.com/wirethread/wirethread';

/** Whoever runs for long: told to stop, it ends its work in order. */
interface Running {
  stop(): Promise<void>;
}

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
  untilTold(await start(config));
}

async function start(config: Config): Promise<Running> {
  const contact = config.network.userAgentContact ?? projectPage;
  const userAgent = `Wirethread/${await version()} (+${contact})`;
  const { discordToken: token, discordApiUrl: apiUrl, storeUrl, feeds } = config;
  if (token === null) {
    // The preview tells on standard output what happens; its log speaks up only when asked.
    const log = createLog({ level: process.env['LOG_LEVEL'] ? config.logLevel : 'error' });
    return startPreview({ dataDir: config.dataDir, port: config.port, userAgent, log });
  }
  const log = createLog({ level: config.logLevel });
  const { allow, timeoutMs: fetchTimeoutMs } = config.network;
  const clock = systemClock;
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

/** Keeps running until SIGINT or SIGTERM; a second signal ends it at once. */
function untilTold(running: Running): void {
  let told = false;
  const stop = () => {
    if (told) process.exit(130);
    told = true;
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** One clear sentence (a problem a line) and a non-zero exit; no stack trace. */
function fail(error: unknown): void {
  const lines = error instanceof ConfigError ? error.problems : [errorText(error)];
  for (const line of lines) process.stderr.write(`wirethread: ${line}\n`);
  process.exit(error instanceof ConfigError ? 2 : 1);
}

await main(process.argv.slice(2)).catch(fail);
