import type { AuditLine } from '../moderation/audit.ts';
import type { FeedAccess, Validators } from '../feed/feed.ts';
import type { Snowflake } from '../ids.ts';
import type { GuildSettings } from '../moderation/guild-settings.ts';
import type { FeedLedger, ChannelStories } from './feed-ledger.ts';
import type { DigestLedger, DeliveryLedger } from './delivery-ledger.ts';
import type { DiscussionLedger } from './discussion-ledger.ts';
import type { CaseLedger } from './case-ledger.ts';

/** A typed shelf of documents that may be lost without a reader noticing, or that settle a guild. */
export interface DocumentStore<T> {
  get(key: string): Promise<T | null>;
  /** Kept for `ttlMs` milliseconds, for ever without it. */
  save(key: string, document: T, ttlMs?: number): Promise<void>;
  delete(key: string): Promise<void>;
}

/** All that is kept. Within {@link Store.transaction} it is kept together or not at all. */
export interface Ledger {
  feeds: FeedLedger;
  channelStories: ChannelStories;
  digests: DigestLedger;
  deliveries: DeliveryLedger;
  discussions: DiscussionLedger;
  cases: CaseLedger;
  audit: {
    append(line: AuditLine): Promise<void>;
    /** Newest first. */
    list(guildId: Snowflake, limit: number): Promise<AuditLine[]>;
  };
  settings: DocumentStore<GuildSettings>;
  validators: DocumentStore<Validators>;
  /** By feed id; none for a feed that opens to everybody. */
  access: DocumentStore<FeedAccess>;
  /** Small texts: the hash of the commands registered last, a text that is about to be flagged. */
  facts: DocumentStore<string>;
}

export interface Store extends Ledger {
  /**
   * Runs `work` in one transaction, committed when it resolves and rolled back when it throws.
   * Transactions run one after another: `work` must wait for nothing but the ledger it is given,
   * and must use that one only.
   */
  transaction<T>(work: (ledger: Ledger) => Promise<T>): Promise<T>;
  /** Deletes the documents whose time to live is over; how many. */
  deleteExpired(): Promise<number>;
  close(): Promise<void>;
}
