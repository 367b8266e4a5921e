import type { AutocompleteInteraction } from 'discord.js';
import type { Subscription } from '../../src/core/feed/subscription.ts';
import type { FeedId } from '../../src/core/ids.ts';
import {
  subscriptionsMeant,
  theOneMeant,
} from '../../src/newsroom/subscriptions/own-subscription.ts';
import { truncate } from '../../src/render/index.ts';
import { shownAddress } from '../../src/text/masked-url.ts';
import type { CommandContext, SlashInteraction } from '../command.ts';
import { channelLabel, choices } from '../options.ts';
import { aboutOption } from '../refusals.ts';

type Choice = { name: string; value: string };

/** Suggests the server's feeds, each with its channel, by what is typed of address, title or channel. */
export async function subscriptionChoices(
  interaction: AutocompleteInteraction<'cached'>,
  context: CommandContext,
): Promise<Choice[]> {
  const { subscriptions, label, wholeText } = await listed(interaction, context);
  const typed = interaction.options.getFocused();
  return choices(subscriptions, typed, label, ({ id }) => id, wholeText);
}

/** Suggests the server's feeds: one of several channels is one address. */
export async function feedChoices(
  interaction: AutocompleteInteraction<'cached'>,
  context: CommandContext,
): Promise<Choice[]> {
  const { subscriptions, label, wholeText } = await listed(interaction, context);
  const { guild } = interaction;
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
  const typed = interaction.options.getFocused();
  return choices([...byFeed.values()], typed, labels, valueOf, wholeTexts);
}

async function listed(
  { guild }: AutocompleteInteraction<'cached'>,
  context: CommandContext,
): Promise<{
  subscriptions: Subscription[];
  label: (one: Subscription) => string;
  wholeText: (one: Subscription) => string;
}> {
  const subscriptions = await context.ports.store.feeds.listSubscriptionsIn(guild.id);
  const titles = await titlesOf(subscriptions, context);
  return {
    subscriptions,
    label: ({ url, channelId }) =>
      `${truncate(shownAddress(url), 50)} in ${channelLabel(guild, channelId)}`,
    wholeText: ({ feedId, url, channelId }) =>
      `${titles.get(feedId) ?? ''} ${shownAddress(url)} in ${channelLabel(guild, channelId)}`,
  };
}

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

/**
 * The feed of the option `feed`, by which something is filtered, whatever channels have it; `null`
 * without the option.
 * @throws RequestError when no feed or several feeds fit what was typed
 */
export async function filterFeed(
  { guildId, options }: Pick<SlashInteraction, 'guildId' | 'options'>,
  { ports }: Pick<CommandContext, 'ports'>,
): Promise<FeedId | null> {
  const typed = options.getString('feed')?.trim();
  if (!typed) return null;
  return aboutOption('feed', async () => {
    const fitting = await subscriptionsMeant(ports.store, guildId, typed);
    const feeds = new Map(fitting.map((one) => [one.feedId, one]));
    return theOneMeant([...feeds.values()], typed).feedId;
  });
}
