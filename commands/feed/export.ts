import { AttachmentBuilder } from 'discord.js';
import { RequestError } from '../../src/core/errors.ts';
import { exportFeeds } from '../../src/newsroom/subscriptions/opml.ts';
import { plural } from '../../src/text/plural.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import type { FeedSubcommand } from './subcommand.ts';

export const exportList: FeedSubcommand = {
  name: 'export',
  body: (subcommand) =>
    subcommand.setDescription('Download the feeds of this server as an OPML file'),
  run,
};

async function run(interaction: SlashInteraction, { ports }: CommandContext): Promise<void> {
  const { guild, user } = interaction;
  const { opml, feeds, withSecrets } = await exportFeeds(
    ports,
    {
      id: guild.id,
      name: guild.name,
      channelName: (id) => guild.channels.cache.get(id)?.name ?? id,
    },
    user.id,
  );
  if (feeds === 0) throw new RequestError('This server has no feeds to export.');
  const file = new AttachmentBuilder(Buffer.from(opml), { name: 'wirethread-feeds.opml' });
  const secrets =
    withSecrets > 0
      ? ` User names, passwords and cookies are left out: after an import, ${plural(withSecrets, 'feed')} will need them again.`
      : '';
  await interaction.editReply({
    content: `${plural(feeds, 'feed')}, one folder per channel. The addresses are complete and may contain secret keys: share the file with care.${secrets}`,
    files: [file],
    allowedMentions: { parse: [] },
  });
}
