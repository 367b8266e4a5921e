import { type Client, Events } from 'discord.js';
import type { Snowflake } from '../core/ids.ts';
import { reconcileThreads } from '../newsroom/discussions/discord-events.ts';
import { reconcileCards } from '../newsroom/discussions/reconcile-cards.ts';
import type { Ports } from '../newsroom/ports.ts';

/**
 * Handles what happened unseen: now in all servers, later in each that was in an outage, or whose events
 * were missed before a new connection; one server after another. The function that it returns waits for
 * what has begun.
 */
export function keepReconciled(
  client: Client<true>,
  ports: Ports,
  failed: (error: unknown) => void,
  signal: AbortSignal,
): () => Promise<void> {
  const reconcile = async (guildId: Snowflake | null) => {
    await reconcileThreads(ports, guildId, signal);
    const guildIds = guildId === null ? [...client.guilds.cache.keys()] : [guildId];
    await reconcileCards(ports, guildIds, signal);
  };
  let last = reconcile(null).catch(failed);
  client.on(Events.GuildAvailable, ({ id }) => {
    last = last.then(() => reconcile(id)).catch(failed);
  });
  return () => last;
}
