import type { Fields, Id, Thread } from './model.ts';
import type { World } from './world.ts';

function tell(world: World, thread: Thread, more: Fields): void {
  thread.member_count = world.threadMembers.get(thread.id)?.size ?? 0;
  world.tell({
    name: 'THREAD_MEMBERS_UPDATE',
    guildId: thread.guild_id,
    channelId: thread.id,
    data: {
      id: thread.id,
      guild_id: thread.guild_id,
      member_count: thread.member_count,
      ...more,
    },
  });
}

/** Adds somebody to a thread; nothing happens for one who is in it. */
export function joinThread(world: World, thread: Thread, userId: Id): void {
  const joined = world.threadMembers.get(thread.id) ?? new Map<Id, string>();
  if (joined.has(userId)) return;
  const join_timestamp = world.time();
  joined.set(userId, join_timestamp);
  world.threadMembers.set(thread.id, joined);
  tell(world, thread, {
    added_members: [{ id: thread.id, user_id: userId, join_timestamp, flags: 1 }],
  });
}

export function leaveThread(world: World, thread: Thread, userId: Id): void {
  if (!world.threadMembers.get(thread.id)?.delete(userId)) return;
  tell(world, thread, { removed_member_ids: [userId] });
}
