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

/** Channels as the client keeps them; asked for only where it does not, as with archived threads. */
export function channelPort(
  client: Client,
  botId: () => string,
): Pick<Discord, 'channel' | 'missingPermissions'> {
  const fetched = (channelId: string, signal: AbortSignal) =>
    orNull(
      call<APIChannel>(
        (inner) => client.rest.get(Routes.channel(channelId), { signal: inner }),
        signal,
      ),
      [10003, 50001],
    );

  return {
    async channel(channelId, signal) {
      const known = client.channels.cache.get(channelId);
      if (known) return knownChannel(known);
      const asked = await fetched(channelId, signal);
      return asked && fetchedChannel(asked);
    },

    async missingPermissions(channelId, signal) {
      signal.throwIfAborted();
      const known = client.channels.cache.get(channelId);
      const asked = known ? null : await fetched(channelId, signal);
      const parentId = asked && 'parent_id' in asked ? asked.parent_id : null;
      // An archived thread, which the client does not keep, has its channel's permissions.
      const channel = known ?? (parentId ? client.channels.cache.get(parentId) : undefined);
      if (!channel || channel.isDMBased()) return ['ViewChannel'];
      const kind = kinds[asked?.type ?? channel.type] ?? 'text';
      const permissions = channel.permissionsFor(botId());
      return requiredPermissions(kind).filter(
        (name) => !permissions?.has(PermissionFlagsBits[name]),
      );
    },
  };
}

function knownChannel(channel: Channel): PostingChannel | null {
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
