import type { Discussion, DiscussionState } from '../discussion/discussion.ts';
import type { DiscussionId, Snowflake, StoryId } from '../ids.ts';
import type { UnixMs } from '../time/duration.ts';
import type { Fence } from './fence.ts';
import type { StoredComment } from '../discussion/stored-comment.ts';

export interface DiscussionLedger {
  /** Adds a discussion unless it is there; it is looked at once its story's message stands. */
  add(discussion: Discussion): Promise<void>;
  /** Leases one discussion that is due and whose story's message stands. */
  claimDue(
    now: UnixMs,
    leaseMs: number,
  ): Promise<{ discussion: Discussion; fence: Fence; storyMessageId: Snowflake } | null>;
  /** Stores it with the instant of its next look (`null`: none) and ends the lease. */
  settle(discussion: Discussion, dueAt: UnixMs | null, fence: Fence): Promise<boolean>;
  /**
   * Changes it outside a lease (a moderator's word), makes it due at `dueAt` and breaks any lease:
   * whoever holds one fails to settle and looks again.
   */
  save(discussion: Discussion, dueAt: UnixMs | null): Promise<void>;
  get(id: DiscussionId): Promise<Discussion | null>;
  getByThread(threadId: Snowflake): Promise<Discussion | null>;
  listOfStory(storyId: StoryId): Promise<Discussion[]>;
  /** Newest first, of one guild, in any of the states. */
  listInGuild(
    guildId: Snowflake,
    states: readonly DiscussionState[],
    limit: number,
  ): Promise<{ discussion: Discussion; headline: string | null }[]>;
  /** Those with a thread, to compare with what Discord shows. */
  listWithThreads(): Promise<Discussion[]>;
  listComments(id: DiscussionId): Promise<StoredComment[]>;
  getComment(key: string): Promise<StoredComment | null>;
  saveComments(comments: readonly StoredComment[]): Promise<void>;
}
