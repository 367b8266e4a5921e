import { type Client, type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js';
import type { Log } from '../../core/ports/log.ts';
import type { DocumentStore } from '../../core/ports/ledger.ts';
import { shortHash } from '../../text/hash.ts';
import { call } from './call.ts';

/**
 * Replaces the application's commands by these, only when they differ from the last registered:
 * the PUT replaces all and counts against a daily limit.
 * @throws DiscordRefusal
 */
export async function registerCommands(
  client: Client<true>,
  bodies: readonly RESTPostAPIApplicationCommandsJSONBody[],
  texts: DocumentStore<string>,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const key = `commands:${client.application.id}`;
  const wanted = shortHash(JSON.stringify(bodies));
  if ((await texts.get(key)) === wanted) return;
  const route = Routes.applicationCommands(client.application.id);
  await call((inner) => client.rest.put(route, { body: bodies, signal: inner }), signal);
  await texts.save(key, wanted);
  log.info({ commands: bodies.length }, 'commands.registered');
}
