import {
  ChannelType,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  type Guild,
  type GuildBasedChannel,
  type GuildMember,
  PermissionFlagsBits,
} from 'discord.js';

/** A channel or thread of the server; `null` for any other, and for what Discord hides from the bot. */
export async function channelIn(
  guild: Guild,
  channelId: string,
): Promise<GuildBasedChannel | null> {
  return guild.channels.cache.get(channelId) ?? found(guild.channels.fetch(channelId));
}

/** `null` for what is not in this server, or what Discord does not show to the bot. */
async function found<T>(fetching: Promise<T>): Promise<T | null> {
  try {
    return await fetching;
  } catch (error) {
    const isRefused =
      error instanceof DiscordAPIError && (error.status === 403 || error.status === 404);
    const isElsewhere =
      error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.GuildChannelUnowned;
    if (isRefused || isElsewhere) return null;
    throw error;
  }
}

/** True if a member can read the channel's messages. Only its members can read a private thread. */
export async function mayRead(
  guild: Guild,
  channelId: string,
  member: GuildMember,
): Promise<boolean> {
  const channel = await channelIn(guild, channelId);
  const permissions = channel?.permissionsFor(member);
  const { ViewChannel, ReadMessageHistory, ManageThreads } = PermissionFlagsBits;
  if (!channel || !permissions?.has([ViewChannel, ReadMessageHistory])) return false;
  if (channel.type !== ChannelType.PrivateThread || permissions.has(ManageThreads)) return true;
  const joined = await found(channel.members.fetch(member.id));
  return joined !== null;
}
