import { type Guild, PermissionFlagsBits } from 'discord.js';
import { requiredPermissions } from '../src/core/delivery/permissions.ts';
import type { Subscription } from '../src/core/feed/subscription.ts';
import { guildSettings, moderatorsChannelTrouble } from '../src/newsroom/outbox/moderators.ts';
import { escapeMarkdown, type Labels, permissionsIn, truncate } from '../src/render/index.ts';
import { shownAddress } from '../src/text/masked-url.ts';
import type { CommandContext } from './command.ts';

/** More of one kind are not listed: `/feed list` has them. */
const mostListed = 3;

/**
 * What a manager of the server still has to do before stories and reports arrive, each with the
 * command to type, in this order. Empty when nothing is left to do.
 */
export async function nextSteps(
  guild: Guild,
  labels: Labels,
  context: CommandContext,
): Promise<string[]> {
  const { feeds } = context.ports.store;
  const subscriptions = await feeds.listSubscriptionsIn(guild.id);
  return [
    ...roleSteps(guild, labels),
    ...(await moderatorSteps(guild, labels, context)),
    ...(subscriptions.length === 0
      ? [labels.steps.addFeed]
      : await feedSteps(subscriptions, labels, context)),
  ];
}

/** What its role lacks in the whole server; a channel may give more or less. */
function roleSteps({ members }: Guild, labels: Labels): string[] {
  const permissions = members.me?.permissions;
  const missing = requiredPermissions('text').filter(
    (name) => permissions?.has(PermissionFlagsBits[name]) === false,
  );
  if (missing.length === 0) return [];
  return [labels.steps.giveRole({ permissions: permissionsIn(labels, missing) })];
}

async function moderatorSteps(
  guild: Guild,
  labels: Labels,
  { ports, signal }: CommandContext,
): Promise<string[]> {
  const { steps } = labels;
  const settings = await guildSettings(ports.store, guild.id);
  const { moderatorsChannelId: channelId } = settings;
  if (channelId === null) {
    return [steps.chooseChannel];
  }
  const needed = ['ViewChannel', 'SendMessages'];
  const lacks = await ports.discord.missingPermissions(channelId, signal);
  const missing = lacks.filter((name) => needed.includes(name));
  if (missing.length > 0) {
    const permissions = permissionsIn(labels, missing);
    return [steps.moderatorsLack({ channel: `<#${channelId}>`, permissions })];
  }
  const trouble = await moderatorsChannelTrouble(ports.store, settings);
  if (trouble === null) return [];
  const reason = escapeMarkdown(truncate(trouble, 200));
  return [steps.moderatorsTrouble({ channel: `<#${channelId}>`, reason })];
}

/** Feeds that cannot be read, and channels where nothing can be posted. */
async function feedSteps(
  subscriptions: readonly Subscription[],
  labels: Labels,
  { ports, signal }: CommandContext,
): Promise<string[]> {
  const channels: string[] = [];
  for (const channelId of new Set(subscriptions.map((one) => one.channelId))) {
    const missing = await ports.discord.missingPermissions(channelId, signal);
    if (missing.length > 0) {
      const permissions = permissionsIn(labels, missing);
      channels.push(labels.steps.channelLacks({ channel: `<#${channelId}>`, permissions }));
    }
  }
  const paused: string[] = [];
  for (const [feedId, url] of new Map(subscriptions.map((one) => [one.feedId, one.url]))) {
    const feed = await ports.store.feeds.getFeed(feedId);
    if (!feed?.state.paused) continue;
    paused.push(labels.steps.paused({ address: truncate(shownAddress(url), 200) }));
  }
  return [...channels.slice(0, mostListed), ...paused.slice(0, mostListed)];
}
