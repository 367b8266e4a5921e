import type { Component, Fields, ForumTag, GuildChannel, Id, Message, Thread } from './model.ts';
import { channelTypes, isThread, messageFlags, messageTypes, threadTypes } from './model.ts';
import type { Access } from './access.ts';
import { accessOf, demand } from './access.ts';
import type { Draft } from './compose.ts';
import { composedMessage } from './compose.ts';
import { hasPermission } from './permissions.ts';
import { announceMessage, placeMessage } from './posting.ts';
import { invalidField, refusal } from './refusal.ts';
import { demandSlowMode } from './slow-mode.ts';
import { announceThread } from './thread-change.ts';
import { demandThreadCap } from './thread-cap.ts';
import type { World } from './world.ts';

export interface ThreadDraft {
  name: string;
  auto_archive_duration?: number | null;
  rate_limit_per_user?: number | null;
  type?: number;
  invitable?: boolean | null;
  applied_tags?: Id[] | null;
  message?: Draft & { components?: Component[] };
}

/** A thread that is not in the world yet. */
export function newThread(
  world: World,
  root: GuildChannel,
  draft: Omit<ThreadDraft, 'message'>,
  own: { id: Id; type: Thread['type']; ownerId: Id },
): Thread {
  return {
    id: own.id,
    type: own.type,
    guild_id: root.guild_id,
    parent_id: root.id,
    owner_id: own.ownerId,
    name: draft.name.trim(),
    flags: 0,
    rate_limit_per_user: draft.rate_limit_per_user ?? root.default_thread_rate_limit_per_user ?? 0,
    last_message_id: null,
    last_pin_timestamp: null,
    message_count: 0,
    total_message_sent: 0,
    member_count: 1,
    thread_metadata: {
      archived: false,
      archive_timestamp: world.time(),
      auto_archive_duration:
        draft.auto_archive_duration ?? root.default_auto_archive_duration ?? 4320,
      locked: false,
      create_timestamp: world.time(),
      ...(own.type === threadTypes.private ? { invitable: draft.invitable ?? true } : {}),
    },
  };
}

/** Checks that apply to every new thread. @throws 160006, 160007, 20016 */
function demandOpening(world: World, access: Access, type: Thread['type']): void {
  demandThreadCap(world, access.guild.id, type);
  demandSlowMode(world, access, 'thread');
}

/** Puts a new thread into its channel and emits the event. */
export function enterThread(world: World, thread: Thread): void {
  world.channels.set(thread.id, thread);
  world.threadMembers.set(thread.id, new Map([[thread.owner_id, world.time()]]));
  announceThread(world, 'THREAD_CREATE', thread, { newly_created: true });
}

/**
 * Opens the thread of a message: it takes the message's id, the message takes the HAS_THREAD flag.
 * @throws 160004 when the message has one already
 */
export function openThreadFrom(
  world: World,
  userId: Id,
  starter: Message,
  draft: ThreadDraft,
): Thread {
  const access = accessOf(world, userId, starter.channel_id);
  const { channel, guild } = access;
  if (isThread(channel) || channel.type === channelTypes.forum) throw refusal('wrongChannelType');
  demand(access, 'CreatePublicThreads', 'ReadMessageHistory');
  if (starter.flags & messageFlags.HasThread || world.channels.has(starter.id)) {
    throw refusal('threadExists');
  }
  const type =
    channel.type === channelTypes.announcement ? threadTypes.announcement : threadTypes.public;
  demandOpening(world, access, type);
  const own = { id: starter.id, type, ownerId: userId };
  const thread = newThread(world, access.root, draft, own);
  starter.flags |= messageFlags.HasThread;
  enterThread(world, thread);
  announceMessage(world, 'MESSAGE_UPDATE', starter);
  placeMessage(
    world,
    composedMessage(
      { world, guild, channelId: thread.id, author: starter.author, mayMentionAll: false },
      {},
      {
        type: messageTypes.ThreadStarterMessage,
        message_reference: {
          type: 0,
          channel_id: starter.channel_id,
          message_id: starter.id,
          guild_id: guild.id,
        },
      },
    ),
  );
  return thread;
}

