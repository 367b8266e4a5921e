import { AttachmentBuilder } from 'discord.js';
import { exportFeeds } from '../../src/newsroom/subscriptions/opml.ts';
import { labelsFor, requestError } from '../../src/render/index.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { described } from '../localized.ts';
import type { FeedSubcommand } from './subcommand.ts';

export const exportList: FeedSubcommand = {
  name: 'export',
  body: (subcommand) => described(subcommand, (labels) => labels.commands.feed.export.description),
  run,
};

async function run(interaction: SlashInteraction, { ports }: CommandContext): Promise<void> {
  const { guild, user } = interaction;
  const { files } = labelsFor(interaction).feed;
  const { opml, feeds, withSecrets } = await exportFeeds(
    ports,
    {
      id: guild.id,
      name: guild.name,
      channelName: (id) => guild.channels.cache.get(id)?.name ?? id,
    },
    user.id,
  );
  if (feeds === 0) throw requestError((labels) => labels.feed.files.nothingToExport);
  const file = new AttachmentBuilder(Buffer.from(opml), { name: 'wirethread-feeds.opml' });
  const secrets = withSecrets > 0 ? ` ${files.withoutSecrets({ count: withSecrets })}` : '';
  await interaction.editReply({
    content: `${files.exported({ count: feeds })}${secrets}`,
    files: [file],
    allowedMentions: { parse: [] },
  });
}
