import { supportsDiscussions } from '../../src/core/delivery/channel.ts';
import { ChannelType } from 'discord.js';
import { RequestError } from '../../src/core/errors.ts';
import { defaultSubscriptionSettings } from '../../src/core/feed/subscription.ts';
import type { SubscriptionSettings } from '../../src/core/feed/subscription.ts';
import { hourMs, minuteMs } from '../../src/core/time/duration.ts';
import { findFeeds } from '../../src/newsroom/subscriptions/find-feeds.ts';
import { settingsFor, targetChannel } from '../../src/newsroom/channels/target-channel.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { durationOption, namedRole, periodOption, storyChannelTypes } from '../options.ts';
import { aboutOption } from '../refusals.ts';
import { addFeed, offerFeeds } from './select-feed.ts';
import type { FeedSubcommand } from './subcommand.ts';

const leastPollMs = minuteMs;

export const add: FeedSubcommand = {
  name: 'add',
  body: (subcommand) =>
    subcommand
      .setDescription('Post the stories of a feed in a channel')
      .addStringOption((option) =>
        option
          .setName('url')
          .setDescription(
            'Its address, or that of a site, channel or profile: https://…, r/name, @name@server',
          )
          .setRequired(true)
          .setMaxLength(2000),
      )
      .addChannelOption((option) =>
        option
          .setName('channel')
          .setDescription('Where to post its stories (default: this channel)')
          .addChannelTypes(...storyChannelTypes),
      )
      .addStringOption((option) =>
        option
          .setName('poll-every')
          .setDescription('How often to read it: 5m, 1h, 2 hours … (default: 10m)'),
      )
      .addIntegerOption((option) =>
        option
          .setName('first-run')
          .setDescription('How many of its newest stories to post now (default: 3)')
          .setMinValue(0)
          .setMaxValue(25),
      )
      .addStringOption((option) =>
        option
          .setName('comment-period')
          .setDescription(
            'How long a discussion stays open: 3 days, 2w … never means it never closes (default: 7d)',
          ),
      )
      .addBooleanOption((option) =>
        option
          .setName('comments')
          .setDescription('Mirror the comments of its stories (default: yes)'),
      )
      .addRoleOption((option) =>
        option.setName('mention').setDescription('Role to mention with every story'),
      ),
  run,
};

async function run(interaction: SlashInteraction, context: CommandContext): Promise<void> {
  const { ports, signal } = context;
  const address = interaction.options.getString('url', true);
  const channelId = storyChannel(interaction);
  const channel = await targetChannel(ports, channelId, 'add the feed again', signal);
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
      ? await addFeed(context, only, place, interaction.user.id)
      : offerFeeds(context, interaction.id, found, place),
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
  throw new RequestError(
    'Choose where the stories go: set `channel` to a text, announcement or forum channel, or to a thread.',
  );
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
