import { shownAddress } from '../../src/text/masked-url.ts';
import { retryFeed } from '../../src/newsroom/subscriptions/subscribe.ts';
import { truncate } from '../../src/render/index.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';

import type { FeedSubcommand } from './subcommand.ts';

export const retry: FeedSubcommand = {
  name: 'retry',
  body: (subcommand) =>
    subcommand
      .setDescription('Read a feed at once, also one that is paused')
      .addStringOption((option) =>
        option.setName('feed').setDescription('Which').setRequired(true).setAutocomplete(true),
      ),
  run,
};

async function run(interaction: SlashInteraction, { ports }: CommandContext): Promise<void> {
  const id = interaction.options.getString('feed', true);
  const { url } = await retryFeed(ports, interaction.guildId, id);
  await interaction.editReply({
    content: `<${truncate(shownAddress(url), 300)}> is read at once, and goes on from there. \`/feed show\` tells how it went.`,
    allowedMentions: { parse: [] },
  });
}
