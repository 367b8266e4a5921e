import { AttachmentBuilder, type InteractionEditReplyOptions } from 'discord.js';
import { RequestError } from '../../src/core/errors.ts';
import { defaultSubscriptionSettings } from '../../src/core/feed/subscription.ts';
import {
  type ImportedFeeds,
  importFeeds,
  fetchOpml,
} from '../../src/newsroom/subscriptions/opml.ts';
import { settingsFor, targetChannel } from '../../src/newsroom/channels/target-channel.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { storyChannelTypes } from '../options.ts';
import { storyChannel } from './add.ts';
import type { FeedSubcommand } from './subcommand.ts';

const longestMessage = 1_800;

export const importList: FeedSubcommand = {
  name: 'import',
  body: (subcommand) =>
    subcommand
      .setDescription('Bring the feeds of an OPML file into a channel')
      .addAttachmentOption((option) =>
        option.setName('file').setDescription("A feed reader's OPML export").setRequired(true),
      )
      .addChannelOption((option) =>
        option
          .setName('channel')
          .setDescription('Where their stories go (this channel if left out)')
          .addChannelTypes(...storyChannelTypes),
      )
      .addIntegerOption((option) =>
        option
          .setName('first-run')
          .setDescription('How many of the newest stories of each feed are posted at once (0)')
          .setMinValue(0)
          .setMaxValue(25),
      ),
  run,
};

async function run(
  interaction: SlashInteraction,
  { ports, signal }: CommandContext,
): Promise<void> {
  const file = interaction.options.getAttachment('file', true);
  const channelId = storyChannel(interaction);
  const channel = await targetChannel(ports, channelId, 'import the file again', signal);
  const listed = await fetchOpml(ports, file.url, signal);
  if (listed.length === 0) {
    throw new RequestError('This list has no feeds in it: each needs an `xmlUrl`.');
  }
  const firstRun = interaction.options.getInteger('first-run') ?? 0;
  const settings = settingsFor(channel, { ...defaultSubscriptionSettings, firstRun });
  const place = { guildId: interaction.guildId, channelId, settings };
  const imported = await importFeeds(ports, listed, place, interaction.user.id);
  await interaction.editReply(report(imported, channelId, firstRun));
}

function report(
  imported: ImportedFeeds,
  channelId: string,
  firstRun: number,
): InteractionEditReplyOptions {
  const { added, known, refused, left } = imported;
  const summary = [
    `${feeds(added.length)} added to <#${channelId}>, ${known.length} there already, ${refused.length} without a web address${left.length > 0 ? `, ${left.length} left over` : ''}.`,
    ...(added.length > 0
      ? [
          firstRun > 0
            ? `The newest ${firstRun} stories of each follow as they are read.`
            : 'Nothing is posted until their next stories.',
        ]
      : []),
    ...(left.length > 0 ? ['Import the same file again to go on with those left over.'] : []),
  ].join('\n');
  const lines = [
    ...added.map((url) => `added: ${url}`),
    ...known.map((url) => `there already: ${url}`),
    ...refused.map((url) => `no web address: ${url}`),
    ...left.map((url) => `left over: ${url}`),
  ];
  const told = `${summary}\n\`\`\`\n${lines.join('\n').replaceAll('`', "'")}\n\`\`\``;
  if (told.length <= longestMessage) return { content: told, allowedMentions: { parse: [] } };
  const list = new AttachmentBuilder(Buffer.from(lines.join('\n')), { name: 'imported.txt' });
  return { content: summary, files: [list], allowedMentions: { parse: [] } };
}

function feeds(count: number): string {
  return count === 1 ? '1 feed' : `${count} feeds`;
}
