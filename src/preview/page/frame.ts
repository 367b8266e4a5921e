import type {
  User,
  Command,
  GuildChannel,
  LocalDiscord,
  Message,
  Thread,
} from '../discord/index.ts';
import { hasPermission } from '../discord/index.ts';
import { GuildView } from './guild-view.ts';

/** The person at the page, the open channel, and how many messages are shown. */
export interface Viewer {
  personId: string;
  channelId: string;
  /** The newest so many messages. */
  limit: number;
}

/** Everything on the page but the messages: servers, channels, threads, names, commands. */
export interface Frame {
  guilds: GuildFrame[];
  /** The person's private channels with bots. */
  directs: DirectFrame[];
  /** Slash and message commands offered in the channel that is open. */
  commands: Command[];
}

interface GuildFrame {
  id: string;
  name: string;
  roles: { id: string; name: string }[];
  members: { id: string; name: string; bot: boolean; roles: string[] }[];
  channels: ChannelFrame[];
  threads: ThreadFrame[];
}

type ChannelFrame = Pick<
  GuildChannel,
  'id' | 'type' | 'name' | 'topic' | 'parent_id' | 'position' | 'last_message_id'
> & {
  tags: { id: string; name: string }[];
  may: { write: boolean; writeInThreads: boolean; moderate: boolean; lock: boolean };
};

/** Drawn like a channel in which the person does not write. */
type DirectFrame = Pick<ChannelFrame, 'id' | 'name' | 'topic' | 'last_message_id' | 'may'> & {
  type: 1;
};

type ThreadFrame = Pick<
  Thread,
  | 'id'
  | 'type'
  | 'name'
  | 'parent_id'
  | 'owner_id'
  | 'message_count'
  | 'last_message_id'
  | 'rate_limit_per_user'
> & { archived: boolean; locked: boolean; tags: string[]; createdAt: string };

/** Everything a person sees but the messages. */
export function frameOf(
  discord: LocalDiscord,
  { personId, channelId }: Viewer,
  now: number,
): Frame {
  const all = GuildView.of(discord, personId, now);
  const open = all.flatMap((view) => {
    const found = view.find(channelId);
    return found ? view.commands(found.root) : [];
  });
  const directs = discord.directChannels(personId).map(directFrame);
  return { guilds: all.map(guildFrame), directs, commands: open };
}

function guildFrame(view: GuildView): GuildFrame {
  const { guild, channels } = view;
  return {
    id: guild.id,
    name: guild.name,
    roles: [...guild.roles.values()].map(({ id, name }) => ({ id, name })),
    members: [...guild.members.values()].map(({ user, nick, roles }) => ({
      id: user.id,
      name: nick ?? user.global_name ?? user.username,
      bot: user.bot ?? false,
      roles,
    })),
    channels: channels.map((channel) => channelFrame(channel, view.bits(channel))),
    threads: channels.flatMap((channel) => view.threads(channel).map(threadFrame)),
  };
}

function channelFrame(channel: GuildChannel, bits: bigint): ChannelFrame {
  const { id, type, name, topic, parent_id, position, last_message_id } = channel;
  return {
    id,
    type,
    name,
    topic,
    parent_id,
    position,
    last_message_id,
    tags: (channel.available_tags ?? []).map((tag) => ({ id: tag.id, name: tag.name })),
    may: {
      write: hasPermission(bits, 'SendMessages'),
      writeInThreads: hasPermission(bits, 'SendMessagesInThreads'),
      moderate: hasPermission(bits, 'ManageMessages'),
      lock: hasPermission(bits, 'ManageThreads'),
    },
  };
}

function directFrame({
  id,
  bot,
  last_message_id,
}: ReturnType<LocalDiscord['directChannels']>[number]): DirectFrame {
  const may = { write: false, writeInThreads: false, moderate: false, lock: false };
  return { id, type: 1, name: bot, topic: null, last_message_id, may };
}

function threadFrame(thread: Thread): ThreadFrame {
  const { id, type, name, parent_id, owner_id, message_count, last_message_id } = thread;
  const { rate_limit_per_user } = thread;
  const { archived, locked, create_timestamp } = thread.thread_metadata;
  return {
    id,
    type,
    name,
    parent_id,
    owner_id,
    message_count,
    last_message_id,
    rate_limit_per_user,
    archived,
    locked,
    tags: thread.applied_tags ?? [],
    createdAt: create_timestamp,
  };
}

/**
 * The newest messages of the open channel, the person's ephemeral ones among them, oldest first,
 * and whether there are earlier ones; `null` for a channel that the person cannot read.
 */
export function messagesFor(
  discord: LocalDiscord,
  { personId, channelId, limit }: Viewer,
  now: number,
): { messages: Message[]; earlier: boolean } | null {
  if (discord.directChannels(personId).some(({ id }) => id === channelId)) {
    const all = discord.messages(channelId, { includeEphemeral: personId });
    return { messages: all.slice(-limit), earlier: all.length > limit };
  }
  const found = GuildView.of(discord, personId, now)
    .map((view) => ({ view, place: view.find(channelId) }))
    .find(({ place }) => place !== null);
  if (!found?.place) return null;
  if (!hasPermission(found.view.bits(found.place.root), 'ReadMessageHistory')) return null;
  const all = discord.messages(channelId, { includeEphemeral: personId });
  const messages = all.slice(-limit).map((message) => withPicture(discord, message));
  return { messages, earlier: all.length > limit };
}

/** A webhook's message with the address of the picture that it was given. */
function withPicture(discord: LocalDiscord, message: Message): Message {
  const { avatar } = message.author;
  const picture = message.webhook_id && avatar ? discord.avatarAddress(avatar) : null;
  return picture === null
    ? message
    : { ...message, author: { ...message.author, picture } as User };
}
