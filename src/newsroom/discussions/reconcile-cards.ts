import { errorText } from '../../core/errors.ts';
import type { Snowflake } from '../../core/ids.ts';
import { cardDelivery } from '../outbox/keys.ts';
import { guildSettings } from '../outbox/moderators.ts';
import type { Ports } from '../ports.ts';
import { onMessagesDeleted } from './discord-events.ts';

/** The most urgent cases of a server whose cards are looked for at a start. */
const mostCards = 100;

/**
 * Looks for the cards of waiting cases that were deleted while the bot was not running: they are
 * posted again, once. Cards beyond the most urgent 100 of a server are found when their case is next
 * touched.
 */
export async function reconcileCards(
  ports: Ports,
  guildIds: readonly Snowflake[],
  signal: AbortSignal,
): Promise<void> {
  const { store, discord, log } = ports;
  for (const guildId of guildIds) {
    const { moderatorsChannelId: channelId } = await guildSettings(store, guildId);
    if (channelId === null) continue;
    for (const { number } of await store.cases.listQueue(guildId, mostCards)) {
      if (signal.aborted) return;
      const card = await store.deliveries.get(cardDelivery(guildId, number, channelId));
      if (!card?.message || card.state !== 'settled') continue;
      try {
        const { id } = card.message;
        if ((await discord.message(channelId, id, signal)) === null) {
          log.info({ guildId, caseNumber: number }, 'card.deleted-meanwhile');
          await onMessagesDeleted(ports, [id]);
        }
      } catch (error) {
        if (signal.aborted) return;
        // The bot cannot read the channel: nothing could be posted either.
        log.warn({ guildId, channelId, error: errorText(error) }, 'cards.not-compared');
        break;
      }
    }
  }
}
