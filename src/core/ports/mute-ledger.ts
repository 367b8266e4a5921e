import type { Snowflake } from '../ids.ts';
import type { MutedAuthor } from '../moderation/muted-author.ts';

/** The authors whom a server does not show. */
export interface MuteLedger {
  /** `false` when this author is muted already: nothing changes. */
  add(muted: MutedAuthor): Promise<boolean>;
  /** `false` when this author is not muted. */
  delete(guildId: Snowflake, authorKey: string): Promise<boolean>;
  get(guildId: Snowflake, authorKey: string): Promise<MutedAuthor | null>;
  /** The newest first. */
  list(guildId: Snowflake, limit: number): Promise<MutedAuthor[]>;
  /** Those of the keys whose authors are muted. */
  listMutedKeys(guildId: Snowflake, authorKeys: readonly string[]): Promise<Set<string>>;
}
