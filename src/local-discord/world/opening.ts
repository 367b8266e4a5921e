import type { Component, Fields, ForumTag, Id, Message, Thread } from './model.ts';
import { channelTypes, isThread, messageFlags, messageTypes, threadTypes } from './model.ts';
import type { Access } from './access.ts';
import { accessOf, demand } from './access.ts';
import type { Draft } from './compose.ts';
import { composedMessage } from './compose.ts';
import { holds } from './permissions.ts';
import { announceMessage, placeMessage } from './posting.ts';
import { invalidField, refusal } from './refusal.ts';
import { announceThread } from './thread-change.ts';
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

function newThread(
  world: World,
  access: Access,
  draft: ThreadDraft,
  own: { id: Id; type: Thread['type'] },
): Thread {
  const { root, member } = access;
  return {
    ...own,
    guild_id: root.guild_id,
    parent_id: root.id,
    owner_id: member.user.id,
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

function enter(world: World, thread: Thread): void {
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
  const thread = newThread(world, access, draft, { id: starter.id, type });
  starter.flags |= messageFlags.HasThread;
  enter(world, thread);
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
  const thread = newThread(world, access, draft, { id: world.nextId(), type });
  enter(world, thread);
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
  const available: ForumTag[] = access.root.available_tags ?? [];
  for (const id of tags) {
    const tag = available.find((one) => one.id === id);
    if (!tag) throw invalidField('applied_tags', 'INVALID_TAG', 'This tag does not exist');
    if (tag.moderated) demand(access, 'ManageThreads');
  }
  const requireTag = 1 << 4;
  if (access.root.flags & requireTag && tags.length === 0) throw refusal('tagRequired');
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
  const id = world.nextId();
  const thread = newThread(world, access, draft, { id, type: threadTypes.public });
  thread.applied_tags = [...(draft.applied_tags ?? [])];
  enter(world, thread);
  const message = composedMessage(
    {
      world,
      guild,
      channelId: id,
      author: member.user,
      mayMentionAll: holds(bits, 'MentionEveryone'),
    },
    draft.message ?? {},
    { id, position: 0 },
  );
  access.root.last_message_id = id;
  placeMessage(world, message);
  return { thread, message };
}

/** Takes a channel or thread away, with its threads and all their messages. */
export function removeChannel(world: World, channelId: Id): Fields {
  const channel = world.channel(channelId);
  const guildId = channel.guild_id;
  for (const thread of world.threads()) {
    if (thread.parent_id === channelId) removeChannel(world, thread.id);
  }
  const gone = structuredClone(channel) as unknown as Fields;
  const told = isThread(channel)
    ? { id: channelId, guild_id: guildId, parent_id: channel.parent_id, type: channel.type }
    : gone;
  world.tell({
    name: isThread(channel) ? 'THREAD_DELETE' : 'CHANNEL_DELETE',
    guildId,
    channelId,
    data: told,
  });
  world.channels.delete(channelId);
  world.messages.delete(channelId);
  world.threadMembers.delete(channelId);
  for (const webhook of world.webhooks.values()) {
    if (webhook.channel_id === channelId) world.webhooks.delete(webhook.id);
  }
  return gone;
}
