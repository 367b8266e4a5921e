import type { Discussion } from '../../core/discussion/discussion.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { discussionId } from '../outbox/keys.ts';

/** A thread's discussion. A forum post is its story's thread even before the first comment. */
export async function discussionOfThread(
  { discussions, deliveries }: Pick<Ledger, 'discussions' | 'deliveries'>,
  threadId: Snowflake,
): Promise<Discussion | null> {
  const opened = await discussions.getByThread(threadId);
  if (opened) return opened;
  const post = await deliveries.getByMessage(threadId);
  if (post?.subject.kind !== 'story') return null;
  const id = discussionId(post.subject.storyId, post.channelId);
  const waiting = await discussions.get(id);
  return waiting?.threadId === null ? waiting : null;
}
