import type { Snowflake } from '../ids.ts';
import type { Reader, ReporterRecord } from '../moderation/reader.ts';
import type { UnixMs } from '../time/duration.ts';

/** What is stored of members beside their reports, and how their reports were ruled on. */
export interface ReaderLedger {
  /** One without a row has the defaults. */
  get(guildId: Snowflake, userId: Snowflake): Promise<Reader>;
  save(reader: Reader): Promise<void>;
  /** Deletes a row that says nothing: see `newReader`. */
  delete(guildId: Snowflake, userId: Snowflake): Promise<void>;
  /** Readers who may not report, newest first. */
  listBanned(guildId: Snowflake): Promise<Reader[]>;
  /**
   * The records of readers by their reports since then. Only readers with a ruled report are in it; a
   * case that is open again does not count.
   */
  listRecords(
    guildId: Snowflake,
    userIds: readonly Snowflake[],
    since: UnixMs,
  ): Promise<Map<Snowflake, ReporterRecord>>;
}
