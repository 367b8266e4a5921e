import { accessOrNull } from '../world/access.ts';
import { withoutContent } from '../world/message-content.ts';
import type { Application, Fields, Guild, Id, Message } from '../world/model.ts';
import { isThread } from '../world/model.ts';
import { channelView, guildView, memberView, threadView } from '../world/views.ts';
import type { Change, World } from '../world/world.ts';
import { gatewayEvents } from './events.ts';
import { intentBits } from './intents.ts';

export interface Recipient {
  application: Application;
  intents: number;
  shard: readonly [number, number];
}

/** Which shard of so many a guild belongs to. */
export function shardOf(guildId: Id, count: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(count));
}

/** GUILD_CREATE's whole guild: channels, the active threads in view, the bot as member. */
export function wholeGuild(world: World, guild: Guild, application: Application): Fields {
  const self = guild.members.get(application.botUserId);
  const viewer = application.botUserId;
  const threads = world
    .threads()
    .filter((thread) => thread.guild_id === guild.id && !thread.thread_metadata.archived)
    .filter((thread) => accessOrNull(world, viewer, thread.id) !== null);
  return {
    ...guildView(guild),
    joined_at: self?.joined_at,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: self ? [memberView(self)] : [],
    channels: world.channelsOf(guild.id).map((channel) => channelView(world, channel)),
    threads: threads.map((thread) => threadView(world, thread, viewer)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** Whether a recipient is in the place where something happened and may see it. */
function sees(world: World, change: Change, to: Recipient): boolean {
  const { guildId, channelId, name } = change;
  if (guildId === null) return true;
  if (shardOf(guildId, to.shard[1]) !== to.shard[0]) return false;
  if (name === 'GUILD_DELETE' && change.onlyTo) return true;
  const guild = world.guilds.get(guildId);
  if (!guild?.members.has(to.application.botUserId)) return false;
  if (world.unreachable.has(guildId)) return name === 'GUILD_DELETE';
  const inChannel = /^(MESSAGE|THREAD)_|^CHANNEL_PINS/.test(name);
  if (!inChannel || !channelId || !world.channels.has(channelId)) return true;
  return accessOrNull(world, to.application.botUserId, channelId) !== null;
}

function ofMessage(data: Fields, to: Recipient): Fields {
  const message = withoutContent(data as unknown as Message, to.application, to.intents);
  const own = message.author.id === to.application.botUserId;
  if (own) return message as unknown as Fields;
  const { nonce: _, ...rest } = message as unknown as Fields;
  return rest;
}

/** What a recipient gets of a change, `null` for nothing. */
export function dispatchFor(world: World, change: Change, to: Recipient): Fields | null {
  const { name, data } = change;
  if (change.onlyTo && change.onlyTo !== to.application.id) return null;
  const isDirect = change.guildId === null && name.startsWith('MESSAGE_');
  const intent = isDirect ? intentBits.DirectMessages : gatewayEvents[name];
  if (intent === undefined || (to.intents & intent) !== intent) return null;
  if (!sees(world, change, to)) return null;
  switch (name) {
    case 'GUILD_CREATE':
      return wholeGuild(world, world.guild(change.guildId ?? ''), to.application);
    case 'GUILD_MEMBER_UPDATE': {
      const self = (data['user'] as { id: Id }).id === to.application.botUserId;
      return self || to.intents & intentBits.GuildMembers ? data : null;
    }
    case 'MESSAGE_CREATE':
    case 'MESSAGE_UPDATE':
      return ofMessage(data, to);
    case 'THREAD_CREATE':
    case 'THREAD_UPDATE': {
      const thread = world.channels.get(change.channelId ?? '');
      if (!thread || !isThread(thread)) return data;
      return { ...data, ...threadView(world, thread, to.application.botUserId) };
    }
    default:
      return data;
  }
}
