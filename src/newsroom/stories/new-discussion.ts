import { commentPeriodAnchor, type Discussion } from '../../core/discussion/discussion.ts';
import type { Subscription } from '../../core/feed/subscription.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { discussionId } from '../outbox/keys.ts';

/** A story's discussion in a channel, before its comments were looked for. */
export function newDiscussion(
  { id, story, firstSeenAt }: StoredStory,
  subscription: Subscription,
  now: UnixMs,
): Discussion {
  const { guildId, channelId } = subscription;
  return {
    id: discussionId(id, channelId),
    storyId: id,
    subscriptionId: subscription.id,
    otherLinks: null,
    guildId,
    channelId,
    threadId: null,
    state: 'waiting',
    source: null,
    validators: {},
    changedAt: now,
    override: null,
    anchor: commentPeriodAnchor(story.publishedAt, firstSeenAt),
    closedPolls: 0,
    openPolls: 0,
    publisherClosedAt: null,
    closingSentence: null,
    nextPoll: now,
    pollErrors: 0,
    lastError: null,
    total: story.commentCount,
    shownLocked: false,
    replaced: null,
    readAt: null,
    vanishedSince: null,
    watchUntil: null,
    slowMode: null,
    slowModeRestsUntil: 0,
  };
}
