import { shownAddress } from '../../src/text/masked-url.ts';
import { unsubscribe } from '../../src/newsroom/subscriptions/unsubscribe.ts';
import { truncate } from '../../src/render/index.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import type { FeedSubcommand } from './subcommand.ts';

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

async function run(interaction: SlashInteraction, { ports }: CommandContext): Promise<void> {
  const id = interaction.options.getString('feed', true);
  const removed = await unsubscribe(ports, interaction.guildId, id, interaction.user.id);
  await interaction.editReply({
    content: `<${truncate(shownAddress(removed.url), 300)}> no longer posts in <#${removed.channelId}>. Its posted stories stay. Its open discussions are closed.`,
    allowedMentions: { parse: [] },
  });
}
