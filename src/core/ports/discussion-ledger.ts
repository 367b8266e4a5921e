import type { Discussion, DiscussionState } from '../discussion/discussion.ts';
import type { DiscussionId, Snowflake, StoryId } from '../ids.ts';
import type { UnixMs } from '../time/duration.ts';
import type { Fence } from './fence.ts';
import type { StoredComment } from '../discussion/stored-comment.ts';

export interface DueDiscussion {
  discussion: Discussion;
  fence: Fence;
  dueAt: UnixMs;
  storyMessageId: Snowflake;
}

export interface DiscussionLedger {
  /** Adds a discussion unless it exists. It is claimed only after its story's message is posted. */
  add(discussion: Discussion): Promise<void>;
  /** Leases one discussion that is due and whose story's message is posted. */
  claimDue(now: UnixMs, leaseMs: number): Promise<DueDiscussion | null>;
  /** Saves it with the time of its next update (`null`: none) and ends the lease. */
  settle(discussion: Discussion, dueAt: UnixMs | null, fence: Fence): Promise<boolean>;
  /**
   * Saves it without a lease (a moderator's override), makes it due at `dueAt` and ends any lease:
   * its holder can no longer settle, and starts again.
   */
  save(discussion: Discussion, dueAt: UnixMs | null): Promise<void>;
  /** Makes a guild's discussions due whose last update failed. */
  retryFailed(guildId: Snowflake, now: UnixMs): Promise<void>;
  /** Deletes a discussion that waits for its story's message. */
  deleteWaiting(id: DiscussionId): Promise<void>;
  get(id: DiscussionId): Promise<Discussion | null>;
  getByThread(threadId: Snowflake): Promise<Discussion | null>;
  listOfStory(storyId: StoryId): Promise<Discussion[]>;
  /** Newest first, of one guild, in any of the states. */
  listInGuild(
    guildId: Snowflake,
    states: readonly DiscussionState[],
    limit: number,
  ): Promise<{ discussion: Discussion; headline: string | null }[]>;
  /**
   * Discussions with a thread, to compare with Discord, in the order of their threads' ids: those that
   * are not over, or since `overSince` at the earliest; of one server, or of all (`null`). `after` is the
   * thread that they come after.
   */
  listWithThreads(page: {
    guildId: Snowflake | null;
    overSince: UnixMs;
    after: Snowflake | null;
    limit: number;
  }): Promise<Discussion[]>;
  listComments(id: DiscussionId): Promise<StoredComment[]>;
  /** The comments that stand in a packed message, by the key of its delivery, in order. */
  listPack(key: string): Promise<StoredComment[]>;
  /** How many live comments a packed message counts as left out. */
  countLeftOut(key: string): Promise<number>;
  /** The comments that answer one directly, in order. */
  listReplies(
    comment: Pick<StoredComment, 'discussionId' | 'source' | 'comment'>,
  ): Promise<StoredComment[]>;
  getComment(key: string): Promise<StoredComment | null>;
  /** By its source's name and its id there. */
  findComment(id: DiscussionId, source: string, sourceId: string): Promise<StoredComment | null>;
  /** A comment's copies in all discussions of a guild, by their `origin`. */
  listCopies(guildId: Snowflake, origin: string): Promise<StoredComment[]>;
  /** Whether an author has another comment in a guild that came before. */
  hasEarlier(
    guildId: Snowflake,
    comment: { authorKey: string; origin: string; ordinal: number },
  ): Promise<boolean>;
  /** An author's comments in all discussions of a guild. */
  listByAuthor(guildId: Snowflake, authorKey: string): Promise<StoredComment[]>;
  /**
   * The newest comment of each author whose name begins so (folded: see `foldedName`), in a guild or
   * in one of its discussions. Those who wrote last come first.
   */
  listAuthors(
    place: { guildId: Snowflake; discussionId: DiscussionId | null },
    nameStart: string,
    limit: number,
  ): Promise<StoredComment[]>;
  saveComments(comments: readonly StoredComment[]): Promise<void>;
}
