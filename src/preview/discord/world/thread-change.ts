import type { Thread, ThreadMetadata } from './model.ts';
import { snowflakeMs } from './snowflake.ts';
import { demandThreadCap } from './thread-cap.ts';
import { threadView } from './views.ts';
import type { World } from './world.ts';

export interface ThreadPatch {
  name?: string;
  archived?: boolean;
  locked?: boolean;
  auto_archive_duration?: number;
  rate_limit_per_user?: number;
  invitable?: boolean;
  applied_tags?: string[];
  flags?: number;
}

/**
 * Applies a patch to a thread and emits the event. The caller has checked permissions.
 * @throws 160006 or 160007 when it would unarchive one thread too many
 */
export function changeThread(world: World, thread: Thread, patch: ThreadPatch): void {
  const metadata: ThreadMetadata = thread.thread_metadata;
  if (metadata.archived && patch.archived === false) {
    demandThreadCap(world, thread.guild_id, thread.type);
  }
  if (patch.name !== undefined) thread.name = patch.name.trim();
  if (patch.rate_limit_per_user !== undefined) {
    thread.rate_limit_per_user = patch.rate_limit_per_user;
  }
  if (patch.applied_tags !== undefined) thread.applied_tags = [...patch.applied_tags];
  if (patch.flags !== undefined) thread.flags = patch.flags & 2;
  if (patch.auto_archive_duration !== undefined) {
    metadata.auto_archive_duration = patch.auto_archive_duration;
  }
  if (patch.locked !== undefined) metadata.locked = patch.locked;
  if (patch.archived !== undefined && patch.archived !== metadata.archived) {
    metadata.archived = patch.archived;
    metadata.archive_timestamp = world.time();
  }
  announceThread(world, 'THREAD_UPDATE', thread);
}

export function announceThread(
  world: World,
  name: string,
  thread: Thread,
  more: Record<string, unknown> = {},
): void {
  world.emit({
    name,
    guildId: thread.guild_id,
    channelId: thread.id,
    data: { ...threadView(world, thread), ...more },
  });
}

/** Each call looks for idle threads, but with thousands of threads not at once again. */
const lookEveryMs = 1_000;

/** Archives the threads that have been idle for their own auto-archive duration. */
export function archiveIdleThreads(world: World): void {
  const now = world.now();
  if (Math.abs(now - world.lookedForIdleAt) < lookEveryMs) return;
  world.lookedForIdleAt = now;
  for (const thread of world.threads()) {
    const { archived, archive_timestamp, auto_archive_duration } = thread.thread_metadata;
    if (archived) continue;
    const lastPostMs = snowflakeMs(thread.last_message_id ?? thread.id);
    const idleSince = Math.max(lastPostMs, Date.parse(archive_timestamp));
    if (now - idleSince >= auto_archive_duration * 60_000) {
      changeThread(world, thread, { archived: true });
    }
  }
}