/** Opens a thread without a starter message. Without a `type` it is private, as at Discord. */
export function openThread(world: World, userId: Id, channelId: Id, draft: ThreadDraft): Thread {
  const access = accessOf(world, userId, channelId);
  const { channel, guild, member } = access;
  if (isThread(channel)) throw refusal('wrongChannelType');
  const type = (draft.type ?? threadTypes.private) as Thread['type'];
  const fitting =
    channel.type === channelTypes.announcement
      ? [threadTypes.announcement]
      : channel.type === channelTypes.text
        ? [threadTypes.public, threadTypes.private]
        : [];
  if (!fitting.some((one) => one === type)) throw refusal('wrongChannelType');
  const isPrivate = type === threadTypes.private;
  demand(access, isPrivate ? 'CreatePrivateThreads' : 'CreatePublicThreads');
  demandOpening(world, access, type);
  const own = { id: world.nextId(), type, ownerId: userId };
  const thread = newThread(world, access.root, draft, own);
  enterThread(world, thread);
  if (!isPrivate) {
    placeMessage(
      world,
      composedMessage(
        { world, guild, channelId, author: member.user, mayMentionAll: false },
        { content: thread.name },
        {
          type: messageTypes.ThreadCreated,
          message_reference: { type: 0, channel_id: thread.id, guild_id: guild.id },
        },
      ),
    );
  }
  return thread;
}

/** The tags a member may put on a post. @throws 50035 unknown tag, 50013 moderated, 40067 missing */
export function demandTags(access: Access, tags: readonly Id[]): void {
  const moderated = demandPostTags(access.root, tags).some((tag) => tag.moderated);
  if (moderated) demand(access, 'ManageThreads');
}

/** A forum's tags with these ids. @throws 50035 unknown tag, 40067 missing */
export function demandPostTags(forum: GuildChannel, tags: readonly Id[]): ForumTag[] {
  const found = tags.map((id) => {
    const tag = forum.available_tags?.find((one) => one.id === id);
    if (!tag) throw invalidField('applied_tags', 'INVALID_TAG', 'This tag does not exist');
    return tag;
  });
  const requireTag = 1 << 4;
  if (forum.flags & requireTag && tags.length === 0) throw refusal('tagRequired');
  return found;
}

/** Opens a forum post: a thread and its first message, which share one id. */
export function openForumPost(
  world: World,
  userId: Id,
  channelId: Id,
  draft: ThreadDraft,
): { thread: Thread; message: Message } {
  const access = accessOf(world, userId, channelId);
  const { guild, member, bits } = access;
  demand(access, 'SendMessages');
  demandTags(access, draft.applied_tags ?? []);
  if ((draft.message?.embeds ?? []).length > 0) demand(access, 'EmbedLinks');
  demandOpening(world, access, threadTypes.public);
  const id = world.nextId();
  const own = { id, type: threadTypes.public, ownerId: userId };
  const thread = newThread(world, access.root, draft, own);
  thread.applied_tags = [...(draft.applied_tags ?? [])];
  enterThread(world, thread);
  const message = composedMessage(
    {
      world,
      guild,
      channelId: id,
      author: member.user,
      mayMentionAll: hasPermission(bits, 'MentionEveryone'),
    },
    draft.message ?? {},
    { id, position: 0 },
  );
  access.root.last_message_id = id;
  placeMessage(world, message);
  return { thread, message };
}

/** Deletes a channel or thread, with its threads and all their messages. */
export function removeChannel(world: World, channelId: Id): Fields {
  const channel = world.channel(channelId);
  const guildId = channel.guild_id;
  for (const thread of world.threads()) {
    if (thread.parent_id === channelId) removeChannel(world, thread.id);
  }
  const removed = structuredClone(channel) as unknown as Fields;
  const data = isThread(channel)
    ? { id: channelId, guild_id: guildId, parent_id: channel.parent_id, type: channel.type }
    : removed;
  world.emit({
    name: isThread(channel) ? 'THREAD_DELETE' : 'CHANNEL_DELETE',
    guildId,
    channelId,
    data,
  });
  for (const webhook of world.webhooks.values()) {
    if (webhook.channel_id === channelId) world.webhooks.delete(webhook.id);
  }
  world.channels.delete(channelId);
  world.messages.delete(channelId);
  world.threadMembers.delete(channelId);
  return removed;
}
