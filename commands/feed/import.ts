import { AttachmentBuilder, type InteractionEditReplyOptions } from 'discord.js';
import { RequestError } from '../../src/core/errors.ts';
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
import { numberText, plural } from '../../src/text/plural.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { storyChannelTypes } from '../options.ts';
import { storyChannel } from './add.ts';
import type { FeedSubcommand } from './subcommand.ts';

const longestMessage = 1_700;
/** Fewer feeds are read before anybody asks. */
const leastShown = 5;

export const importList: FeedSubcommand = {
  name: 'import',
  body: (subcommand) =>
    subcommand
      .setDescription('Add the feeds of an OPML file to a channel')
      .addAttachmentOption((option) =>
        option
          .setName('file')
          .setDescription('OPML file that a feed reader exported')
          .setRequired(true),
      )
      .addChannelOption((option) =>
        option
          .setName('channel')
          .setDescription('Where to post their stories (default: this channel)')
          .addChannelTypes(...storyChannelTypes),
      )
      .addIntegerOption((option) =>
        option
          .setName('first-run')
          .setDescription('How many of the newest stories of each feed to post now (default: 0)')
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
    throw new RequestError('This file lists no feeds. Each feed in it needs an `xmlUrl`.');
  }
  const firstRun = interaction.options.getInteger('first-run') ?? 0;
  const settings = settingsFor(channel, { ...defaultSubscriptionSettings, firstRun });
  const place = { guildId: interaction.guildId, channelId, settings };
  const imported = await importFeeds(ports, listed, place, interaction.user.id);
  const summary = importSummary(imported, channelId, firstRun);
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
    const text = readingText(read, failed, feedIds.length);
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

function readingText(read: number, failed: number, total: number): string {
  const failures =
    failed === 0
      ? ''
      : ` ${numberText(failed)} could not be read: \`/feed list\` shows which, \`/feed show\` why.`;
  return read === total
    ? `All of them have been read.${failures}`
    : `${numberText(read)} of ${plural(total, 'feed')} read so far.${failures}`;
}

function importSummary(
  imported: ImportedFeeds,
  channelId: string,
  firstRun: number,
): InteractionEditReplyOptions {
  const { added, known, refused, left } = imported;
  const groups = [
    ['Added', added],
    ['Already there', known],
    ['Not a web address', refused],
    ['Left over', left],
  ] as const;
  const summary = [
    `Added ${plural(added.length, 'feed')} to <#${channelId}>.`,
    ...groups
      .slice(1)
      .filter(([, urls]) => urls.length > 0)
      .map(([label, urls]) => `${label}: ${urls.length}.`),
    ...(added.length > 0 ? [firstStories(firstRun)] : []),
    ...(left.length > 0 ? ['Import the same file again to add the feeds left over.'] : []),
  ].join('\n');
  const lines = groups.flatMap(([label, urls]) => urls.map((url) => `${label}: ${url}`));
  const content = `${summary}\n\`\`\`\n${lines.join('\n').replaceAll('`', "'")}\n\`\`\``;
  if (content.length <= longestMessage) return { content, allowedMentions: { parse: [] } };
  const list = new AttachmentBuilder(Buffer.from(lines.join('\n')), { name: 'imported.txt' });
  return { content: summary, files: [list], allowedMentions: { parse: [] } };
}

function firstStories(firstRun: number): string {
  if (firstRun === 0) return 'Their next new stories will be the first to be posted.';
  return firstRun === 1
    ? 'The newest story of each is posted when Wirethread reads the feed.'
    : `The newest ${firstRun} stories of each are posted when Wirethread reads the feed.`;
}
