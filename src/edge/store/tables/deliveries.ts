import type { DeliveryLedger } from '../../../core/ports/delivery-ledger.ts';
import { claimRun } from './delivery-claim.ts';
import { deliveryOf, isOpen } from './delivery-row.ts';
import { pauseTable } from './channel-pauses.ts';
import { sqlBoolean } from '../rows.ts';
import type { Sql, SqlValue } from '../sql.ts';

const underLease = 'key = ? AND fence = ? AND lease_until > 0';

/** Never sent to Discord, so its channel may still change. */
const neverShown = 'delivery.message_id IS NULL AND delivery.tries = 0';

const want = `INSERT INTO delivery
  (key, kind, guild_id, channel_id, subject, ordinal, wanted_revision, not_before, put_off,
    incarnation)
  VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?,
    COALESCE((SELECT incarnation + 1 FROM removed_delivery WHERE key = ?), 0))
  ON CONFLICT (key) DO UPDATE SET
    kind = excluded.kind,
    subject = excluded.subject,
    guild_id = CASE WHEN ${neverShown} THEN excluded.guild_id ELSE delivery.guild_id END,
    channel_id = CASE WHEN ${neverShown} THEN excluded.channel_id ELSE delivery.channel_id END,
    ordinal = CASE WHEN ${neverShown} THEN excluded.ordinal ELSE delivery.ordinal END,
    incarnation = delivery.incarnation
      + CASE WHEN ${neverShown} AND delivery.gone = 1 THEN 1 ELSE 0 END,
    not_before = CASE
      WHEN delivery.dead = 0 AND delivery.shown_revision < delivery.wanted_revision
        AND delivery.tries > 0 AND delivery.not_before > excluded.not_before
      THEN delivery.not_before ELSE excluded.not_before END,
    put_off = excluded.put_off, wanted_revision = delivery.wanted_revision + 1, gone = 0, dead = 0`;

/** When a message may be edited next. Parameters: now, now, the time between edits. */
const nextEdit = `CASE WHEN edit_at > ? THEN edit_at ELSE max(?, COALESCE(edit_at, 0) + ?) END`;
const postponeEdit = `UPDATE delivery SET edit_at = ${nextEdit}, not_before = max(not_before, ${nextEdit})
  WHERE key = ? AND gone = 0 AND message_id IS NOT NULL`;

/** Undoes the attempt that a claim counted. */
const undoAttempt = `tries = CASE WHEN tries > 0 THEN tries - 1 ELSE 0 END,
  first_tried_at = CASE WHEN tries > 1 THEN first_tried_at ELSE NULL END`;

