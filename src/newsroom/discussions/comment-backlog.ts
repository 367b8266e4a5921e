import type { Discussion, DiscussionState } from '../../core/discussion/discussion.ts';
import type { Subscription } from '../../core/feed/subscription.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { Ports } from '../ports.ts';
import { liveComments } from './mirror-comments.ts';

/** Discussions of a server that are looked through for a backlog. */
const mostLooked = 200;

/** How many live comments a discussion has, and how many of them have been posted. */
export async function postedComments(
  { discussions, deliveries }: Pick<Ledger, 'discussions' | 'deliveries'>,
  { id, threadId }: Discussion,
): Promise<{ comments: number; posted: number }> {
  const live = liveComments(await discussions.listComments(id));
  if (threadId === null) return { comments: live.length, posted: 0 };
  const unsent = new Set<string>();
  for (const { subject } of await deliveries.listUnsent(threadId)) {
    if (subject.kind === 'comment') unsent.add(subject.commentKey);
  }
  return { comments: live.length, posted: live.filter(({ key }) => !unsent.has(key)).length };
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
