import type { Discussion, DiscussionState } from '../../core/discussion/discussion.ts';
import type { StoredComment } from '../../core/discussion/stored-comment.ts';
import type { Subscription } from '../../core/feed/subscription.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { commentDeliveries } from '../outbox/comment-messages.ts';
import type { Ports } from '../ports.ts';
import { liveComments } from './mirror-comments.ts';

/** Discussions of a server that are looked through for a backlog. */
const mostLooked = 200;

/** The live comments of a discussion. */
export interface PostedComments {
  /** Those that are mirrored. */
  comments: number;
  posted: number;
  /** Those left out of a backlog. */
  leftOut: number;
}

export async function postedComments(
  { discussions, deliveries }: Pick<Ledger, 'discussions' | 'deliveries'>,
  { id, threadId }: Discussion,
): Promise<PostedComments> {
  const live = liveComments(await discussions.listComments(id));
  const shown = live.filter(({ pack }) => !pack?.leftOut);
  const count = { comments: shown.length, leftOut: live.length - shown.length };
  if (threadId === null) return { ...count, posted: 0 };
  const unsent = new Set((await deliveries.listUnsent(threadId)).map(({ key }) => key));
  const isPosted = (comment: StoredComment) =>
    !commentDeliveries(comment).some((key) => unsent.has(key));
  return { ...count, posted: shown.filter(isPosted).length };
}

export interface Backlog {
  threadId: Snowflake;
  comments: number;
  posted: number;
}

/** The discussions of a subscription whose comments are still being posted, the newest first. */
export async function commentBacklogs(
  { store }: Pick<Ports, 'store'>,
  { id, guildId }: Pick<Subscription, 'id' | 'guildId'>,
): Promise<Backlog[]> {
  const states: DiscussionState[] = ['open', 'closing-soon', 'closing'];
  const backlogs: Backlog[] = [];
  for (const { discussion } of await store.discussions.listInGuild(guildId, states, mostLooked)) {
    const { threadId, subscriptionId } = discussion;
    if (threadId === null || subscriptionId !== id) continue;
    if ((await store.deliveries.countOpen(threadId)) === 0) continue;
    const { comments, posted } = await postedComments(store, discussion);
    if (posted < comments) backlogs.push({ threadId, comments, posted });
  }
  return backlogs;
}
