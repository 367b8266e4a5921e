import type { Case, CaseState, Report, ReportReason } from '../moderation/case.ts';
import type { FeedId, Snowflake, StoryId } from '../ids.ts';
import type { UnixMs } from '../time/duration.ts';

/** Which cases of a guild; one has all that is given. */
export interface CaseFilter {
  states?: readonly CaseState[];
  /** Given by at least one of its reports. */
  reason?: ReportReason;
  /** The channel of a member's message, or where a comment's story is posted. */
  channelId?: Snowflake;
  /** On comments of its stories, and on members' messages in their threads. */
  feedId?: FeedId;
  claimedBy?: Snowflake;
  /** Those that nobody claimed since then. */
  unclaimedSince?: UnixMs;
}

/** How often an author's cases ended so. */
export type CaseCounts = Readonly<Record<CaseState, number>>;

export interface CaseLedger {
  /** The next case number of the guild; counted up within the same transaction. */
  nextNumber(guildId: Snowflake): Promise<number>;
  /** Inserts, or replaces the previous version. @throws WriteConflict when another change came first */
  save(flagged: Case): Promise<void>;
  get(guildId: Snowflake, number: number): Promise<Case | null>;
  /** Every case on a subject, by `subjectKey`, whatever its text was; newest first. */
  listBySubject(guildId: Snowflake, subjectKey: string): Promise<Case[]>;
  /** The cases on any of these subjects. */
  listBySubjects(guildId: Snowflake, subjectKeys: readonly string[]): Promise<Case[]>;
  /** The cases on a story's comments, in all guilds. */
  listOfStory(storyId: StoryId): Promise<Case[]>;
  /** Most urgent first, then oldest. */
  listQueue(guildId: Snowflake, limit: number): Promise<Case[]>;
  /** Most urgent first, then oldest; without the first `offset`. */
  list(guildId: Snowflake, filter: CaseFilter, limit: number, offset: number): Promise<Case[]>;
  count(guildId: Snowflake, filter: CaseFilter): Promise<number>;
  /** The cases on what an author wrote, by `authorOf`, without one of them. */
  countOfAuthor(guildId: Snowflake, authorKey: string, except: number): Promise<CaseCounts>;
  /** `false` when this reader reported the case already. */
  addReport(report: Report): Promise<boolean>;
  /** In place of the one that this reader made before: it is on another text. */
  saveReport(report: Report): Promise<void>;
  listReports(guildId: Snowflake, number: number): Promise<Report[]>;
  /** The reports on any of these cases. */
  listReportsOn(guildId: Snowflake, numbers: readonly number[]): Promise<Report[]>;
  /** How many cases wait for a ruling. */
  countWaiting(guildId: Snowflake): Promise<number>;
  /** Readers' reports since then on members' messages in a channel or thread. */
  countMemberReports(guildId: Snowflake, channelId: Snowflake, since: UnixMs): Promise<number>;
  listReportsBy(guildId: Snowflake, reporterId: Snowflake, since: UnixMs): Promise<Report[]>;
  /** The cases on a member's messages, newest first. */
  listOfMember(guildId: Snowflake, memberId: Snowflake): Promise<Case[]>;
  /** How many cases on an author's comments were upheld since then. */
  countUpheld(guildId: Snowflake, authorKey: string, since: UnixMs): Promise<number>;
  /** Deletes the evidence and the appeals of these cases. */
  deleteTexts(guildId: Snowflake, numbers: readonly number[]): Promise<void>;
  /** Deletes reports of before then, of cases that are ruled on. Returns the count. */
  deleteReports(guildId: Snowflake, before: UnixMs): Promise<number>;
  /** Deletes the evidence, and what reporters wrote, of cases ruled before `ruledBefore`. Returns the count. */
  deleteEvidence(guildId: Snowflake, ruledBefore: UnixMs): Promise<number>;
}
