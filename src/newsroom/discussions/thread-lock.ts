import type { Discussion } from '../../core/discussion/discussion.ts';
import type { Ports } from '../ports.ts';

/** A closed thread is locked. One that a person locked stays locked while it is closing. */
export function shouldBeLocked({ state, override, shownLocked }: Discussion): boolean {
  return state === 'closed' || (shownLocked && override?.kind === 'closed');
}

/**
 * Locks or unlocks the thread in Discord when it is not as the discussion's state asks for. May be
 * repeated. Returns the discussion with the lock that Discord shows now.
 */
export async function updateThreadLock(
  { discord }: Pick<Ports, 'discord'>,
  discussion: Discussion,
  signal: AbortSignal,
): Promise<Discussion> {
  const { threadId, shownLocked } = discussion;
  const locked = shouldBeLocked(discussion);
  if (threadId === null || shownLocked === locked) return discussion;
  const reason = locked ? 'The discussion is closed' : 'The discussion is open again';
  await discord.setThread(threadId, { archived: false, locked }, reason, signal);
  return { ...discussion, shownLocked: locked };
}
