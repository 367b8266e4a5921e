import { AttachmentBuilder, type InteractionEditReplyOptions } from 'discord.js';
import { defaultSubscriptionSettings } from '../../src/core/feed/subscription.ts';
import {
  type ImportedFeeds,
  importFeeds,
  fetchOpml,
  readSoFar,
} from '../../src/newsroom/subscriptions/opml.ts';
import { settingsFor, targetChannel } from '../../src/newsroom/channels/target-channel.ts';
import type { FeedId } from '../../src/core/ids.ts';
import { minuteMs, secondMs } from '../../src/core/time/duration.ts';
import { type Labels, labelsFor, requestError } from '../../src/render/index.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { described } from '../localized.ts';
import { storyChannelTypes } from '../options.ts';
import { storyChannel } from './add.ts';
import type { FeedSubcommand } from './subcommand.ts';

type FileLabels = Labels['feed']['files'];

const longestMessage = 1_700;
/** Fewer feeds are read before anybody asks. */
const leastShown = 5;

export const importList: FeedSubcommand = {
  name: 'import',
  body: (subcommand) =>
    described(subcommand, (labels) => labels.commands.feed.import.description)
      .addAttachmentOption((option) =>
        described(
          option.setName('file').setRequired(true),
          (labels) => labels.commands.feed.import.file,
        ),
      )
      .addChannelOption((option) =>
        described(
          option.setName('channel').addChannelTypes(...storyChannelTypes),
          (labels) => labels.commands.feed.import.channel,
        ),
      )
      .addIntegerOption((option) =>
        described(
          option.setName('first-run').setMinValue(0).setMaxValue(25),
          (labels) => labels.commands.feed.import.firstRun,
        ),
      ),
  run,
};

async function run(
  interaction: SlashInteraction,
  { ports, signal }: CommandContext,
): Promise<void> {
  const file = interaction.options.getAttachment('file', true);
  const channelId = storyChannel(interaction);
  const channel = await targetChannel(ports, channelId, '/feed import', signal);
  const listed = await fetchOpml(ports, file.url, signal);
  if (listed.length === 0) {
    throw requestError((labels) => labels.feed.files.nothingListed);
  }
  const firstRun = interaction.options.getInteger('first-run') ?? 0;
  const settings = settingsFor(channel, { ...defaultSubscriptionSettings, firstRun });
  const place = { guildId: interaction.guildId, channelId, settings };
  const imported = await importFeeds(ports, listed, place, interaction.user.id);
  const label = labelsFor(interaction).feed.files;
  const summary = importSummary(imported, channelId, firstRun, label);
  await interaction.editReply(summary);
  await showReading(interaction, { ports, signal }, imported.feedIds, summary.content ?? '');
}

/** Discord lets an answer be changed for 15 minutes. */
const showForMs = 14 * minuteMs;
const leastPauseMs = 3 * secondMs;
const longestPauseMs = 30 * secondMs;

/** Says below the summary how many of the new feeds have been read, until all are. */
async function showReading(
  interaction: SlashInteraction,
  { ports, signal }: Pick<CommandContext, 'ports' | 'signal'>,
  feedIds: readonly FeedId[],
  summary: string,
): Promise<void> {
  if (feedIds.length < leastShown) return;
  let shown = '';
  let pauseMs = leastPauseMs;
  for (let waitedMs = 0; waitedMs < showForMs && !signal.aborted; waitedMs += pauseMs) {
    pauseMs = Math.min(longestPauseMs, Math.ceil(pauseMs * 1.3));
    await ports.clock.sleep(pauseMs, signal);
    if (signal.aborted) return;
    const { read, failed } = await readSoFar(ports.store, feedIds);
    const text = readingText(read, failed, feedIds.length, labelsFor(interaction).feed.files);
    if (text !== shown) {
      await interaction.editReply({
        content: `${summary}\n${text}`,
        allowedMentions: { parse: [] },
      });
    }
    if (read === feedIds.length) return;
    shown = text;
  }
}

function readingText(read: number, failed: number, total: number, label: FileLabels): string {
  const failures = failed === 0 ? '' : ` ${label.unread({ count: failed })}`;
  return read === total
    ? `${label.allRead}${failures}`
    : `${label.readSoFar({ read, count: total })}${failures}`;
}

function importSummary(
  imported: ImportedFeeds,
  channelId: string,
  firstRun: number,
  label: FileLabels,
): InteractionEditReplyOptions {
  const { added, known, refused, left } = imported;
  const groups = [
    [label.groups.added, added],
    [label.groups.known, known],
    [label.groups.refused, refused],
    [label.groups.left, left],
  ] as const;
  const summary = [
    label.added({ count: added.length, channel: `<#${channelId}>` }),
    ...groups
      .slice(1)
      .filter(([, urls]) => urls.length > 0)
      .map(([name, urls]) => `${name}: ${urls.length}.`),
    ...(added.length > 0
      ? [firstRun === 0 ? label.firstNone : label.first({ count: firstRun })]
      : []),
    ...(left.length > 0 ? [label.importAgain] : []),
  ].join('\n');
  const lines = groups.flatMap(([name, urls]) => urls.map((url) => `${name}: ${url}`));
  const content = `${summary}\n\`\`\`\n${lines.join('\n').replaceAll('`', "'")}\n\`\`\``;
  if (content.length <= longestMessage) return { content, allowedMentions: { parse: [] } };
  const list = new AttachmentBuilder(Buffer.from(lines.join('\n')), { name: 'imported.txt' });
  return { content: summary, files: [list], allowedMentions: { parse: [] } };
}
