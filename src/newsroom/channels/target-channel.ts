import { type PostingChannel, supportsDiscussions } from '../../core/delivery/channel.ts';
import { RequestError } from '../../core/errors.ts';
import type { SubscriptionSettings } from '../../core/feed/subscription.ts';
import type { Snowflake } from '../../core/ids.ts';
import { permissionLabels } from '../../core/delivery/permissions.ts';
import type { Ports } from '../ports.ts';

/**
 * The channel that a person chose for stories. `nextStep` ends the error message: what to do once the
 * problem is solved, as in "add the feed again".
 * @throws RequestError when stories cannot be posted there
 */
export async function targetChannel(
  { discord, store }: Pick<Ports, 'discord' | 'store'>,
  channelId: Snowflake,
  nextStep: string,
  signal: AbortSignal,
): Promise<PostingChannel> {
  const missing = await discord.missingPermissions(channelId, signal);
  if (missing.length > 0) {
    throw new RequestError(
      `Wirethread lacks ${permissionLabels(missing)} in <#${channelId}>. Give its role these permissions there, then ${nextStep}.`,
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

/** The settings without what the channel does not support: a thread has no discussions. */
export function settingsFor(
  channel: PostingChannel,
  settings: SubscriptionSettings,
): SubscriptionSettings {
  if (supportsDiscussions(channel) || !settings.comments.mirror) return settings;
  return { ...settings, comments: { ...settings.comments, mirror: false } };
}
