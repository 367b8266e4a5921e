import {
  closingTime,
  type Discussion,
  type ModeratorOverride,
} from '../../core/discussion/discussion.ts';
import type { CommentSystem } from '../../core/story/comment-system.ts';
import type { DiscussionId, Snowflake } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { requestError } from '../../render/index.ts';
import { auditDiscussion } from '../outbox/audit-lines.ts';
import { noticeDelivery } from '../outbox/keys.ts';
import { commentPeriod } from '../outbox/subscription-settings.ts';
import type { Ports } from '../ports.ts';
import { type PostedComments, postedComments } from './comment-backlog.ts';
import { discussionOfThread } from './thread-discussion.ts';
import { decisionNotice, wantDecisionNotice } from './transition-messages.ts';

export interface DiscussionStatus extends PostedComments {
  discussion: Discussion;
  headline: string | null;
  /** `null` when it never closes. */
  closesAt: UnixMs | null;
  /** Messages of the thread that are still to be posted, edited or deleted. */
  backlog: number;
  /** What its site shows comments with, when they cannot be read; `null` when that is not known. */
  system: CommentSystem | null;
  commentsUrl: string | null;
}

/** The discussion that a moderator's command is about. @throws RequestError when there is none */
export async function findDiscussion(
  { store }: Ports,
  guildId: Snowflake,
  place: { threadId: Snowflake } | { discussionId: DiscussionId },
): Promise<Discussion> {
  const discussion =
    'threadId' in place
      ? await discussionOfThread(store, place.threadId)
      : await store.discussions.get(place.discussionId);
  if (!discussion || discussion.guildId !== guildId) {
    throw requestError((labels) => labels.discussions.refusals.none);
  }
  return discussion;
}

export async function discussionStatus(
  { store }: Ports,
  discussion: Discussion,
): Promise<DiscussionStatus> {
  const story = await store.feeds.getStory(discussion.storyId);
  const { threadId } = discussion;
  return {
    discussion,
    ...(await postedComments(store, discussion)),
    headline: story?.story.headline ?? null,
    system: story?.story.commentLinks.system ?? null,
    commentsUrl: story?.story.commentLinks.page ?? null,
    closesAt: closingTime(discussion, await commentPeriod(store, discussion)),
    backlog: threadId === null ? 0 : await store.deliveries.countOpen(threadId),
  };
}

/** When a discussion would close without a moderator's override; `null` for never. */
export async function closingTimeByFeed(
  { store }: Pick<Ports, 'store'>,
  discussion: Discussion,
): Promise<UnixMs | null> {
  return closingTime({ ...discussion, override: null }, await commentPeriod(store, discussion));
}

/** A moderator's override before it has its time. */
export type Decision = DistributedOmit<ModeratorOverride, 'at'>;
type DistributedOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** What a moderator's override is decided on. */
export interface OverrideFacts {
  discussion: Discussion;
  /** `null` when it never closes. */
  closesAt: UnixMs | null;
  now: UnixMs;
}

/**
 * Sets a moderator's override of when a discussion closes, and makes the discussion due. `decide` is
 * given the discussion as it is stored now, and may run again: two moderators who extend at once
 * extend twice.
 * @throws RequestError when the discussion's thread was deleted, or as `decide` does
 */
export async function setOverride<D extends Decision>(
  { store, clock }: Ports,
  id: DiscussionId,
  decide: (facts: OverrideFacts) => D,
  by: Snowflake,
): Promise<D> {
  const now = clock.now();
  return store.transaction(async (ledger) => {
    const discussion = await ledger.discussions.get(id);
    if (!discussion || discussion.state === 'detached') {
      throw requestError((labels) => labels.discussions.refusals.detached);
    }
    if (discussion.state === 'expired') {
      throw requestError((labels) => labels.discussions.refusals.expired);
    }
    const closesAt = closingTime(discussion, await commentPeriod(ledger, discussion));
    const decision = decide({ discussion, closesAt, now });
    const override: ModeratorOverride = { ...decision, at: now };
    const decided = { ...discussion, override };
    await ledger.discussions.save(decided, now);
    await showDecision(ledger, discussion, decided, now);
    const reason = override.kind === 'open-until' ? String(override.until) : null;
    const action = `discussion.word-${override.kind}` as const;
    await auditDiscussion(ledger, discussion, { at: now, actor: by, action, reason });
    return decision;
  });
}

/** In the thread: a notice, and the right time in the first message. A closed thread opens first. */
async function showDecision(
  ledger: Ledger,
  { override: earlier }: Discussion,
  discussion: Discussion,
  now: UnixMs,
): Promise<void> {
  const { id, state } = discussion;
  const notices = earlier === null ? [] : [decisionNotice(id, earlier)];
  await ledger.deliveries.remove(notices, now);
  await ledger.deliveries.refresh([noticeDelivery(id, 'policy')], now);
  if (state === 'open' || state === 'closing-soon') {
    await wantDecisionNotice(ledger, discussion, now);
  }
}