/** The tables `delivery`, `removed_delivery` and `channel_pause`. */
export function deliveryLedger(sql: Sql): DeliveryLedger {
  /** Changes a claimed delivery and ends its lease; `false` when the lease was lost. */
  const endLease = async (change: string, key: string, fence: number, ...values: SqlValue[]) =>
    (await sql.run(
      `UPDATE delivery SET lease_until = 0, ${change} WHERE ${underLease}`,
      ...values,
      key,
      fence,
    )) > 0;

  return {
    ...pauseTable(sql),

    async want(wanted, notBefore, postponed = false) {
      await sql.atomically(async (sql) => {
        for (const { key, kind, guildId, channelId, subject, ordinal } of wanted) {
          const order = [ordinal, notBefore, sqlBoolean(postponed)];
          await sql.run(want, key, kind, guildId, channelId, subject, ...order, key);
          await sql.run('DELETE FROM removed_delivery WHERE key = ?', key);
        }
      });
    },

    async refresh(keys, atMostEvery) {
      if (keys.length === 0) return;
      await sql.atomically(async (sql) => {
        for (const key of keys) {
          if (atMostEvery) {
            const { now, everyMs } = atMostEvery;
            await sql.run(postponeEdit, now, now, everyMs, now, now, everyMs, key);
          }
          await sql.run(
            `UPDATE delivery SET wanted_revision = wanted_revision + 1, dead = 0
              WHERE key = ? AND gone = 0`,
            key,
          );
        }
      });
    },

    async remove(keys) {
      await sql.atomically(async (sql) => {
        for (const key of keys) {
          const dropped = await deleteDeliveries(
            sql,
            `key = ? AND gone = 0 AND ${neverShown}`,
            key,
          );
          if (dropped > 0) continue;
          await sql.run(
            `UPDATE delivery SET wanted_revision = wanted_revision + 1, gone = 1, dead = 0
              WHERE key = ? AND gone = 0`,
            key,
          );
        }
      });
    },

    async removeMessage({ key, kind, guildId, channelId, subject, ordinal }, messageId) {
      await sql.run(
        `INSERT INTO delivery (key, kind, guild_id, channel_id, subject, ordinal, wanted_revision,
          not_before, gone, message_id) VALUES (?, ?, ?, ?, ?, ?, 1, 0, 1, ?)
          ON CONFLICT (key) DO UPDATE SET wanted_revision = delivery.wanted_revision + 1,
            gone = 1, dead = 0, message_id = excluded.message_id`,
        key,
        kind,
        guildId,
        channelId,
        subject,
        ordinal,
        messageId,
      );
    },

    async claimRun(now, leaseMs, limit) {
      return sql.atomically((sql) => claimRun(sql, now, leaseMs, limit));
    },

    async settle(key, fence, { revision, messageId, hash }) {
      return sql.atomically(async (sql) => {
        if (messageId === null) {
          const removed = await deleteDeliveries(sql, `gone = 1 AND ${underLease}`, key, fence);
          if (removed > 0) return true;
        }
        // A failed one was deleted in Discord meanwhile: its message id stays. A removed message that
        // is wanted again gets a new generation, and is posted as a new message.
        const confirmed = await sql.run(
          `UPDATE delivery SET lease_until = 0, shown_revision = ?, shown_hash = ?, tries = 0,
            first_tried_at = NULL, error = NULL,
            message_id = CASE WHEN dead = 1 THEN message_id ELSE ? END, incarnation = incarnation + ?
            WHERE ${underLease}`,
          revision,
          hash,
          messageId,
          messageId === null ? 1 : 0,
          key,
          fence,
        );
        return confirmed > 0;
      });
    },

    async release(key, fence, { notBefore, error, untried }) {
      if (!untried) return endLease('not_before = ?, error = ?', key, fence, notBefore, error);
      const change = `not_before = ?, error = ?, ${undoAttempt}`;
      return endLease(change, key, fence, notBefore, error);
    },

    async postpone(key, fence, notBefore) {
      return endLease(`not_before = ?, put_off = 1, ${undoAttempt}`, key, fence, notBefore);
    },

    async dueNow(channelId, now) {
      await sql.run(
        `UPDATE delivery SET not_before = ?, put_off = 0
          WHERE ${isOpen} AND channel_id = ? AND put_off = 1 AND not_before > ?`,
        now,
        channelId,
        now,
      );
    },

    async fail(key, fence, error) {
      return endLease('dead = 1, error = ?', key, fence, error);
    },

    async get(key) {
      const row = await sql.get('SELECT * FROM delivery WHERE key = ?', key);
      return row && deliveryOf(row);
    },

    async getByMessage(messageId) {
      const row = await sql.get(
        `SELECT * FROM delivery WHERE message_id = ? AND kind <> 'removal' LIMIT 1`,
        messageId,
      );
      return row && deliveryOf(row);
    },

    async listKeys(prefix) {
      const rows = await sql.all(
        'SELECT key FROM delivery WHERE key >= ? AND key < ? ORDER BY key',
        prefix,
        `${prefix}\u{10ffff}`,
      );
      return rows.map(({ key }) => String(key));
    },

    async listUnsent(channelId) {
      const rows = await sql.all(
        `SELECT * FROM delivery WHERE ${isOpen} AND channel_id = ? AND gone = 0
          AND message_id IS NULL ORDER BY ordinal, key`,
        channelId,
      );
      return rows.map(deliveryOf);
    },

    async countOpen(channelId) {
      const row = await sql.get(
        `SELECT count(*) AS open FROM delivery WHERE ${isOpen} AND channel_id = ?`,
        channelId,
      );
      return Number(row?.open ?? 0);
    },

    async endMessage(messageId) {
      await sql.atomically(async (sql) => {
        // It was to be removed anyway, and no worker is about to settle it.
        await deleteDeliveries(
          sql,
          'message_id = ? AND gone = 1 AND dead = 0 AND lease_until = 0',
          messageId,
        );
        await sql.run(
          'UPDATE delivery SET dead = 1, gone = 1 WHERE message_id = ? AND gone = 0 AND lease_until = 0',
          messageId,
        );
      });
    },

    async endChannel(channelId) {
      await sql.atomically(async (sql) => {
        await sql.run(
          `UPDATE delivery SET dead = 1, gone = 1, message_id = NULL, shown_hash = NULL, tries = 0,
            first_tried_at = NULL WHERE channel_id = ?`,
          channelId,
        );
        await sql.run('DELETE FROM channel_pause WHERE channel_id = ?', channelId);
      });
    },
  };
}

/** Deletes deliveries, but saves that their keys' nonces were used. Returns the count. */
async function deleteDeliveries(sql: Sql, which: string, ...values: SqlValue[]): Promise<number> {
  await sql.run(
    `INSERT INTO removed_delivery (key, incarnation)
      SELECT key, incarnation FROM delivery WHERE ${which}
      ON CONFLICT (key) DO UPDATE SET incarnation = excluded.incarnation`,
    ...values,
  );
  return sql.run(`DELETE FROM delivery WHERE ${which}`, ...values);
}
