import type { ForumTag, GuildChannel, Id, Overwrite } from './model.ts';
import { channelTypes } from './model.ts';
import { channelView } from './views.ts';
import type { World } from './world.ts';

export interface NewChannel {
  name: string;
  type: GuildChannel['type'];
  topic?: string | null;
  parent_id?: Id | null;
  flags?: number;
  nsfw?: boolean;
  rate_limit_per_user?: number | null;
  permission_overwrites?: Overwrite[];
  available_tags?: (Partial<ForumTag> & { name: string })[];
  default_auto_archive_duration?: number | null;
  default_thread_rate_limit_per_user?: number | null;
}

/** Tags with an id each, new where they have none. */
export function storedTags(
  world: World,
  tags: NonNullable<NewChannel['available_tags']>,
): ForumTag[] {
  return tags.map((tag) => ({
    id: tag.id ?? world.nextId(),
    name: tag.name,
    moderated: tag.moderated ?? false,
    emoji_id: tag.emoji_id ?? null,
    emoji_name: tag.emoji_name ?? null,
  }));
}

/** Overwrites with what they leave out being neither allowed nor denied. */
export function storedOverwrites(
  given: readonly (Partial<Overwrite> & Pick<Overwrite, 'id' | 'type'>)[],
): Overwrite[] {
  return given.map(({ id, type, allow, deny }) => ({
    id,
    type,
    allow: BigInt(allow ?? 0).toString(),
    deny: BigInt(deny ?? 0).toString(),
  }));
}

export function announceChannel(world: World, name: string, channel: GuildChannel): void {
  world.emit({
    name,
    guildId: channel.guild_id,
    channelId: channel.id,
    data: channelView(world, channel),
  });
}

export function makeChannel(world: World, guildId: Id, given: NewChannel): GuildChannel {
  const forum = given.type === channelTypes.forum;
  const channel: GuildChannel = {
    id: world.nextId(),
    type: given.type,
    guild_id: guildId,
    name: given.name,
    position: world.channelsOf(guildId).length,
    flags: given.flags ?? 0,
    parent_id: given.parent_id ?? null,
    topic: given.topic ?? null,
    nsfw: given.nsfw ?? false,
    rate_limit_per_user: given.rate_limit_per_user ?? 0,
    permission_overwrites: given.permission_overwrites ?? [],
    last_message_id: null,
    last_pin_timestamp: null,
    ...(given.default_auto_archive_duration
      ? { default_auto_archive_duration: given.default_auto_archive_duration }
      : {}),
    ...(given.default_thread_rate_limit_per_user
      ? { default_thread_rate_limit_per_user: given.default_thread_rate_limit_per_user }
      : {}),
    ...(forum
      ? {
          available_tags: storedTags(world, given.available_tags ?? []),
          default_reaction_emoji: null,
          default_sort_order: null,
          default_forum_layout: 0 as const,
        }
      : {}),
  };
  world.channels.set(channel.id, channel);
  announceChannel(world, 'CHANNEL_CREATE', channel);
  return channel;
}
