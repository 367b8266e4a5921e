import { GuildFeature } from 'discord-api-types/v10';
import type {
  APIGuild,
  APIGuildMember,
  GuildMemberFlags,
  GuildSystemChannelFlags,
  UserFlags,
} from 'discord-api-types/v10';
import type {
  Channel,
  Fields,
  Guild,
  GuildChannel,
  Id,
  Member,
  Message,
  Role,
  Thread,
  User,
} from './model.ts';
import { isThread, messageFlags } from './model.ts';
import type { World } from './world.ts';

/** Discord's own objects, made from the world's state. Each call returns a new copy. */

export function newUser(id: Id, name: string, bot: boolean): User {
  return {
    id,
    username: bot ? name : name.toLowerCase().replaceAll(/[^a-z0-9_.]+/g, '_'),
    discriminator: bot ? '0001' : '0',
    global_name: bot ? null : name,
    avatar: null,
    banner: null,
    accent_color: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
    public_flags: 0 as UserFlags,
    flags: 0 as UserFlags,
    ...(bot ? { bot: true } : {}),
  };
}

export function memberView(member: Member): APIGuildMember {
  return { ...memberWithoutUser(member), user: { ...member.user } };
}

export function memberWithoutUser(member: Member): Omit<APIGuildMember, 'user'> {
  return {
    avatar: null,
    avatar_decoration_data: null,
    banner: null,
    collectibles: null,
    communication_disabled_until: member.communication_disabled_until,
    flags: 0 as GuildMemberFlags,
    joined_at: member.joined_at,
    nick: member.nick,
    pending: false,
    premium_since: null,
    roles: [...member.roles],
    mute: false,
    deaf: false,
  };
}

export function roleView(role: Role): Role {
  return structuredClone(role);
}

export function threadView(world: World, thread: Thread, viewer?: Id): Fields {
  const joined = viewer ? world.threadMembers.get(thread.id)?.get(viewer) : undefined;
  return {
    ...(structuredClone(thread) as unknown as Fields),
    ...(joined && viewer
      ? { member: { id: thread.id, user_id: viewer, join_timestamp: joined, flags: 1 } }
      : {}),
  };
}

export function channelView(world: World, channel: Channel, viewer?: Id): Fields {
  if (isThread(channel)) return threadView(world, channel, viewer);
  return structuredClone(channel) as unknown as Fields;
}

/** A message with its thread and the message it answers, as `viewer` gets it. */
export function messageView(world: World, message: Message, viewer?: Id): Message {
  const view = structuredClone(message);
  if (message.flags & messageFlags.HasThread) {
    const thread = world.channels.get(message.id);
    if (thread && isThread(thread)) {
      view.thread = threadView(world, thread, viewer) as unknown as Thread;
    }
  }
  const reference = message.message_reference;
  if (reference?.message_id && (message.type === 19 || message.type === 21)) {
    const referenced = world.messages.get(reference.channel_id)?.get(reference.message_id);
    view.referenced_message = referenced ? structuredClone(referenced) : null;
  }
  return view;
}

/** `GuildResponse` of Discord's API description requires more fields than `APIGuild` has. */
type GuildView = APIGuild & { home_header: null; nsfw: boolean };

export function guildView(guild: Guild): GuildView {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: [GuildFeature.Community, GuildFeature.News],
    banner: null,
    owner_id: guild.owner_id,
    application_id: null,
    region: 'us-central',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: guild.system_channel_id ?? null,
    system_channel_flags: 0 as GuildSystemChannelFlags,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    roles: [...guild.roles.values()].map(roleView),
    default_message_notifications: 0,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: guild.preferred_locale,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    hub_type: null,
    incidents_data: null,
  };
}

/** The parts of a channel that an interaction carries. */
export function partialChannel(channel: Channel, permissions: bigint): Fields {
  const shared = {
    id: channel.id,
    type: channel.type,
    name: channel.name,
    guild_id: channel.guild_id,
    flags: channel.flags,
    last_message_id: channel.last_message_id,
    parent_id: channel.parent_id,
    rate_limit_per_user: channel.rate_limit_per_user,
    permissions: permissions.toString(),
  };
  if (isThread(channel)) return { ...shared, thread_metadata: { ...channel.thread_metadata } };
  const { topic, nsfw, position } = channel satisfies GuildChannel;
  return { ...shared, topic, nsfw, position };
}
