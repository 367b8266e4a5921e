import { dirname } from 'node:path';
import { isPostgres } from '../../edge/store/open-database.ts';
import { errorText } from '../../core/errors.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { type DiscordToRead, discordWithoutGateway } from '../../edge/discord/without-gateway.ts';
import { openForReading, type StoreToRead } from '../../edge/store/open-for-reading.ts';
import { databasePath } from '../../edge/store/sqlite/location.ts';
import { systemClock } from '../../edge/system/clock.ts';
import { plural } from '../../text/plural.ts';
import { type Check, note, ok, problem } from './check.ts';
import { checkClock, checkFolder, checkHubs, checkNode } from './check-machine.ts';
import { checkServers } from './check-servers.ts';
import { checkStore } from './check-store.ts';
import type { ToolContext } from './tool-context.ts';

const signs = { ok: 'ok      ', note: 'note    ', problem: 'PROBLEM ' } as const;

/** `wirethread doctor`. Returns how many problems it printed. It changes nothing. */
export async function doctor(context: ToolContext): Promise<number> {
  const { settings, print, log } = context;
  let problems = 0;
  const say = (...checks: Check[]) => {
    for (const { state, text } of checks) {
      print(`${signs[state]}${sentence(text)}`);
      if (state === 'problem') problems += 1;
    }
  };
  say(checkNode(process.versions.node));
  const { storeUrl: url } = settings;
  let store: StoreToRead | null = null;
  try {
    if (!isPostgres(url)) say(checkFolder(dirname(databasePath(url))));
    store = await openForReading({ url, now: context.now, log });
    say(...checkStore(store));
  } catch (error) {
    say(problem(`${errorText(error)}.`));
  }
  try {
    say(...(await checkDiscord(context, store?.ledger ?? null)));
  } finally {
    await store?.close();
  }
  say(await checkHubs(settings.hubs?.publicUrl ?? null));
  print(problems === 0 ? 'All is well.' : `${plural(problems, 'problem')} to solve.`);
  return problems;
}

/** On one line, with a capital: what the store and Discord say begins with a small letter. */
const sentence = (text: string) =>
  text.slice(0, 1).toUpperCase() + text.slice(1).replaceAll(/\s+/gu, ' ');

function checkIntents({ messageContent, any }: DiscordToRead['intents'], needed: boolean): Check {
  if (needed) {
    return messageContent
      ? ok('The Message Content intent is on, which READ_MEMBER_MESSAGES needs.')
      : problem(
          'READ_MEMBER_MESSAGES needs the Message Content intent, which is off: turn it on in Discord’s Developer Portal (the application, Bot, Message Content Intent), or leave READ_MEMBER_MESSAGES out.',
        );
  }
  return ok(
    any
      ? 'Wirethread needs none of the privileged intents that are on for it.'
      : 'Privileged intents are off: Wirethread needs none.',
  );
}

async function checkDiscord(
  { settings, log }: ToolContext,
  store: Ledger | null,
): Promise<Check[]> {
  const { discordToken: token, discordApiUrl: apiUrl } = settings;
  if (token === null) {
    return [
      note('DISCORD_TOKEN is not set: only the preview starts. Set it to check Discord too.'),
    ];
  }
  let bot;
  try {
    bot = await discordWithoutGateway({ token, apiUrl, clock: systemClock, log });
  } catch (error) {
    return [problem(errorText(error))];
  }
  try {
    return [
      ok(`Discord accepts the token: the bot is ${bot.botName}.`),
      checkIntents(bot.intents, settings.readMemberMessages),
      checkClock('Discord', bot.aheadMs),
      ...(store === null ? [] : await checkServers(store, bot, new AbortController().signal)),
    ];
  } catch (error) {
    return [problem(`Discord: ${errorText(error)}`)];
  } finally {
    await bot.close();
  }
}
