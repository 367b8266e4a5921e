import { FeedId } from '../../../core/ids.ts';
import type {
  CapLimits,
  CapPlace,
  CapStep,
  RetentionLedger,
} from '../../../core/ports/retention-ledger.ts';
import type { UnixMs } from '../../../core/time/duration.ts';
import type { Sql, SqlRow } from '../sql.ts';
import { idsOf, nextPlace, ordinalAt, place, unkeptStories } from './retention.ts';
import { anyOf } from './stories.ts';

/** The feed after another one, of those that have stories. Parameter: the other one. */
export const nextFeed = `SELECT feed_id FROM story WHERE feed_id > ? ORDER BY feed_id LIMIT 1`;

/** The oldest story that a feed may keep. Parameters: the feed, how many newer ones it keeps. */
export const oldestKept = `SELECT rowid, first_seen_at FROM story WHERE feed_id = ?
  ORDER BY first_seen_at DESC, rowid DESC LIMIT 1 OFFSET ?`;

/** A feed's stories before that one, oldest first. Parameters: the feed, before, twice, from, limit. */
export const beyondKept = `SELECT rowid, id, first_seen_at FROM story
  WHERE feed_id = ? AND first_seen_at <= ? AND (first_seen_at < ? OR rowid < ?)
    AND first_seen_at >= ? AND (first_seen_at > ? OR rowid > ?)
  ORDER BY first_seen_at, rowid LIMIT ?`;

/** Those of the given stories whose feed no longer has them, and that have no comments. */
const pastOnes = `SELECT id FROM story WHERE id IN ${anyOf} AND missing IS NULL
  AND NOT EXISTS (SELECT 1 FROM discussion JOIN comment ON comment.discussion_id = discussion.id
    WHERE discussion.story_id = story.id)`;

/** How many stories each feed may keep. */
export function storyCap(sql: Sql): Pick<RetentionLedger, 'capStories'> {
  return {
    async capStories(limits, now, limit, from) {
      return sql.atomically((sql) => capStories(sql, limits, now, limit, from));
    },
  };
}

async function capStories(
  sql: Sql,
  { perFeed, floodedSince, wantedSince }: CapLimits,
  now: UnixMs,
  limit: number,
  from: CapPlace | null,
): Promise<CapStep> {
  const feedId = from?.within ? from.feedId : await feedAfter(sql, from?.feedId ?? '');
  if (feedId === null) return { deleted: 0, next: null, flood: null };
  const next = { feedId, within: null };
  const oldest = await sql.get(oldestKept, feedId, perFeed - 1);
  const oldestAt = Number(oldest?.first_seen_at ?? 0);
  if (!oldest || oldestAt < floodedSince) await endFlood(sql, feedId);
  if (!oldest) return { deleted: 0, next, flood: null };
  const rows = await sql.all(
    beyondKept,
    feedId,
    oldestAt,
    oldestAt,
    Number(oldest.rowid),
    ...place(from?.within ?? null),
    limit,
  );
  const deleted = await deleteStories(sql, rows, wantedSince);
  const isNew = deleted > 0 && oldestAt >= floodedSince && (await beginFlood(sql, feedId, now));
  return {
    deleted,
    next: { feedId, within: nextPlace(rows, limit, 'first_seen_at', 'rowid') },
    flood: isNew ? { feedId: FeedId.parse(feedId), oldestAt } : null,
  };
}

async function feedAfter(sql: Sql, feedId: string): Promise<string | null> {
  const row = await sql.get(nextFeed, feedId);
  return row && String(row.feed_id);
}

async function deleteStories(
  sql: Sql,
  rows: readonly SqlRow[],
  wantedSince: UnixMs,
): Promise<number> {
  if (rows.length === 0) return 0;
  const past = await sql.all(pastOnes, idsOf(rows));
  const unkept = await sql.all(unkeptStories, idsOf(past), ordinalAt(wantedSince));
  if (unkept.length === 0) return 0;
  const ids = idsOf(unkept);
  await sql.run(`DELETE FROM delivery WHERE story_id IN ${anyOf}`, ids);
  await sql.run(`DELETE FROM discussion WHERE story_id IN ${anyOf}`, ids);
  return sql.run(`DELETE FROM story WHERE id IN ${anyOf}`, ids);
}

/** `false` when it was flooding already. */
async function beginFlood(sql: Sql, feedId: string, now: UnixMs): Promise<boolean> {
  const begun = await sql.run(
    'UPDATE feed SET flooding_since = ? WHERE id = ? AND flooding_since IS NULL',
    now,
    feedId,
  );
  return begun > 0;
}

async function endFlood(sql: Sql, feedId: string): Promise<void> {
  await sql.run(
    'UPDATE feed SET flooding_since = NULL WHERE id = ? AND flooding_since IS NOT NULL',
    feedId,
  );
}
