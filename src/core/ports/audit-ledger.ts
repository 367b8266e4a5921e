import type { CaseNumber, Snowflake } from '../ids.ts';
import type { AuditFilter, AuditLine, AuditPlace, NewAuditLine } from '../moderation/audit.ts';
import type { UnixMs } from '../time/duration.ts';

/** A line with its place. */
export type PlacedLine = AuditLine & Pick<AuditPlace, 'seq'>;

/** The lines next to a place, which is not among them; `null` begins at the newest. */
export type AuditSide = { before: AuditPlace } | { after: AuditPlace } | null;

/** The append-only audit log. */
export interface AuditLedger {
  append(line: NewAuditLine): Promise<void>;
  /** At most `limit` lines, the newest first: also those after a place, which are the next to it. */
  list(
    guildId: Snowflake,
    limit: number,
    filter?: AuditFilter,
    side?: AuditSide,
  ): Promise<PlacedLine[]>;
  /** Where a line stands; `null` when the server has no such line. */
  placeOf(guildId: Snowflake, seq: number): Promise<AuditPlace | null>;
  /** When each of these cases was last opened, by a report or an undone ruling, before `before`. */
  openedBefore(
    guildId: Snowflake,
    numbers: readonly CaseNumber[],
    before: UnixMs,
  ): Promise<Map<CaseNumber, UnixMs>>;
}
