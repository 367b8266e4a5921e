import { ChannelPause, type OpenDelivery } from '../../../core/delivery/delivery.ts';
import {
  dueAt,
  isOrderedPost,
  priorities,
  priorityOf,
  retryAt,
  runOf,
  runPriority,
  takedownAt,
} from '../../../core/delivery/run.ts';
import type { ClaimedChannel, Lease } from '../../../core/ports/delivery-ledger.ts';
import type { Snowflake } from '../../../core/ids.ts';
import type { UnixMs } from '../../../core/time/duration.ts';
import { parseRow, sqlBoolean } from '../rows.ts';
import { lockShared, skipLocked, type Sql, type SqlRow, type SqlValue } from '../sql.ts';
import { openDeliveryOf } from './delivery-row.ts';

/** Channels whose due deliveries all wait for another one are passed over, this many at a time. */
const mostPassedOver = 20;
/** How many deliveries of a sort decide when a channel is due next. */
const mostLooked = 10;

/** The channel that has been due longest, by one of its times. Parameters: now, thrice. */
const firstBy = (column: 'takedown_at' | 'retry_at') => (ofServers: string) =>
  `SELECT channel_id FROM channel
  WHERE ${column} IS NOT NULL AND ${column} <= ? AND lease_until <= ? AND paused_until <= ?${ofServers}
  ORDER BY ${column}, channel_id LIMIT 1 ${skipLocked}`;
export const channelToTakeDown = firstBy('takedown_at');
export const channelToRetry = firstBy('retry_at');
/** The one of a priority. Parameters: priority, now, thrice. */
export const channelToServe = (ofServers: string) => `SELECT channel_id FROM channel
  WHERE due_at IS NOT NULL AND priority = ? AND due_at <= ? AND lease_until <= ? AND paused_until <= ?${ofServers}
  ORDER BY due_at, channel_id LIMIT 1 ${skipLocked}`;

const open = `SELECT * FROM delivery WHERE channel_id = ? AND state = 'open'`;
const inOrder = 'ORDER BY ordinal, key LIMIT ?';
// The plus keeps SQLite from an index by time, after which it would have to sort.
/** The first open deliveries of a channel of each sort. Parameters: channel, now, limit. */
export const openDeliveries: readonly string[] = [
  `${open} AND priority = 0 AND +not_before <= ? ${inOrder}`,
  `${open} AND priority = 0 AND +not_before > ? ${inOrder}`,
  `${open} AND attempts > 0 AND message_id IS NULL AND +not_before <= ? ${inOrder}`,
  `${open} AND in_order = 1 AND +not_before <= ? ${inOrder}`,
  `${open} AND in_order = 0 AND +not_before <= ? ${inOrder}`,
  `${open} AND in_order = 1 AND postponed = 0 AND +not_before > ? ${inOrder}`,
  `${open} AND in_order = 0 AND wanted = 'shown' AND message_hash IS NULL AND +not_before > ? ${inOrder}`,
  `${open} AND not_before > ? ORDER BY not_before LIMIT CASE WHEN ? > 0 THEN 1 ELSE 0 END`,
  `${open} AND attempts > 0 AND message_id IS NULL AND not_before > ? ORDER BY not_before LIMIT CASE WHEN ? > 0 THEN 1 ELSE 0 END`,
];

/** The open deliveries that decide a channel's run of at most `limit`, and when it is due next. */
async function loadOpen(
  sql: Sql,
  channelId: Snowflake,
  now: UnixMs,
  limit: number,
): Promise<OpenDelivery[]> {
  const rows = new Map<string, SqlRow>();
  for (const query of openDeliveries) {
    for (const row of await sql.all(query, channelId, now, limit)) rows.set(String(row.key), row);
  }
  return [...rows.values()].map(openDeliveryOf);
}

/** Makes the channel of a delivery due for it. A post that others hold back changes no priority. */
export async function makeDue(sql: Sql, delivery: OpenDelivery): Promise<void> {
  const { channelId, guildId, notBefore, takesDown } = delivery;
  await sql.run(
    `INSERT INTO channel (channel_id, guild_id, due_at, takedown_at, priority) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (channel_id) DO UPDATE SET
        priority = CASE
          WHEN channel.due_at IS NULL OR (channel.priority > excluded.priority AND ? = 0)
            THEN excluded.priority
          ELSE channel.priority END,
        takedown_at = CASE
          WHEN channel.takedown_at IS NULL OR channel.takedown_at > excluded.takedown_at
            THEN COALESCE(excluded.takedown_at, channel.takedown_at)
          ELSE channel.takedown_at END,
        due_at = CASE
          WHEN channel.due_at IS NULL OR channel.due_at > excluded.due_at THEN excluded.due_at
          ELSE channel.due_at END`,
    channelId,
    guildId,
    notBefore,
    takesDown ? notBefore : null,
    priorityOf(delivery),
    sqlBoolean(isOrderedPost(delivery)),
  );
  await sql.announce(guildId);
}

/** When the next channel is due that nobody serves; `null` when none is before `until`. */
export async function nextDue(sql: Sql, until: UnixMs, ofServers: string): Promise<UnixMs | null> {
  const row = await sql.get(
    `SELECT min(CASE WHEN paused_until > due_at AND paused_until > lease_until THEN paused_until
        WHEN lease_until > due_at THEN lease_until ELSE due_at END) AS at FROM channel
      WHERE due_at IS NOT NULL AND due_at < ? AND lease_until < ? AND paused_until < ?${ofServers}`,
    until,
    until,
    until,
  );
  return row?.at === null || row?.at === undefined ? null : Number(row.at);
}

