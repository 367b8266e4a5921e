import type { AutocompleteInteraction } from 'discord.js';
import type { Subscription } from '../../src/core/feed.ts';
import type { Desk } from '../command.ts';
import { choices, shortened } from '../options.ts';

/** The server's feeds: their ids for an option called "feed", else their addresses. */
export async function feedSuggestions(
  interaction: AutocompleteInteraction<'cached'>,
  { ports }: Desk,
): Promise<void> {
  const subscriptions = await ports.store.feeds.subscriptionsIn(interaction.guildId);
  const { name, value } = interaction.options.getFocused(true);
  const label = ({ url, channelId }: Subscription) => {
    const channel = interaction.guild.channels.cache.get(channelId)?.name ?? 'unknown channel';
    return `${shortened(url, 60)} in #${shortened(channel, 30)}`;
  };
  const valueOf = ({ id, url }: Subscription) => (name === 'feed' ? id : url);
  await interaction.respond(choices(subscriptions, value, label, valueOf));
}
