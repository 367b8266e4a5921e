import type { Id, Thread } from './model.ts';
import { threadTypes } from './model.ts';
import { refusal } from './refusal.ts';
import type { World } from './world.ts';

/**
 * Whether one more thread of this type may be active in the guild.
 * @throws 160006, or 160007 for an announcement thread
 */
export function demandThreadCap(world: World, guildId: Id, type: Thread['type']): void {
  const announcement = type === threadTypes.announcement;
  const active = world
    .threads()
    .filter(
      (one) =>
        one.guild_id === guildId &&
        !one.thread_metadata.archived &&
        (one.type === threadTypes.announcement) === announcement,
    ).length;
  const { activeThreads, activeAnnouncementThreads } = world.limits;
  if (announcement && active >= activeAnnouncementThreads) {
    throw refusal('tooManyAnnouncementThreads');
  }
  if (!announcement && active >= activeThreads) throw refusal('tooManyThreads');
}