/**
 * Leases a channel that has something to send, with its run: see `DeliveryLedger.claimChannel`.
 * @param ofServers see `ownServers`
 */
export async function claimChannel(
  sql: Sql,
  now: UnixMs,
  leaseMs: number,
  limit: number,
  ofServers: string,
): Promise<ClaimedChannel | null> {
  for (let passed = 0; passed < mostPassedOver; passed += 1) {
    const channelId = await channelToClaim(sql, now, ofServers);
    if (channelId === null) return null;
    const loaded = await loadOpen(sql, channelId, now, limit);
    const run = runOf(loaded, now, limit);
    if (run.length > 0) {
      const row = await sql.get(
        `UPDATE channel SET lease_until = ?, fence = fence + 1 WHERE channel_id = ?
          RETURNING guild_id, fence`,
        now + leaseMs,
        channelId,
      );
      const guildId = String(row?.guild_id);
      return { channelId, guildId, fence: Number(row?.fence), until: now + leaseMs, run };
    }
    await saveDueTimes(sql, channelId, loaded, now);
  }
  return null;
}

async function channelToClaim(sql: Sql, now: UnixMs, ofServers: string): Promise<Snowflake | null> {
  const urgent =
    (await sql.get(channelToTakeDown(ofServers), now, now, now)) ??
    (await sql.get(channelToRetry(ofServers), now, now, now));
  if (urgent) return String(urgent.channel_id);
  for (const priority of priorities) {
    const row = await sql.get(channelToServe(ofServers), priority, now, now, now);
    if (row) return String(row.channel_id);
  }
  return null;
}

async function saveDueTimes(
  sql: Sql,
  channelId: Snowflake,
  loaded: readonly OpenDelivery[],
  now: UnixMs,
): Promise<void> {
  const due = dueAt(loaded, now);
  await sql.run(
    `UPDATE channel SET due_at = ?, retry_at = ?, takedown_at = ?, priority = ?
      WHERE channel_id = ?`,
    due,
    retryAt(loaded, now),
    takedownAt(loaded),
    runPriority(loaded, Math.max(now, due ?? now)),
    channelId,
  );
}

/** True while nobody else has claimed the channel since. */
export async function holdsLease(sql: Sql, { channelId, fence }: Lease): Promise<boolean> {
  const row = await sql.get(
    `SELECT 1 FROM channel WHERE channel_id = ? AND fence = ? AND lease_until > 0 ${lockShared}`,
    channelId,
    fence,
  );
  return row !== null;
}

/** `false` when somebody else has claimed the channel since. */
export async function renewLease(
  sql: Sql,
  { channelId, fence }: Lease,
  until: UnixMs,
): Promise<boolean> {
  const renewed = await sql.run(
    'UPDATE channel SET lease_until = ? WHERE channel_id = ? AND fence = ? AND lease_until > 0',
    until,
    channelId,
    fence,
  );
  return renewed > 0;
}

/** Marks a leased channel as one to retry first, should its process be killed now. */
export async function expectAnswer(sql: Sql, channelId: Snowflake, now: UnixMs): Promise<void> {
  await sql.run(
    `UPDATE channel SET retry_at = ? WHERE channel_id = ? AND (retry_at IS NULL OR retry_at > ?)`,
    now,
    channelId,
    now,
  );
}

/** Ends a lease and saves when the channel is due next. */
export async function releaseChannel(sql: Sql, { channelId }: Lease, now: UnixMs): Promise<void> {
  await saveDueTimes(sql, channelId, await loadOpen(sql, channelId, now, mostLooked), now);
  await sql.run('UPDATE channel SET lease_until = 0 WHERE channel_id = ?', channelId);
}

/** The pause of a channel. One that ended stays until a message is sent, to count its attempts. */
export async function savePause(sql: Sql, pause: ChannelPause): Promise<void> {
  const { channelId, guildId, reason, since, until, attempts } = pause;
  await sql.run(
    `INSERT INTO channel (channel_id, guild_id, pause_reason, paused_since, paused_until, pauses)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (channel_id) DO UPDATE SET pause_reason = excluded.pause_reason,
        paused_since = excluded.paused_since, paused_until = excluded.paused_until,
        pauses = excluded.pauses`,
    channelId,
    guildId,
    reason,
    since,
    until,
    attempts,
  );
}

export async function deletePause(sql: Sql, channelId: Snowflake): Promise<void> {
  const row = await sql.get(
    `UPDATE channel SET pause_reason = NULL, paused_since = NULL, paused_until = 0, pauses = 0
      WHERE channel_id = ? AND paused_since IS NOT NULL RETURNING guild_id`,
    channelId,
  );
  if (row) await sql.announce(String(row.guild_id));
}

/** The pauses of the channels that a condition names, oldest first. */
export async function listPauses(
  sql: Sql,
  which: 'channel_id = ?' | 'guild_id = ?',
  value: SqlValue,
): Promise<ChannelPause[]> {
  const rows = await sql.all(
    `SELECT * FROM channel WHERE ${which} AND paused_since IS NOT NULL
      ORDER BY paused_since, channel_id`,
    value,
  );
  return rows.map((row) =>
    parseRow(
      ChannelPause,
      {
        channelId: row.channel_id,
        guildId: row.guild_id,
        reason: row.pause_reason,
        since: row.paused_since,
        until: row.paused_until,
        attempts: row.pauses,
      },
      'channel',
      row.channel_id,
    ),
  );
}
