import type { Delivery } from '../../../core/delivery/delivery.ts';
import type { UnixMs } from '../../../core/time/duration.ts';
import { deliveryOf, isOpen, isRetry } from './delivery-row.ts';
import type { Sql, SqlRow } from '../sql.ts';

const orderedKinds = `('story', 'digest', 'left-out', 'comment', 'notice')`;

/** A message not posted yet, whose place in the channel depends on when it is posted. */
const isOrderedPost = `kind IN ${orderedKinds} AND message_id IS NULL AND gone = 0`;

/**
 * A waiting post holds back later posts of its channel, unless it was postponed. Edits and removals
 * do not change the order, so nothing holds them back. Parameter: now.
 */
const overtakesNothing = `NOT (${isOrderedPost} AND EXISTS (
    SELECT 1 FROM delivery AS earlier
    WHERE earlier.dead = 0 AND earlier.shown_revision < earlier.wanted_revision
      AND earlier.channel_id = delivery.channel_id AND earlier.not_before > ?
      AND earlier.kind IN ${orderedKinds} AND earlier.message_id IS NULL AND earlier.gone = 0
      AND earlier.put_off = 0
      AND (earlier.tries > 0 OR delivery.tries = 0)
      AND (earlier.ordinal < delivery.ordinal
        OR (earlier.ordinal = delivery.ordinal AND earlier.key < delivery.key))))`;

/** The channel has no live lease and no pause. Parameters: now, twice. */
const isFreeChannel = `channel_id NOT IN (
    SELECT channel_id FROM delivery WHERE lease_until > 0 AND lease_until > ?)
  AND channel_id NOT IN (SELECT channel_id FROM channel_pause WHERE until > ?)`;

const firstChannel = (work: string) => `SELECT channel_id FROM delivery
  WHERE ${work} AND not_before <= ? AND ${isFreeChannel} AND ${overtakesNothing}
  ORDER BY not_before, ordinal, key LIMIT 1`;

/** The channel to claim next. All parameters: now. */
export const channelToRetry = firstChannel(`${isOpen} AND ${isRetry}`);
export const channelToServe = firstChannel(isOpen);

// The plus keeps SQLite from choosing an index by time, after which it would have to sort.
const inOrder = (work: string) => `SELECT key FROM delivery
  WHERE ${work} AND channel_id = ? AND +not_before <= ? AND ${overtakesNothing}
  ORDER BY ordinal, key LIMIT ?`;

/** A channel's due deliveries in order. Parameters: channel, now, now, limit. */
export const retriesInOrder = inOrder(`${isOpen} AND ${isRetry}`);
export const freshInOrder = inOrder(`${isOpen} AND NOT (${isRetry})`);

/** Leases the due deliveries of one channel: see `DeliveryLedger.claimRun`. */
export async function claimRun(
  sql: Sql,
  now: UnixMs,
  leaseMs: number,
  limit: number,
): Promise<Delivery[]> {
  const chosen =
    (await sql.get(channelToRetry, now, now, now, now)) ??
    (await sql.get(channelToServe, now, now, now, now));
  if (!chosen) return [];
  const channelId = String(chosen.channel_id);
  const due = await sql.all(retriesInOrder, channelId, now, now, limit);
  if (due.length < limit) {
    due.push(...(await sql.all(freshInOrder, channelId, now, now, limit - due.length)));
  }
  const run: Delivery[] = [];
  for (const { key } of due) run.push(...(await lease(sql, String(key), now, leaseMs)));
  return run;
}

async function lease(sql: Sql, key: string, now: UnixMs, leaseMs: number): Promise<Delivery[]> {
  const rows: SqlRow[] = await sql.all(
    `UPDATE delivery SET fence = fence + 1, tries = tries + 1, put_off = 0,
      first_tried_at = COALESCE(first_tried_at, ?), lease_until = ? WHERE key = ? RETURNING *`,
    now,
    now + leaseMs,
    key,
  );
  return rows.map(deliveryOf);
}
