import {
  type Discussion,
  type DiscussionFacts,
  drainForMs,
  nextState,
} from '../../core/discussion/discussion.ts';
import type { Snowflake } from '../../core/ids.ts';
import { threadName } from '../../render/index.ts';
import { forumOf } from '../channels/forum-post.ts';
import { languageOf } from '../outbox/subscription-settings.ts';
import type { Ports } from '../ports.ts';
import type { DiscussionContext } from './discussion-context.ts';
import { awaitsFirstComments, reopenCheckMs } from './next-update.ts';

/** The discussion after the transition that is due, if any. Opens its thread when it needs one. */
export async function nextTransition(
  ports: Ports,
  context: DiscussionContext,
  liveComments: number,
  storyMessageId: Snowflake,
  signal: AbortSignal,
): Promise<Discussion> {
  const { discussion, now } = context;
  const facts = await discussionFacts(ports, context, liveComments);
  if (discussion.state === 'closing' && !discussion.lastFetched) {
    return afterLastFetch(discussion, facts);
  }
  const state = nextState(discussion, facts);
  if (state === discussion.state) return discussion;
  // A reopened discussion is fetched at once: readers wrote while it was closed.
  const nextPoll = discussion.state === 'closed' ? now : discussion.nextPoll;
  const next = { ...discussion, state, nextPoll };
  switch (state) {
    case 'open': {
      const { threadId } = discussion;
      const opened = threadId ?? (await openThread(ports, context, storyMessageId, signal));
      return { ...next, threadId: opened };
    }
    case 'closing':
      return { ...next, drainUntil: now + drainForMs, lastFetched: false };
    case 'closed': {
      const threadId = await threadToLock(ports, discussion, storyMessageId, signal);
      return { ...next, threadId, nextPoll: now + reopenCheckMs };
    }
    case 'waiting':
    case 'closing-soon':
    case 'detached':
      return next;
    default:
      return state satisfies never;
  }
}

async function discussionFacts(
  { store }: Ports,
  context: DiscussionContext,
  liveComments: number,
): Promise<DiscussionFacts> {
  const { discussion, subscription, closesAt, now } = context;
  const { threadId } = discussion;
  return {
    now,
    closesAt: awaitsFirstComments(discussion, context) ? null : closesAt,
    comments: liveComments,
    backlog: threadId ? await store.deliveries.countOpen(threadId) : 0,
    openAtOnce: subscription?.settings.comments.openThread === 'at-once',
    closingWarningMs: subscription?.settings.closingWarningMs ?? 0,
  };
}

/** The comments of the last fetch are posted before the closing notice, so it stays `closing`. */
function afterLastFetch(discussion: Discussion, facts: DiscussionFacts): Discussion {
  const fetched = { ...discussion, lastFetched: true };
  return nextState(fetched, facts) === 'open' ? { ...fetched, state: 'open' } : fetched;
}

async function openThread(
  { store, discord }: Ports,
  { discussion, story }: DiscussionContext,
  storyMessageId: Snowflake,
  signal: AbortSignal,
): Promise<Snowflake> {
  const name = threadName(story.story, await languageOf(store, discussion));
  return discord.openThread(discussion.channelId, storyMessageId, name, signal);
}

/** A forum post is a thread before it has any comment: it is locked too. */
async function threadToLock(
  ports: Ports,
  { threadId, channelId }: Discussion,
  storyMessageId: Snowflake,
  signal: AbortSignal,
): Promise<Snowflake | null> {
  if (threadId !== null) return threadId;
  const forum = await forumOf(ports, { subject: { kind: 'story' }, channelId }, signal);
  return forum && storyMessageId;
}
