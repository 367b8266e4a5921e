import {
  type APIChannel,
  type Channel,
  ChannelFlags,
  ChannelType,
  type Client,
  PermissionFlagsBits,
  Routes,
} from 'discord.js';
import type { ChannelKind, PostingChannel } from '../../core/delivery/channel.ts';
import { requiredPermissions } from '../../core/delivery/permissions.ts';
import type { Discord } from '../../core/ports/discord.ts';
import { call, orNull } from './call.ts';

const kinds: Partial<Record<ChannelType, ChannelKind>> = {
  [ChannelType.GuildText]: 'text',
  [ChannelType.GuildAnnouncement]: 'announcement',
  [ChannelType.GuildForum]: 'forum',
  [ChannelType.PublicThread]: 'thread',
  [ChannelType.PrivateThread]: 'thread',
  [ChannelType.AnnouncementThread]: 'thread',
};

/** Channels and permissions from the client's cache; fetched where they are not cached, as archived threads. */
export function channelPort(
  client: Client,
  botId: () => string,
): Pick<Discord, 'channel' | 'missingPermissions' | 'mayManageThread'> {
  const fetchChannel = (channelId: string, signal: AbortSignal) =>
    orNull(
      call<APIChannel>(
        (inner) => client.rest.get(Routes.channel(channelId), { signal: inner }),
        signal,
      ),
      [10003, 50001],
    );

  /** The bot's permissions in a channel; `null` where it sees none. */
  async function permissionsIn(channelId: string, signal: AbortSignal) {
    const cached = client.channels.cache.get(channelId);
    const fetched = cached ? null : await fetchChannel(channelId, signal);
    const parentId = fetched && 'parent_id' in fetched ? fetched.parent_id : null;
    // An archived thread is not cached: it has its channel's permissions.
    const channel = cached ?? (parentId ? client.channels.cache.get(parentId) : undefined);
    if (!channel || channel.isDMBased()) return null;
    return { type: fetched?.type ?? channel.type, permissions: channel.permissionsFor(botId()) };
  }

  return {
    async channel(channelId, signal) {
      const cached = client.channels.cache.get(channelId);
      if (cached) return cachedChannel(cached);
      const fetched = await fetchChannel(channelId, signal);
      return fetched && fetchedChannel(fetched);
    },

    async mayManageThread(threadId, signal) {
      const permissions = (await permissionsIn(threadId, signal))?.permissions;
      return permissions?.has(PermissionFlagsBits.ManageThreads) ?? false;
    },

    async missingPermissions(channelId, signal) {
      signal.throwIfAborted();
      const found = await permissionsIn(channelId, signal);
      if (!found) return ['ViewChannel'];
      const { type, permissions } = found;
      return requiredPermissions(kinds[type] ?? 'text').filter(
        (name) => !permissions?.has(PermissionFlagsBits[name]),
      );
    },
  };
}

function cachedChannel(channel: Channel): PostingChannel | null {
  const kind = kinds[channel.type];
  if (!kind || channel.isDMBased()) return null;
  const { name } = channel;
  if (channel.type !== ChannelType.GuildForum) return { kind, name, tags: [], requiresTag: false };
  const tags = channel.availableTags.map(({ id, name }) => ({ id, name }));
  return { kind, name, tags, requiresTag: channel.flags.has(ChannelFlags.RequireTag) };
}

function fetchedChannel(channel: APIChannel): PostingChannel | null {
  const kind = kinds[channel.type];
  if (!kind) return null;
  const name = channel.name ?? '';
  if (channel.type !== ChannelType.GuildForum) return { kind, name, tags: [], requiresTag: false };
  const tags = channel.available_tags.map(({ id, name }) => ({ id, name }));
  const requiresTag = ((channel.flags ?? 0) & ChannelFlags.RequireTag) !== 0;
  return { kind, name, tags, requiresTag };
}
