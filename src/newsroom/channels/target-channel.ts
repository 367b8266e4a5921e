import { type PostingChannel, supportsDiscussions } from '../../core/delivery/channel.ts';
import { RequestError } from '../../core/errors.ts';
import type { SubscriptionSettings } from '../../core/feed/subscription.ts';
import type { Snowflake } from '../../core/ids.ts';
import { permissionLabels } from '../../core/delivery/permissions.ts';
import type { Ports } from '../ports.ts';

/**
 * The channel that a person wants stories in. `again` tells them how to go on once it is mended:
 * "add the feed again".
 * @throws RequestError when stories cannot be posted there, with what to do
 */
export async function targetChannel(
  { discord, store }: Pick<Ports, 'discord' | 'store'>,
  channelId: Snowflake,
  again: string,
  signal: AbortSignal,
): Promise<PostingChannel> {
  const missing = await discord.missingPermissions(channelId, signal);
  if (missing.length > 0) {
    throw new RequestError(
      `Wirethread lacks ${permissionLabels(missing)} in <#${channelId}>. Give its role these permissions there, then ${again}.`,
    );
  }
  const channel = await discord.channel(channelId, signal);
  if (!channel) {
    throw new RequestError(
      `Stories cannot be posted in <#${channelId}>: choose a text, announcement or forum channel, or a thread.`,
    );
  }
  if (channel.kind === 'thread' && (await store.discussions.getByThread(channelId))) {
    throw new RequestError(
      `<#${channelId}> is the discussion of a story: other stories would be posted among its comments. Choose another thread or a channel.`,
    );
  }
  return channel;
}

/** Settings as they can hold there: a thread takes stories, but no discussions. */
export function settingsFor(
  channel: PostingChannel,
  settings: SubscriptionSettings,
): SubscriptionSettings {
  if (supportsDiscussions(channel) || !settings.comments.mirror) return settings;
  return { ...settings, comments: { ...settings.comments, mirror: false } };
}
