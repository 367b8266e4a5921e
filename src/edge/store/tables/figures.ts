import type { StoreFigures } from '../../../core/ports/ledger.ts';
import type { Shards } from '../../../core/shards.ts';
import { minuteMs, type UnixMs } from '../../../core/time/duration.ts';
import type { Sql } from '../sql.ts';
import { ofPresentServers } from './guilds.ts';
import { ownServers } from './own-servers.ts';

/** The deliveries' priorities, as their column numbers them. */
const priorities = ['takedown', 'story', 'comment', 'backlog'] as const;

/** What waits, counted by index. */
export async function storeFigures(
  sql: Sql,
  shards: Shards | null,
  now: UnixMs,
): Promise<StoreFigures> {
  const own = ownServers(shards);
  const count = async (rows: string, ...values: number[]) =>
    Number((await sql.get(`SELECT count(*) AS n FROM ${rows}`, ...values))?.n);
  const waiting = await sql.all(
    `SELECT priority, count(*) AS n, min(not_before) AS oldest FROM delivery
      WHERE state = 'open' AND not_before <= ?${own} GROUP BY priority`,
    now,
  );
  const due = { takedown: 0, story: 0, comment: 0, backlog: 0 };
  for (const row of waiting) {
    const name = priorities[Number(row.priority)];
    if (name) due[name] = Number(row.n);
  }
  const oldest = Math.min(now, ...waiting.map((row) => Number(row.oldest)));
  return {
    due,
    oldestDueMs: now - oldest,
    feeds: await count('feed'),
    feedsFailing: await count('feed WHERE errors > 0'),
    feedsOverdue: await count(
      `feed WHERE next_poll < ? AND EXISTS (SELECT 1 FROM subscription
        WHERE subscription.feed_id = feed.id${ofPresentServers})`,
      now - minuteMs,
    ),
    discussionsOpen: await count(`discussion WHERE due_at IS NOT NULL${own}`),
    casesOpen: await count(`flag_case WHERE state IN ('open', 'escalated')${own}`),
  };
}
