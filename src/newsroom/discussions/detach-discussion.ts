import type { Discussion } from '../../core/discussion/discussion.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Ledger, Store } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { dropThreadMessages } from './detached-messages.ts';

/** A thread is gone: its discussion is never made again unless asked. `false` if it was none. */
export async function detachThread(
  store: Store,
  threadId: Snowflake,
  now: UnixMs,
): Promise<boolean> {
  return store.transaction(async (ledger) => {
    const discussion = await ledger.discussions.getByThread(threadId);
    if (!discussion) return false;
    await dropThreadMessages(ledger, discussion);
    await detachDiscussion(ledger, discussion, now);
    return true;
  });
}

export async function detachDiscussion(
  ledger: Ledger,
  discussion: Discussion,
  now: UnixMs,
): Promise<void> {
  if (discussion.state === 'detached') return;
  await ledger.discussions.save({ ...discussion, state: 'detached' }, null);
  const { guildId, id } = discussion;
  const line = { guildId, at: now, actor: 'discord', subject: id, version: null };
  await ledger.audit.append({ ...line, action: 'discussion.detached', reason: 'thread deleted' });
}
