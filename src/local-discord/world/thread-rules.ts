import type { Access } from './access.ts';
import type { Thread } from './model.ts';
import { demandTags } from './opening.ts';
import { holds } from './permissions.ts';
import { refusal } from './refusal.ts';
import type { ThreadPatch } from './thread-change.ts';

/** What a thread's owner may change in an unlocked thread without Manage Threads. */
const ownersKeys = new Set(['name', 'archived', 'auto_archive_duration', 'invitable']);

/**
 * Whether a member may make this change to a thread. Anyone who may write in an unlocked thread
 * may un-archive it; an archived thread takes no other change unless the same one un-archives it.
 * @throws 50013, 50083, 160005
 */
export function demandThreadChange(where: Access, thread: Thread, patch: ThreadPatch): void {
  const { archived, locked } = thread.thread_metadata;
  const moderator = holds(where.bits, 'ManageThreads');
  const keys = Object.keys(patch);
  if (!moderator) {
    if (locked) throw refusal('threadLocked');
    const owns = thread.owner_id === where.member.user.id;
    const wakes = keys.length === 1 && patch.archived === false;
    const allowed = owns && keys.every((key) => ownersKeys.has(key));
    const mayWrite = holds(where.bits, 'SendMessagesInThreads');
    if (!allowed && !(wakes && mayWrite)) throw refusal('missingPermissions');
  }
  if (archived && patch.archived !== false && keys.length > 0) throw refusal('threadArchived');
  if (patch.applied_tags) demandTags(where, patch.applied_tags);
}
