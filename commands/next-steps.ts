import { type Guild, PermissionFlagsBits } from 'discord.js';
import { permissionLabels, requiredPermissions } from '../src/core/delivery/permissions.ts';
import type { Subscription } from '../src/core/feed/subscription.ts';
import { guildSettings, moderatorsChannelTrouble } from '../src/newsroom/outbox/moderators.ts';
import { escapeMarkdown, truncate } from '../src/render/index.ts';
import { shownAddress } from '../src/text/masked-url.ts';
import type { CommandContext } from './command.ts';

/** More of one kind are not listed: `/feed list` has them. */
const mostListed = 3;

/**
 * What a manager of the server still has to do before stories and reports arrive, each with the
 * command to type, in this order. Empty when nothing is left to do.
 */
export async function nextSteps(guild: Guild, context: CommandContext): Promise<string[]> {
  const { feeds } = context.ports.store;
  const subscriptions = await feeds.listSubscriptionsIn(guild.id);
  return [
    ...roleSteps(guild),
    ...(await moderatorSteps(guild, context)),
    ...(subscriptions.length === 0
      ? [
          'Add a feed: `/feed add url:https://… channel:#…`. The address of a newspaper’s site will do: its feed is found.',
        ]
      : await feedSteps(subscriptions, context)),
  ];
}

/** What its role lacks in the whole server; a channel may give more or less. */
export function roleSteps({ members }: Guild): string[] {
  const permissions = members.me?.permissions;
  const missing = requiredPermissions('text').filter(
    (name) => permissions?.has(PermissionFlagsBits[name]) === false,
  );
  if (missing.length === 0) return [];
  return [
    `Give Wirethread’s role ${permissionLabels(missing)}, in Server Settings → Roles, or in the channels where it posts.`,
  ];
}

async function moderatorSteps(guild: Guild, { ports, signal }: CommandContext): Promise<string[]> {
  const settings = await guildSettings(ports.store, guild.id);
  const { moderatorsChannelId: channelId } = settings;
  const set = '`/settings set moderators-channel:#…`';
  if (channelId === null) {
    return [`Choose where reports and alerts go, a channel that only moderators read: ${set}`];
  }
  const needed = ['ViewChannel', 'SendMessages'];
  const lacks = await ports.discord.missingPermissions(channelId, signal);
  const missing = lacks.filter((name) => needed.includes(name));
  if (missing.length > 0) {
    return [
      `Reports and alerts cannot be posted in <#${channelId}>: give Wirethread’s role ${permissionLabels(missing)} there, or choose another channel: ${set}`,
    ];
  }
  const trouble = await moderatorsChannelTrouble(ports.store, settings);
  if (trouble === null) return [];
  return [
    `Reports and alerts cannot be posted in <#${channelId}>: ${escapeMarkdown(truncate(trouble, 200))} Choose another channel: ${set}`,
  ];
}

/** Feeds that cannot be read, and channels where nothing can be posted. */
async function feedSteps(
  subscriptions: readonly Subscription[],
  { ports, signal }: CommandContext,
): Promise<string[]> {
  const channels: string[] = [];
  for (const channelId of new Set(subscriptions.map((one) => one.channelId))) {
    const missing = await ports.discord.missingPermissions(channelId, signal);
    if (missing.length > 0) {
      channels.push(
        `Stories cannot be posted in <#${channelId}>: give Wirethread’s role ${permissionLabels(missing)} there, or move its feeds with \`/feed edit\`, option \`channel\`.`,
      );
    }
  }
  const paused: string[] = [];
  for (const [feedId, url] of new Map(subscriptions.map((one) => [one.feedId, one.url]))) {
    const feed = await ports.store.feeds.getFeed(feedId);
    if (!feed?.state.paused) continue;
    const address = truncate(shownAddress(url), 200);
    paused.push(`<${address}> is paused. See why: \`/feed show feed:${address}\``);
  }
  return [...channels.slice(0, mostListed), ...paused.slice(0, mostListed)];
}
