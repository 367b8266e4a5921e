import { supportsDiscussions } from '../../src/core/delivery/channel.ts';
import { ChannelType } from 'discord.js';
import { defaultSubscriptionSettings } from '../../src/core/feed/subscription.ts';
import type { SubscriptionSettings } from '../../src/core/feed/subscription.ts';
import { hourMs, minuteMs } from '../../src/core/time/duration.ts';
import { findFeeds } from '../../src/newsroom/subscriptions/find-feeds.ts';
import { settingsFor, targetChannel } from '../../src/newsroom/channels/target-channel.ts';
import { requestError } from '../../src/render/index.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { described } from '../localized.ts';
import { durationOption, namedRole, periodOption, storyChannelTypes } from '../options.ts';
import { aboutOption } from '../refusals.ts';
import { addFeed, offerFeeds } from './select-feed.ts';
import type { FeedSubcommand } from './subcommand.ts';

const leastPollMs = minuteMs;

export const add: FeedSubcommand = {
  name: 'add',
  body: (subcommand) =>
    described(subcommand, (labels) => labels.commands.feed.add.description)
      .addStringOption((option) =>
        described(option.setName('url'), (labels) => labels.commands.feed.add.url)
          .setRequired(true)
          .setMaxLength(2000),
      )
      .addChannelOption((option) =>
        described(
          option.setName('channel').addChannelTypes(...storyChannelTypes),
          (labels) => labels.commands.feed.add.channel,
        ),
      )
      .addStringOption((option) =>
        described(option.setName('poll-every'), (labels) => labels.commands.feed.add.pollEvery),
      )
      .addIntegerOption((option) =>
        described(
          option.setName('first-run').setMinValue(0).setMaxValue(25),
          (labels) => labels.commands.feed.add.firstRun,
        ),
      )
      .addStringOption((option) =>
        described(
          option.setName('comment-period'),
          (labels) => labels.commands.feed.add.commentPeriod,
        ),
      )
      .addBooleanOption((option) =>
        described(option.setName('comments'), (labels) => labels.commands.feed.add.comments),
      )
      .addRoleOption((option) =>
        described(option.setName('mention'), (labels) => labels.commands.feed.add.mention),
      ),
  run,
};

async function run(interaction: SlashInteraction, context: CommandContext): Promise<void> {
  const { ports, signal } = context;
  const address = interaction.options.getString('url', true);
  const channelId = storyChannel(interaction);
  const channel = await targetChannel(ports, channelId, '/feed add', signal);
  const settings = settingsFor(channel, requestedSettings(interaction));
  const found = await aboutOption('url', () => findFeeds(ports, address, signal));
  const [only] = found;
  const place = {
    guildId: interaction.guildId,
    channelId,
    settings,
    takesDiscussions: supportsDiscussions(channel),
  };
  await interaction.editReply(
    only && found.length === 1
      ? await addFeed(context, only, place, interaction)
      : offerFeeds(context, interaction, found, place),
  );
}

/**
 * The channel of the option, or else the one where the command was used.
 * @throws RequestError without the option in a thread, voice channel or forum post
 */
export function storyChannel({ options, channel, channelId }: SlashInteraction): string {
  const named = options.getChannel('channel');
  if (named) return named.id;
  const fits =
    channel?.type === ChannelType.GuildText || channel?.type === ChannelType.GuildAnnouncement;
  if (fits) return channelId;
  throw requestError((labels) => labels.feed.add.noChannel);
}

function requestedSettings({ options, guildId }: SlashInteraction): SubscriptionSettings {
  const defaults = defaultSubscriptionSettings;
  const pollEvery = options.getString('poll-every');
  const period = options.getString('comment-period');
  const mention = namedRole('mention', options.getRole('mention'), guildId);
  return {
    ...defaults,
    pollEveryMs: pollEvery
      ? durationOption('poll-every', pollEvery, leastPollMs)
      : defaults.pollEveryMs,
    firstRun: options.getInteger('first-run') ?? defaults.firstRun,
    mentionRoleIds: mention === null ? defaults.mentionRoleIds : [mention],
    commentPeriodMs: period
      ? periodOption('comment-period', period, hourMs)
      : defaults.commentPeriodMs,
    comments: {
      ...defaults.comments,
      mirror: options.getBoolean('comments') ?? defaults.comments.mirror,
    },
  };
}
