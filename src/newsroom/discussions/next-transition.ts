import {
  closedUnopened,
  type Discussion,
  type DiscussionFacts,
  opened,
  transitionOf,
} from '../../core/discussion/discussion.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { UnixMs } from '../../core/time/duration.ts';
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
  const facts = await discussionFacts(ports, context, liveComments);
  const transition = transitionOf(context.discussion, facts);
  switch (transition.kind) {
    case 'none':
      return context.discussion;
    case 'changed': {
      const { discussion } = transition;
      return discussion.state === 'closed' ? checkedLater(discussion, facts.now) : discussion;
    }
    case 'opens':
      return opened(
        transition.discussion,
        await openThread(ports, context, storyMessageId, signal),
      );
    case 'closes-unopened': {
      const threadId = await forumThread(ports, transition.discussion, storyMessageId, signal);
      return checkedLater(closedUnopened(transition.discussion, threadId), facts.now);
    }
    default:
      return transition satisfies never;
  }
}

function checkedLater(discussion: Discussion, now: UnixMs): Discussion {
  return { ...discussion, nextPoll: now + reopenCheckMs };
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

async function openThread(
  { store, discord }: Ports,
  { discussion, story }: DiscussionContext,
  storyMessageId: Snowflake,
  signal: AbortSignal,
): Promise<Snowflake> {
  const name = threadName(story.story, await languageOf(store, discussion));
  return discord.openThread(discussion.channelId, storyMessageId, name, signal);
}

/** The thread that a forum post is; `null` for a story's message in another channel. */
async function forumThread(
  ports: Ports,
  { channelId }: Discussion,
  storyMessageId: Snowflake,
  signal: AbortSignal,
): Promise<Snowflake | null> {
  const forum = await forumOf(ports, { subject: { kind: 'story' }, channelId }, signal);
  return forum && storyMessageId;
}
