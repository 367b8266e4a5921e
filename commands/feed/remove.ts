import { ActionRowBuilder, ButtonBuilder, ButtonStyle } from 'discord.js';
import type { Subscription } from '../../src/core/feed/subscription.ts';
import { shownAddress } from '../../src/text/masked-url.ts';
import {
  removableSubscription,
  unsubscribe,
} from '../../src/newsroom/subscriptions/unsubscribe.ts';
import { type Labels, labelsFor, truncate } from '../../src/render/index.ts';
import type { CommandContext, ComponentHandler, SlashInteraction } from '../command.ts';
import { described } from '../localized.ts';
import { requireManager } from '../permissions.ts';
import { chosenFeed } from './chosen-feed.ts';
import type { FeedSubcommand } from './subcommand.ts';

const prefix = 'feed-remove';

export const remove: FeedSubcommand = {
  name: 'remove',
  body: (subcommand) =>
    described(subcommand, (labels) => labels.commands.feed.remove.description).addStringOption(
      (option) =>
        described(option.setName('feed'), (labels) => labels.commands.feed.remove.feed)
          .setRequired(true)
          .setAutocomplete(true),
    ),
  run,
};

/** Asks first: what is removed cannot be brought back, and its discussions close. */
async function run(interaction: SlashInteraction, { ports }: CommandContext): Promise<void> {
  const labels = labelsFor(interaction);
  const { id } = await chosenFeed(interaction, { ports });
  const subscription = await removableSubscription(ports.store, interaction.guildId, id);
  const button = (choice: string, label: string, style: ButtonStyle) =>
    new ButtonBuilder().setCustomId(`${prefix}:${id}:${choice}`).setLabel(label).setStyle(style);
  await interaction.editReply({
    content: labels.feed.removeQuestion({ feed: nameOf(subscription, labels) }),
    components: [
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        button('remove', labels.feed.buttons.remove, ButtonStyle.Danger),
        button('keep', labels.feed.buttons.keep, ButtonStyle.Secondary),
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
    const labels = labelsFor(interaction);
    const { guildId, user } = interaction;
    const [, id = '', choice] = interaction.customId.split(':');
    const content =
      choice === 'remove'
        ? labels.feed.removed(places(await unsubscribe(ports, guildId, id, user.id)))
        : labels.feed.stays({
            feed: nameOf(await removableSubscription(ports.store, guildId, id), labels),
          });
    await interaction.editReply({ content, components: [], allowedMentions: { parse: [] } });
  },
};

function places({ url, channelId }: Subscription) {
  return { address: `<${truncate(shownAddress(url), 300)}>`, channel: `<#${channelId}>` };
}

function nameOf(subscription: Subscription, labels: Labels): string {
  return labels.feed.place(places(subscription));
}
