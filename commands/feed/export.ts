import { AttachmentBuilder } from 'discord.js';
import { RequestError } from '../../src/core/errors.ts';
import { exportFeeds } from '../../src/newsroom/subscriptions/opml.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import type { FeedSubcommand } from './subcommand.ts';

export const exportList: FeedSubcommand = {
  name: 'export',
  body: (subcommand) =>
    subcommand.setDescription('The feeds of this server as an OPML file, for you only'),
  run,
};

async function run(interaction: SlashInteraction, { ports }: CommandContext): Promise<void> {
  const { guild } = interaction;
  const { opml, feeds, withSecrets } = await exportFeeds(ports, {
    id: guild.id,
    name: guild.name,
    channelName: (id) => guild.channels.cache.get(id)?.name ?? id,
  });
  if (feeds === 0) throw new RequestError('This server has no feeds to export yet.');
  const file = new AttachmentBuilder(Buffer.from(opml), { name: 'wirethread-feeds.opml' });
  const left =
    withSecrets > 0
      ? ` User names, passwords and cookies are not in it: ${withSecrets} of them need theirs again.`
      : '';
  await interaction.editReply({
    content: `${feeds} ${feeds === 1 ? 'feed' : 'feeds'}, a folder for each channel. Addresses stand in it whole, with any keys in them.${left}`,
    files: [file],
    allowedMentions: { parse: [] },
  });
}
