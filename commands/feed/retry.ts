import { shownAddress } from '../../src/text/masked-url.ts';
import { retryFeed } from '../../src/newsroom/subscriptions/own-subscription.ts';
import { labelsFor, truncate } from '../../src/render/index.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { chosenFeed } from './chosen-feed.ts';
import { described } from '../localized.ts';
import type { FeedSubcommand } from './subcommand.ts';

export const retry: FeedSubcommand = {
  name: 'retry',
  body: (subcommand) =>
    described(subcommand, (labels) => labels.commands.feed.retry.description).addStringOption(
      (option) =>
        described(option.setName('feed'), (labels) => labels.commands.feed.retry.feed)
          .setRequired(true)
          .setAutocomplete(true),
    ),
  run,
};

async function run(interaction: SlashInteraction, { ports }: CommandContext): Promise<void> {
  const { guildId, user } = interaction;
  const { id } = await chosenFeed(interaction, { ports });
  const { url } = await retryFeed(ports, guildId, id, user.id);
  await interaction.editReply({
    content: labelsFor(interaction).feed.reading({
      address: `<${truncate(shownAddress(url), 300)}>`,
    }),
    allowedMentions: { parse: [] },
  });
}
