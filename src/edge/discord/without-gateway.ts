import {
  type APIApplication,
  type APIUser,
  ApplicationFlagsBitField,
  type Client,
  ClientApplication,
  ClientUser,
  DiscordAPIError,
  RESTEvents,
  Routes,
} from 'discord.js';
import type { Discord } from '../../core/ports/discord.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Log } from '../../core/ports/log.ts';
import { createClient } from './client.ts';
import { LoginError, loginError, refusedToken } from './login.ts';
import { discordPort } from './port.ts';

/** Discord by its REST alone, beside a bot that has the gateway. */
export interface DiscordToRead {
  discord: Discord;
  botName: string;
  /** Which privileged intents are on for the application. */
  intents: { messageContent: boolean; any: boolean };
  /** How far Discord's clock is ahead of this machine's, by the `Date` of its answers: whole seconds. */
  aheadMs: number;
  /** Reads a server, so that permissions in it are known; `false` where the bot is not. */
  read(guildId: string): Promise<boolean>;
  close(): Promise<void>;
}

const unknownGuild = 10004;
const missingAccess = 50001;

/** @throws LoginError when the token is refused or Discord does not answer */
export async function discordWithoutGateway(options: {
  token: string;
  apiUrl: string;
  clock: Clock;
  log: Log;
}): Promise<DiscordToRead> {
  const { token, apiUrl, clock, log } = options;
  const client = createClient(apiUrl, clock, log);
  client.rest.setToken(token);
  let aheadMs = 0;
  client.rest.on(RESTEvents.Response, (_, response) => {
    const date = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(date)) aheadMs = date - clock.now();
  });
  try {
    const user = (await client.rest.get(Routes.user())) as APIUser;
    const application = (await client.rest.get(Routes.currentApplication())) as APIApplication;
    // What a login would set.
    client.user = Reflect.construct(ClientUser, [client, user]) as ClientUser;
    client.application = Reflect.construct(ClientApplication, [
      client,
      application,
    ]) as ClientApplication;
    return {
      discord: discordPort(client),
      botName: user.username,
      intents: privilegedIntents(application.flags ?? 0),
      aheadMs,
      read: (guildId) => readServer(client, guildId),
      close: () => client.destroy(),
    };
  } catch (error) {
    await client.destroy();
    if (error instanceof DiscordAPIError && error.status === 401) {
      throw new LoginError(refusedToken, { isPassing: false, cause: error });
    }
    throw loginError(error, apiUrl);
  }
}

/** By the application's public flags; those of bots in few servers are "limited". */
function privilegedIntents(bits: number): DiscordToRead['intents'] {
  const flags = new ApplicationFlagsBitField(bits);
  const content = ['GatewayMessageContent', 'GatewayMessageContentLimited'] as const;
  const others = [
    'GatewayGuildMembers',
    'GatewayGuildMembersLimited',
    'GatewayPresence',
    'GatewayPresenceLimited',
  ] as const;
  return { messageContent: flags.any(content), any: flags.any([...content, ...others]) };
}

async function readServer(client: Client, guildId: string): Promise<boolean> {
  try {
    const guild = await client.guilds.fetch({ guild: guildId, force: true });
    await guild.channels.fetch();
    await guild.members.fetchMe({ force: true });
    await guild.channels.fetchActiveThreads();
    return true;
  } catch (error) {
    const code = error instanceof DiscordAPIError ? error.code : null;
    if (code === unknownGuild || code === missingAccess) return false;
    throw error;
  }
}
