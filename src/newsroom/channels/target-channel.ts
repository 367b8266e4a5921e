import { type PostingChannel, supportsDiscussions } from '../../core/delivery/channel.ts';
import type { SubscriptionSettings } from '../../core/feed/subscription.ts';
import type { Snowflake } from '../../core/ids.ts';
import { permissionsIn, requestError } from '../../render/index.ts';
import type { Ports } from '../ports.ts';

/**
 * The channel that a person chose for stories. `command` is what to use again once a problem is
 * solved, as in "/feed add".
 * @throws RequestError when stories cannot be posted there
 */
export async function targetChannel(
  { discord, store }: Pick<Ports, 'discord' | 'store'>,
  channelId: Snowflake,
  command: string,
  signal: AbortSignal,
): Promise<PostingChannel> {
  const missing = await discord.missingPermissions(channelId, signal);
  if (missing.length > 0) {
    throw requestError((labels) =>
      labels.feed.refused.lacksPermissions({
        permissions: permissionsIn(labels, missing),
        channel: `<#${channelId}>`,
        command,
      }),
    );
  }
  const channel = await discord.channel(channelId, signal);
  if (!channel) {
    throw requestError(({ feed }) => feed.refused.noStoriesThere({ channel: `<#${channelId}>` }));
  }
  if (channel.kind === 'thread' && (await store.discussions.getByThread(channelId))) {
    throw requestError(({ feed }) => feed.refused.isDiscussion({ channel: `<#${channelId}>` }));
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
