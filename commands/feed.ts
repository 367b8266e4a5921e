import {
  type APIActionRowComponent,
  type APIButtonComponent,
  ChannelType,
  type ChatInputCommandInteraction,
  InteractionContextType,
  MessageFlags,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import { RequestError } from '../src/core/errors.ts';
import { permissionWords } from '../src/core/permissions.ts';
import {
  defaultSubscriptionSettings,
  type Subscription,
  type SubscriptionSettings,
} from '../src/core/feed.ts';
import { durationText, minuteMs, hourMs } from '../src/core/time.ts';
import type { FeedDocument } from '../src/core/story.ts';
import { subscribe, tryFeed, unsubscribe } from '../src/newsroom/subscribe.ts';
import { escapeMarkdown, renderStory } from '../src/render/index.ts';
import type { Desk, SlashCommand } from './command.ts';
import { isManager, requireManager } from './gates.ts';
import {
  choices,
  durationOption,
  namedRole,
  periodOption,
  shortened,
  withinMessage,
} from './options.ts';

type Asked = ChatInputCommandInteraction<'cached'>;

const leastPollMs = minuteMs;

const body = new SlashCommandBuilder()
  .setName('feed')
  .setDescription('The feeds whose stories are posted here')
  .setContexts(InteractionContextType.Guild)
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
  .addSubcommand((add) =>
    add
      .setName('add')
      .setDescription('Post the stories of a feed in a channel')
      .addStringOption((option) =>
        option
          .setName('url')
          .setDescription("The feed's address, https://…")
          .setRequired(true)
          .setMaxLength(2000),
      )
      .addChannelOption((option) =>
        option
          .setName('channel')
          .setDescription('Where its stories go (this channel if left out)')
          .addChannelTypes(ChannelType.GuildText, ChannelType.GuildAnnouncement),
      )
      .addStringOption((option) =>
        option.setName('poll-every').setDescription('How often it is read: 5m, 1h … (10m)'),
      )
      .addIntegerOption((option) =>
        option
          .setName('first-run')
          .setDescription('How many of its newest stories are posted at once (3)')
          .setMinValue(0)
          .setMaxValue(25),
      )
      .addStringOption((option) =>
        option
          .setName('comment-period')
          .setDescription('How long a discussion stays open: 3d, 14d … or never (7d)'),
      )
      .addBooleanOption((option) =>
        option.setName('comments').setDescription('Mirror the comments of its stories (yes)'),
      )
      .addRoleOption((option) =>
        option.setName('mention').setDescription('A role to mention with every story'),
      ),
  )
  .addSubcommand((list) => list.setName('list').setDescription('The feeds of this server'))
  .addSubcommand((remove) =>
    remove
      .setName('remove')
      .setDescription('Post no more stories of a feed; its discussions are closed')
      .addStringOption((option) =>
        option.setName('feed').setDescription('Which').setRequired(true).setAutocomplete(true),
      ),
  )
  .addSubcommand((test) =>
    test
      .setName('test')
      .setDescription('Read a feed and show its newest story to you only')
      .addStringOption((option) =>
        option
          .setName('url')
          .setDescription("The feed's address, or one of this server's feeds")
          .setRequired(true)
          .setAutocomplete(true)
          .setMaxLength(2000),
      ),
  )
  .toJSON();

export const feed: SlashCommand = {
  body,

  async run(interaction, desk) {
    requireManager(interaction);
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    switch (interaction.options.getSubcommand()) {
      case 'add':
        return add(interaction, desk);
      case 'list':
        return list(interaction, desk);
      case 'remove':
        return remove(interaction, desk);
      default:
        return test(interaction, desk);
    }
  },

  async autocomplete(interaction, { ports }) {
    if (!isManager(interaction)) return interaction.respond([]);
    const subscriptions = await ports.store.feeds.subscriptionsIn(interaction.guildId);
    const { name, value } = interaction.options.getFocused(true);
    const label = ({ url, channelId }: Subscription) => {
      const channel = interaction.guild.channels.cache.get(channelId)?.name ?? 'unknown channel';
      return `${shortened(url, 60)} in #${shortened(channel, 30)}`;
    };
    const valueOf = ({ id, url }: Subscription) => (name === 'feed' ? id : url);
    await interaction.respond(choices(subscriptions, value, label, valueOf));
  },
};

async function add(interaction: Asked, desk: Desk): Promise<void> {
  const { ports, signal } = desk;
  const url = interaction.options.getString('url', true);
  const channelId = interaction.options.getChannel('channel')?.id ?? channelHere(interaction);
  const settings = settingsAsked(interaction);
  const missing = await ports.discord.missingPermissions(channelId, signal);
  if (missing.length > 0) {
    throw new RequestError(
      `Wirethread lacks ${permissionWords(missing)} in <#${channelId}>. Give its role these permissions there, then add the feed again.`,
    );
  }
  const document = await tryFeed(ports, url, signal);
  const wanted = { url, guildId: interaction.guildId, channelId, settings };
  await subscribe(ports, wanted, interaction.user.id);
  const first = Math.min(settings.firstRun, document.stories.length);
  await interaction.editReply({
    content: [
      `**${escapeMarkdown(shortened(document.title ?? url, 200))}** goes to <#${channelId}> from now on, read every ${durationText(settings.pollEveryMs)}.`,
      first > 0
        ? `Its newest ${first} of ${document.stories.length} stories follow at once.`
        : 'Nothing is posted until its next story.',
      commentsSaid(settings),
    ].join('\n'),
    allowedMentions: { parse: [] },
  });
}

/** Where the command was used. @throws RequestError where no story can have a thread */
function channelHere({ channel, channelId }: Asked): string {
  const fits =
    channel?.type === ChannelType.GuildText || channel?.type === ChannelType.GuildAnnouncement;
  if (fits) return channelId;
  throw new RequestError(
    'Stories cannot be posted here: each opens a thread of its own. Name a text or announcement channel in `channel`.',
  );
}

function settingsAsked({ options, guildId }: Asked): SubscriptionSettings {
  const defaults = defaultSubscriptionSettings;
  const pollEvery = options.getString('poll-every');
  const period = options.getString('comment-period');
  return {
    ...defaults,
    pollEveryMs: pollEvery
      ? durationOption('poll-every', pollEvery, leastPollMs)
      : defaults.pollEveryMs,
    firstRun: options.getInteger('first-run') ?? defaults.firstRun,
    mentionRoleId: namedRole('mention', options.getRole('mention'), guildId),
    commentPeriodMs: period
      ? periodOption('comment-period', period, hourMs)
      : defaults.commentPeriodMs,
    comments: {
      ...defaults.comments,
      mirror: options.getBoolean('comments') ?? defaults.comments.mirror,
    },
  };
}

function commentsSaid({ comments, commentPeriodMs }: SubscriptionSettings): string {
  if (!comments.mirror) return 'Comments are not mirrored.';
  const until =
    commentPeriodMs === null
      ? 'never close'
      : `close ${durationText(commentPeriodMs)} after publication`;
  return `Comments are mirrored where the site gives them; discussions ${until}.`;
}

async function list(interaction: Asked, { ports }: Desk): Promise<void> {
  const subscriptions = await ports.store.feeds.subscriptionsIn(interaction.guildId);
  const lines = await Promise.all(
    subscriptions.map(async ({ feedId, url, channelId, settings, origin }) => {
      const known = await ports.store.feeds.feed(feedId);
      const title = known?.title ? `**${escapeMarkdown(shortened(known.title, 80))}** ` : '';
      const health = known?.lastError
        ? `failing: ${escapeMarkdown(shortened(known.lastError, 150))}`
        : known?.lastPolledAt
          ? `read <t:${Math.floor(known.lastPolledAt / 1000)}:R>`
          : 'not read yet';
      const declared = origin === 'config' ? ' · declared in the configuration file' : '';
      return `- ${title}<${shortened(url, 300)}> → <#${channelId}>, every ${durationText(settings.pollEveryMs)} · ${health}${declared}`;
    }),
  );
  const none = 'No feeds yet. `/feed add url:https://…` brings one into a channel.';
  await interaction.editReply({
    content: lines.length === 0 ? none : withinMessage(lines),
    allowedMentions: { parse: [] },
  });
}

async function remove(interaction: Asked, { ports }: Desk): Promise<void> {
  const id = interaction.options.getString('feed', true);
  const removed = await unsubscribe(ports, interaction.guildId, id, interaction.user.id);
  await interaction.editReply({
    content: `<${shortened(removed.url, 300)}> posts nothing more in <#${removed.channelId}>. What was posted stays; its open discussions are closed.`,
    allowedMentions: { parse: [] },
  });
}

async function test(interaction: Asked, { ports, signal }: Desk): Promise<void> {
  const url = interaction.options.getString('url', true);
  const document = await tryFeed(ports, url, signal);
  const newest = newestStory(document);
  const count = `${document.stories.length} ${document.stories.length === 1 ? 'story' : 'stories'}`;
  const title = escapeMarkdown(shortened(document.title ?? url, 200));
  if (!newest) {
    await interaction.editReply({
      content: `**${title}** is a feed without stories so far. It can be added: its first story is posted when it comes.`,
      allowedMentions: { parse: [] },
    });
    return;
  }
  const shown = renderStory(newest, {
    threadUrl: null,
    commentCount: newest.commentCount,
    mentionRoleId: null,
    corrected: null,
    feedTitle: document.title,
  });
  const intro = `**${title}** reads well: ${count}. Its newest, as it would be posted (the article's page adds more credits):`;
  await interaction.editReply({
    embeds: shown.embeds ?? [],
    components: (shown.components ?? []) as APIActionRowComponent<APIButtonComponent>[],
    content: shortened(`${intro}\n${shown.content ?? ''}`, 2000),
    allowedMentions: { parse: [] },
  });
}

function newestStory({ stories }: FeedDocument) {
  return stories.toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0))[0];
}
