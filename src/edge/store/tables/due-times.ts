import { dayMs, hourMs, type UnixMs } from '../../../core/time/duration.ts';
import { neverPolled } from '../../../core/feed/feed.ts';
import type { Sql } from '../sql.ts';
import { discussionChange, discussionColumns, discussionOf } from './discussions.ts';

/** Longer than any lease, and than any pause of a channel. */
const longestLeaseMs = 2 * hourMs;
/** Longer than a message, a page or a discussion waits until it is tried again. */
const longestWaitMs = dayMs + hourMs;
const longestMonthMs = 33 * dayMs;

/** Ends leases, where there is something to do: others matter to nobody. Parameter: the latest end. */
export const overlongLeases = [
  'UPDATE feed SET lease_until = 0, fence = fence + 1 WHERE lease_until > ?',
  ...['discussion', 'channel'].map(
    (table) => `UPDATE ${table} SET lease_until = 0, fence = fence + 1
      WHERE due_at IS NOT NULL AND lease_until > ?`,
  ),
];

/** Parameters: now, the latest end. */
export const overlongPauses = `UPDATE channel SET paused_until = ?
  WHERE paused_since IS NOT NULL AND paused_until > ?`;

/**
 * Makes due what waits longer than it ever should, as it does when the clock ran ahead and was set
 * back. Returns the number of rows. A feed waits its own interval at most, an hour where that is
 * shorter.
 */
export async function correctDueTimes(sql: Sql, now: UnixMs): Promise<number> {
  return sql.atomically(async (sql) => {
    const leaseLimit = now + longestLeaseMs;
    const limit = now + longestWaitMs;
    let corrected = 0;
    for (const statement of overlongLeases) corrected += await sql.run(statement, leaseLimit);
    corrected += await sql.run(
      `UPDATE feed SET next_poll = ? WHERE next_poll > ? AND next_poll < ?
        AND next_poll > ? + COALESCE(CAST(json_extract(state, '$.pace.everyMs') AS BIGINT), 0)`,
      now,
      now + hourMs,
      neverPolled,
      now,
    );
    corrected += await correctDiscussions(sql, now, limit);
    corrected += await sql.run(
      'UPDATE story SET enrich_at = ? WHERE enrich_at IS NOT NULL AND enrich_at > ?',
      now,
      limit,
    );
    await sql.run(
      `UPDATE delivery SET not_before = ?, postponed = 0 WHERE state = 'open' AND not_before > ?
        AND channel_id IN (SELECT channel_id FROM channel WHERE due_at > ?)`,
      now,
      limit,
      limit,
    );
    corrected += await sql.run(
      `UPDATE channel SET due_at = ?,
          retry_at = CASE WHEN retry_at > ? THEN ? ELSE retry_at END,
          takedown_at = CASE WHEN takedown_at > ? THEN ? ELSE takedown_at END
        WHERE due_at > ?`,
      now,
      limit,
      now,
      limit,
      now,
      limit,
    );
    corrected += await sql.run(overlongPauses, now, leaseLimit);
    // A summary waits for the end of a month.
    corrected += await sql.run(
      'UPDATE planned_summary SET due_at = ? WHERE due_at > ?',
      now,
      now + longestMonthMs,
    );
    return corrected;
  });
}

/** Fetches at once what would be fetched after `limit`. Returns the number of discussions. */
async function correctDiscussions(sql: Sql, now: UnixMs, limit: UnixMs): Promise<number> {
  const rows = await sql.all(
    `SELECT * FROM discussion
      WHERE due_at > ? AND CAST(json_extract(document, '$.nextPoll') AS BIGINT) > ?`,
    now + hourMs,
    limit,
  );
  for (const row of rows) {
    const discussion = { ...discussionOf(row), nextPoll: now };
    await sql.run(
      `UPDATE discussion SET ${discussionChange}, due_at = ? WHERE id = ?`,
      ...discussionColumns(discussion),
      now,
      discussion.id,
    );
  }
  return rows.length;
}
