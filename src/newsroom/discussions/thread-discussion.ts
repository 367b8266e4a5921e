import type { Discussion } from '../../core/discussion/discussion.ts';
import { type Snowflake, StoryId } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { discussionId } from '../outbox/keys.ts';

/**
 * The discussion that is held in a thread, or will be: a forum's post is its story's thread before
 * there is any comment.
 */
export async function discussionOfThread(
  { discussions, deliveries }: Pick<Ledger, 'discussions' | 'deliveries'>,
  threadId: Snowflake,
): Promise<Discussion | null> {
  const held = await discussions.getByThread(threadId);
  if (held) return held;
  const post = await deliveries.getByMessage(threadId);
  if (post?.kind !== 'story') return null;
  const id = discussionId(StoryId.parse(post.subject), post.channelId);
  const own = await discussions.get(id);
  return own?.threadId === null ? own : null;
}
