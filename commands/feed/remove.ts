import { ActionRowBuilder, ButtonBuilder, ButtonStyle } from 'discord.js';
import type { Subscription } from '../../src/core/feed/subscription.ts';
import { shownAddress } from '../../src/text/masked-url.ts';
import {
  removableSubscription,
  unsubscribe,
} from '../../src/newsroom/subscriptions/unsubscribe.ts';
import { truncate } from '../../src/render/index.ts';
import type { CommandContext, ComponentHandler, SlashInteraction } from '../command.ts';
import { requireManager } from '../permissions.ts';
import { chosenFeed } from './chosen-feed.ts';
import type { FeedSubcommand } from './subcommand.ts';

const prefix = 'feed-remove';

export const remove: FeedSubcommand = {
  name: 'remove',
  body: (subcommand) =>
    subcommand
      .setDescription('Stop posting a feed and close its discussions')
      .addStringOption((option) =>
        option
          .setName('feed')
          .setDescription('The feed to remove')
          .setRequired(true)
          .setAutocomplete(true),
      ),
  run,
};

/** Asks first: what is removed cannot be brought back, and its discussions close. */
async function run(interaction: SlashInteraction, { ports }: CommandContext): Promise<void> {
  const { id } = await chosenFeed(interaction, { ports });
  const subscription = await removableSubscription(ports.store, interaction.guildId, id);
  const button = (choice: string, label: string, style: ButtonStyle) =>
    new ButtonBuilder().setCustomId(`${prefix}:${id}:${choice}`).setLabel(label).setStyle(style);
  await interaction.editReply({
    content: `Remove ${nameOf(subscription)}? Its settings are deleted and its open discussions are closed. Its posted stories stay. To post it in another channel, use \`/feed edit\`, option \`channel\`.`,
    components: [
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        button('remove', 'Remove', ButtonStyle.Danger),
        button('keep', 'Keep', ButtonStyle.Secondary),
      ),
    ],
    allowedMentions: { parse: [] },
  });
}

/** The buttons `feed-remove:<subscription>:<remove or keep>`. */
export const removeFeedButtons: ComponentHandler = {
  prefix,

  async click(interaction, { ports }) {
    requireManager(interaction);
    await interaction.deferUpdate();
    const { guildId, user } = interaction;
    const [, id = '', choice] = interaction.customId.split(':');
    const content =
      choice === 'remove'
        ? removedText(await unsubscribe(ports, guildId, id, user.id))
        : `${nameOf(await removableSubscription(ports.store, guildId, id))} stays. Nothing has changed.`;
    await interaction.editReply({ content, components: [], allowedMentions: { parse: [] } });
  },
};

function removedText({ url, channelId }: Subscription): string {
  return `<${truncate(shownAddress(url), 300)}> no longer posts in <#${channelId}>. Its posted stories stay. Its open discussions are closed.`;
}

function nameOf({ url, channelId }: Subscription): string {
  return `<${truncate(shownAddress(url), 300)}> in <#${channelId}>`;
}
