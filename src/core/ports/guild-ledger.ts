import type { Snowflake } from '../ids.ts';
import type { UnixMs } from '../time/duration.ts';

/** Servers, and those that the bot was removed from: of these no work is claimed. */
export interface GuildLedger {
  /** Those that have feeds. */
  list(): Promise<Snowflake[]>;
  /** `false` when it was known that the bot had left. */
  leave(guildId: Snowflake, now: UnixMs): Promise<boolean>;
  /** Its work goes on; `false` when the bot had not left. */
  rejoin(guildId: Snowflake): Promise<boolean>;
  /** The one that was left first, if that was before then. */
  leftBefore(before: UnixMs): Promise<Snowflake | null>;
  /**
   * Deletes at most about `limit` rows of what is stored of a server. Returns how many; 0 when nothing is
   * left but its audit, which is never changed.
   */
  deleteData(guildId: Snowflake, limit: number): Promise<number>;
}
