import {
  closingTime,
  type Discussion,
  type ModeratorWord,
} from '../../core/discussion/discussion.ts';
import { RequestError } from '../../core/errors.ts';
import type { DiscussionId, Snowflake } from '../../core/ids.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { commentPeriod } from '../outbox/subscription-settings.ts';
import { liveCount } from './mirror-comments.ts';
import { discussionOfThread } from './thread-discussion.ts';
import type { Ports } from '../ports.ts';

export interface DiscussionStatus {
  discussion: Discussion;
  headline: string | null;
  closesAt: UnixMs | null;
  comments: number;
  backlog: number;
}

/** The discussion that a moderator means. @throws RequestError when there is none */
export async function findDiscussion(
  { store }: Ports,
  guildId: Snowflake,
  meant: { threadId: Snowflake } | { discussionId: DiscussionId },
): Promise<Discussion> {
  const discussion =
    'threadId' in meant
      ? await discussionOfThread(store, meant.threadId)
      : await store.discussions.get(meant.discussionId);
  if (!discussion || discussion.guildId !== guildId) {
    throw new RequestError(
      "No discussion is meant here. Use the command in a discussion's thread, or choose the story in its option.",
    );
  }
  return discussion;
}

export async function discussionStatus(
  { store }: Ports,
  discussion: Discussion,
): Promise<DiscussionStatus> {
  const story = await store.feeds.getStory(discussion.storyId);
  const comments = await store.discussions.listComments(discussion.id);
  const { threadId } = discussion;
  return {
    discussion,
    headline: story?.story.headline ?? null,
    closesAt: closingTime(discussion, await commentPeriod(store, discussion)),
    comments: liveCount(comments),
    backlog: threadId === null ? 0 : await store.deliveries.countOpen(threadId),
  };
}

/**
 * Puts a moderator's word on when a discussion closes; it holds from the next round on.
 * @throws RequestError when the discussion is not one that the word can change
 */
export async function setOverride(
  { store, clock }: Ports,
  id: DiscussionId,
  wordAt: (now: UnixMs, discussion: Discussion) => ModeratorWord,
  by: Snowflake,
): Promise<void> {
  const now = clock.now();
  await store.transaction(async (ledger) => {
    const discussion = await ledger.discussions.get(id);
    if (!discussion || discussion.state === 'detached') {
      throw new RequestError(
        'The thread of this discussion was deleted: it is not tended any more.',
      );
    }
    const word = wordAt(now, discussion);
    await ledger.discussions.save({ ...discussion, word }, now);
    const line = { guildId: discussion.guildId, at: now, actor: by, subject: id, version: null };
    const until = word.kind === 'open-until' ? String(word.until) : null;
    await ledger.audit.append({ ...line, action: `discussion.word-${word.kind}`, reason: until });
  });
}
