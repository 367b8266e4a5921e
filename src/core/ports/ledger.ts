import type { BackupMark } from '../delivery/backup-mark.ts';
import type { FeedAccess, Validators } from '../feed/feed.ts';
import type { HubSubscription } from '../feed/hub.ts';
import type { GuildSettings } from '../moderation/guild-settings.ts';
import type { ModerationRules } from '../moderation/rules.ts';
import type { FeedLedger, ChannelStories } from './feed-ledger.ts';
import type { DigestLedger, DeliveryLedger } from './delivery-ledger.ts';
import type { DiscussionLedger } from './discussion-ledger.ts';
import type { MuteLedger } from './mute-ledger.ts';
import type { RetentionLedger } from './retention-ledger.ts';
import type { SummaryLedger } from './summary-ledger.ts';
import type { AuditLedger } from './audit-ledger.ts';
import type { GuildLedger } from './guild-ledger.ts';
import type { CaseLedger } from './case-ledger.ts';
import type { ReaderLedger } from './reader-ledger.ts';

/** Documents of one type by key. */
export interface DocumentStore<T> {
  get(key: string): Promise<T | null>;
  /** Expires after `ttlMs` milliseconds; never without it. */
  save(key: string, document: T, ttlMs?: number): Promise<void>;
  delete(key: string): Promise<void>;
}

/** Everything that is stored. Within {@link Store.transaction}, all of it is saved or nothing. */
export interface Ledger {
  guilds: GuildLedger;
  feeds: FeedLedger;
  channelStories: ChannelStories;
  digests: DigestLedger;
  deliveries: DeliveryLedger;
  discussions: DiscussionLedger;
  cases: CaseLedger;
  mutes: MuteLedger;
  readers: ReaderLedger;
  retention: RetentionLedger;
  audit: AuditLedger;
  summaries: SummaryLedger;
  settings: DocumentStore<GuildSettings>;
  /** By guild: the rules that act before people do. */
  rules: DocumentStore<ModerationRules>;
  validators: DocumentStore<Validators>;
  /** By feed id. A public feed has none. */
  access: DocumentStore<FeedAccess>;
  /** By feed id: what was asked of the feed's hub. */
  hubs: DocumentStore<HubSubscription>;
  /** Small texts by key: cached pages and robots.txt, pauses of hosts, the hash of the registered commands. */
  texts: DocumentStore<string>;
}

/** What waits, for the operator's figures: of the servers that this process serves, and of all feeds. */
export interface StoreFigures {
  /** Messages that are due: what takes something down, stories, live comments, a backlog. */
  due: Record<'takedown' | 'story' | 'comment' | 'backlog', number>;
  /** How long the oldest of them has waited; 0 without any. */
  oldestDueMs: number;
  feeds: number;
  feedsFailing: number;
  /** Due for more than a minute. */
  feedsOverdue: number;
  discussionsOpen: number;
  casesOpen: number;
}

export interface Store extends Ledger {
  /**
   * Runs `work` in one transaction: committed when it resolves, rolled back when it throws.
   * Transactions run one after another. `work` must use only the ledger that it is given, and wait
   * for nothing else. After a WriteConflict it runs again, a few times at most, so it has no effect
   * outside the ledger.
   */
  transaction<T>(work: (ledger: Ledger) => Promise<T>): Promise<T>;
  /**
   * Makes due what is due further off than it ever should be: the clock ran ahead and was set back.
   * Returns the count.
   */
  correctDueTimes(): Promise<number>;
  /**
   * Calls `hear` when deliveries become due in a server that this process serves, by a commit of any
   * process. It is a hint: not every one arrives. One listener at a time.
   */
  onDue(hear: () => void): void;
  /**
   * Which backup this database is a copy of, while what was posted since is looked for in Discord;
   * `null` for any other. It is known since the start: asking it is no call to the database.
   */
  backupMark(): BackupMark | null;
  figures(): Promise<StoreFigures>;
  /** Deletes expired documents. Returns the count. */
  deleteExpired(): Promise<number>;
  close(): Promise<void>;
}
