import type { Snowflake } from '../../core/ids.ts';
import { minuteMs } from '../../core/time/duration.ts';
import type { Ports } from '../ports.ts';

/** Does what Discord refuses in an archived thread: opens it, and archives it again afterwards. */
export async function inArchivedThread(
  { discord }: Pick<Ports, 'discord'>,
  threadId: Snowflake,
  reason: string,
  work: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  await discord.setThread(threadId, { archived: false }, reason, signal);
  try {
    await work();
  } finally {
    await discord.setThread(threadId, { archived: true }, reason, signal);
  }
}

/**
 * Does what Discord refuses in the locked thread of a closed discussion: unlocks it, and locks it again
 * afterwards, as archived as it was. `false` for any other thread. That it is to be locked is stored
 * first: whatever happens in between, the discussion's next update locks it, and no event of this counts
 * as a person's.
 */
export async function inLockedThread(
  { discord, store, clock }: Pick<Ports, 'discord' | 'store' | 'clock'>,
  threadId: Snowflake,
  reason: string,
  work: () => Promise<void>,
  signal: AbortSignal,
): Promise<boolean> {
  const before = await discord.threadState(threadId, signal);
  const showLock = (shownLocked: boolean, dueInMs: number) =>
    store.transaction(async ({ discussions }) => {
      const discussion = await discussions.getByThread(threadId);
      if (discussion?.state !== 'closed') return false;
      await discussions.save({ ...discussion, shownLocked }, clock.now() + dueInMs);
      return true;
    });
  if (!before?.locked || !(await showLock(false, minuteMs))) return false;
  await discord.setThread(threadId, { archived: false, locked: false }, reason, signal);
  try {
    await work();
  } finally {
    await discord.setThread(threadId, { archived: before.archived, locked: true }, reason, signal);
    await showLock(true, 0);
  }
  return true;
}
