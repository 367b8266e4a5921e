import { shownAddress } from '../../src/text/masked-url.ts';
import { retryFeed } from '../../src/newsroom/subscriptions/own-subscription.ts';
import { truncate } from '../../src/render/index.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { chosenFeed } from './chosen-feed.ts';
import type { FeedSubcommand } from './subcommand.ts';

export const retry: FeedSubcommand = {
  name: 'retry',
  body: (subcommand) =>
    subcommand
      .setDescription('Read a feed now, even if it is paused')
      .addStringOption((option) =>
        option
          .setName('feed')
          .setDescription('The feed to read')
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
    content: `Wirethread is reading <${truncate(shownAddress(url), 300)}> now. \`/feed show\` shows the result.`,
    allowedMentions: { parse: [] },
  });
}
