import type { Access } from './access.ts';
import type { Thread } from './model.ts';
import { isThread } from './model.ts';
import { demandTags } from './threads.ts';
import { hasPermission, isTimedOut } from './permissions.ts';
import { refusal } from './refusal.ts';
import type { ThreadPatch } from './thread-change.ts';
import type { World } from './world.ts';

/** What a thread's owner may change in an unlocked thread without Manage Threads. */
const ownersKeys = new Set(['name', 'archived', 'auto_archive_duration', 'invitable']);

/**
 * Whether a member may make this change to a thread. Anyone who may write in an unlocked thread
 * may un-archive it; an archived thread takes no other change unless the same one un-archives it.
 * @throws 50013, 50083, 160005, 30047
 */
export function demandThreadChange(
  world: World,
  where: Access,
  thread: Thread,
  patch: ThreadPatch,
): void {
  const { archived, locked } = thread.thread_metadata;
  const moderator = hasPermission(where.bits, 'ManageThreads');
  const keys = Object.keys(patch);
  if (!moderator) {
    if (locked) throw refusal('threadLocked');
    const owns = thread.owner_id === where.member.user.id && !isTimedOut(where.member, world.now());
    const unarchivesOnly = keys.length === 1 && patch.archived === false;
    const allowed = owns && keys.every((key) => ownersKeys.has(key));
    const mayWrite = hasPermission(where.bits, 'SendMessagesInThreads');
    if (!allowed && !(unarchivesOnly && mayWrite)) throw refusal('missingPermissions');
  }
  if (archived && patch.archived !== false && keys.length > 0) throw refusal('threadArchived');
  if (patch.applied_tags) demandTags(where, patch.applied_tags);
  if (((patch.flags ?? 0) & pinned) !== 0) demandPinRoom(world, thread);
}

const pinned = 1 << 1;

/** One post of a forum is pinned at a time. */
function demandPinRoom(world: World, thread: Thread): void {
  const other = [...world.channels.values()].some(
    (one) =>
      isThread(one) &&
      one.id !== thread.id &&
      one.parent_id === thread.parent_id &&
      (one.flags & pinned) !== 0,
  );
  if (other) throw refusal('tooManyPinnedPosts');
}
