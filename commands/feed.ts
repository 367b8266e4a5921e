import {
  InteractionContextType,
  MessageFlags,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import type { Subscription } from '../src/core/feed/subscription.ts';
import { requestError, truncate } from '../src/render/index.ts';
import type { FeedId } from '../src/core/ids.ts';
import type { CommandContext, SlashCommand } from './command.ts';
import { shownAddress } from '../src/text/masked-url.ts';
import { add } from './feed/add.ts';
import { edit } from './feed/edit.ts';
import { exportList } from './feed/export.ts';
import { importList } from './feed/import.ts';
import { list } from './feed/list.ts';
import { remove } from './feed/remove.ts';
import { retry } from './feed/retry.ts';
import { show } from './feed/show.ts';
import type { FeedSubcommand } from './feed/subcommand.ts';
import { test } from './feed/test.ts';
import { described } from './localized.ts';
import { isManager, requireManager } from './permissions.ts';
import { channelLabel, choices } from './options.ts';

const subcommands = [
  add,
  edit,
  list,
  show,
  retry,
  remove,
  test,
  importList,
  exportList,
] satisfies readonly FeedSubcommand[];

const byName = new Map<string, FeedSubcommand>(subcommands.map((one) => [one.name, one]));

const builder = described(
  new SlashCommandBuilder().setName('feed'),
  (labels) => labels.commands.feed.description,
)
  .setContexts(InteractionContextType.Guild)
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild);
for (const { name, body } of subcommands) {
  builder.addSubcommand((subcommand) => body(subcommand.setName(name)));
}

export const feed: SlashCommand = {
  body: builder.toJSON(),

  async run(interaction, context) {
    requireManager(interaction);
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const subcommand = byName.get(interaction.options.getSubcommand());
    if (!subcommand) throw requestError((labels) => labels.refusals.older);
    await subcommand.run(interaction, context);
  },

  async autocomplete(interaction, context) {
    if (!isManager(interaction)) return interaction.respond([]);
    const own = byName.get(interaction.options.getSubcommand())?.autocomplete;
    if (own && interaction.options.getFocused(true).name !== 'feed')
      return own(interaction, context);
    const { guild } = interaction;
    const subscriptions = await context.ports.store.feeds.listSubscriptionsIn(guild.id);
    const { name, value } = interaction.options.getFocused(true);
    const label = ({ url, channelId }: Subscription) =>
      `${truncate(shownAddress(url), 50)} in ${channelLabel(guild, channelId)}`;
    const titles = await titlesOf(subscriptions, context);
    const wholeText = (one: Subscription) =>
      `${titles.get(one.feedId) ?? ''} ${shownAddress(one.url)} in ${channelLabel(guild, one.channelId)}`;
    if (name === 'feed') {
      await interaction.respond(choices(subscriptions, value, label, ({ id }) => id, wholeText));
      return;
    }
    // A feed of several channels is one address.
    const byFeed = new Map<string, [Subscription, ...Subscription[]]>();
    for (const one of subscriptions) {
      const first = byFeed.get(one.feedId);
      if (first) first.push(one);
      else byFeed.set(one.feedId, [one]);
    }
    const labels = ([first, ...others]: [Subscription, ...Subscription[]]) =>
      [label(first), ...others.map(({ channelId }) => channelLabel(guild, channelId))].join(', ');
    // The id replaces an address with a secret, because the field shows the value.
    const valueOf = ([{ id, url }]: [Subscription, ...Subscription[]]) =>
      shownAddress(url) === url ? url : id;
    const wholeTexts = (several: readonly Subscription[]) => several.map(wholeText).join(', ');
    await interaction.respond(choices([...byFeed.values()], value, labels, valueOf, wholeTexts));
  },
};

/** The titles of the feeds that have been read. */
async function titlesOf(
  subscriptions: readonly Subscription[],
  { ports }: CommandContext,
): Promise<Map<FeedId, string>> {
  const titles = new Map<FeedId, string>();
  for (const { feedId } of subscriptions) {
    const feed = await ports.store.feeds.getFeed(feedId);
    if (feed?.title) titles.set(feedId, feed.title);
  }
  return titles;
}
