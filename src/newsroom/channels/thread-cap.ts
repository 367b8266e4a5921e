import { type Discussion, isOver } from '../../core/discussion/discussion.ts';
import { errorText } from '../../core/errors.ts';
import type { Ports } from '../ports.ts';

/**
 * Archives the guild's closed discussion thread that was idle longest, to make room for another
 * active thread. `false` when there is none, or Discord refuses.
 */
export async function archiveIdleThread(
  { store, discord, log }: Ports,
  { guildId }: Pick<Discussion, 'guildId'>,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    for (const { id: threadId } of await discord.activeThreads(guildId, signal)) {
      const discussion = await store.discussions.getByThread(threadId);
      if (!discussion?.shownLocked || !isOver(discussion)) continue;
      if ((await store.deliveries.countOpen(threadId)) > 0) continue;
      const reason = 'Closed, and the server has too many active threads';
      await discord.setThread(threadId, { archived: true }, reason, signal);
      log.info({ guildId, threadId }, 'thread.gave-way');
      return true;
    }
  } catch (error) {
    if (signal.aborted) throw error;
    log.warn({ guildId, error: errorText(error) }, 'thread.none-gave-way');
  }
  return false;
}
