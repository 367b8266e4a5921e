import type { Delivery } from '../../../core/delivery/delivery.ts';
import * as rules from '../../../core/delivery/protocol.ts';
import type { DeliveryLedger } from '../../../core/ports/delivery-ledger.ts';
import type { UnixMs } from '../../../core/time/duration.ts';
import type { Shards } from '../../../core/shards.ts';
import type { Sql } from '../sql.ts';
import {
  claimChannel,
  deletePause,
  expectAnswer,
  holdsLease,
  listPauses,
  makeDue,
  nextDue,
  releaseChannel,
  renewLease,
  savePause,
} from './channels.ts';
import {
  deliveryOf,
  openDeliveryOf,
  loadDelivery,
  saveDelivery,
  takeUsedGeneration,
  writeDelivery,
} from './delivery-row.ts';
import { ownServers } from './own-servers.ts';

/** The tables `delivery`, `removed_delivery` and `channel`. */
export function deliveryLedger(sql: Sql, { shards }: { shards: Shards | null }): DeliveryLedger {
  return {
    ...claims(sql, ownServers(shards)),
    ...pauses(sql),

    async want(wishes, now) {
      await sql.atomically(async (sql) => {
        for (const wish of wishes) {
          const before = await loadDelivery(sql, wish.key);
          const used = before ? null : await takeUsedGeneration(sql, wish.key);
          await saveWanted(sql, before, rules.want(before, wish, now, used), now);
        }
      });
    },

    async refresh(keys, now, atMostEveryMs) {
      const everyMs = atMostEveryMs ?? null;
      await changeEach(sql, keys, now, (before) => rules.refresh(before, now, everyMs));
    },

    async refreshWithin(keys, now, withinMs) {
      await changeEach(sql, keys, now, (before) => rules.refreshWithin(before, now, withinMs));
    },

    async takeDown(keys, now) {
      await changeEach(sql, keys, now, (before) => rules.takeDown(before, now));
    },

    async remove(keys, now) {
      await changeEach(sql, keys, now, (before) => rules.remove(before, now));
    },

    async dueNow(channelId, now) {
      await sql.atomically(async (sql) => {
        const postponed = await sql.all(
          `SELECT * FROM delivery WHERE channel_id = ? AND state = 'open' AND postponed = 1
            AND not_before > ?`,
          channelId,
          now,
        );
        for (const row of postponed) {
          const before = openDeliveryOf(row);
          await saveWanted(sql, before, { ...before, notBefore: now, postponed: false }, now);
        }
      });
    },

    async get(key) {
      return loadDelivery(sql, key);
    },

    async getByMessage(messageId) {
      const row = await sql.get(
        `SELECT * FROM delivery WHERE message_id = ? AND kind <> 'removal' LIMIT 1`,
        messageId,
      );
      return row && deliveryOf(row);
    },

    async isStoryWanted(storyId) {
      const row = await sql.get('SELECT 1 FROM delivery WHERE story_id = ? LIMIT 1', storyId);
      return row !== null;
    },

    async listUnsent(channelId) {
      const rows = await sql.all(
        `SELECT * FROM delivery WHERE channel_id = ? AND state = 'open' AND wanted = 'shown'
          AND message_id IS NULL ORDER BY ordinal, key`,
        channelId,
      );
      return rows.map(openDeliveryOf);
    },

    async countOpen(channelId) {
      const row = await sql.get(
        `SELECT count(*) AS open FROM delivery WHERE channel_id = ? AND state = 'open'`,
        channelId,
      );
      return Number(row?.open ?? 0);
    },

    async endMessage(messageId, now) {
      await sql.atomically(async (sql) => {
        const rows = await sql.all(
          `SELECT delivery.*, channel.lease_until FROM delivery
            LEFT JOIN channel ON channel.channel_id = delivery.channel_id
            WHERE message_id = ?`,
          messageId,
        );
        for (const row of rows) {
          const before = deliveryOf(row);
          const isBusy = before.attempts !== null && Number(row.lease_until) > 0;
          await saveDelivery(sql, before, rules.messageDeleted(before, isBusy), now);
        }
      });
    },

    async endChannel(channelId) {
      await sql.atomically(async (sql) => {
        const rows = await sql.all('SELECT * FROM delivery WHERE channel_id = ?', channelId);
        for (const row of rows) {
          await writeDelivery(sql, rules.channelDeleted(deliveryOf(row)));
        }
        // Whoever sends in it loses the lease.
        await sql.run(
          `UPDATE channel SET due_at = NULL, retry_at = NULL, takedown_at = NULL, lease_until = 0, fence = fence + 1
            WHERE channel_id = ?`,
          channelId,
        );
        await deletePause(sql, channelId);
      });
    },
  };
}

function claims(
  sql: Sql,
  ofServers: string,
): Pick<
  DeliveryLedger,
  'claimChannel' | 'nextDue' | 'begin' | 'removing' | 'end' | 'renew' | 'releaseChannel'
> {
  return {
    async claimChannel(now, leaseMs, limit) {
      return sql.atomically((sql) => claimChannel(sql, now, leaseMs, limit, ofServers), 'claim');
    },

    nextDue: (until) => nextDue(sql, until, ofServers),

    async begin(lease, key, now) {
      return sql.atomically(async (sql) => {
        const before = (await holdsLease(sql, lease)) ? await loadDelivery(sql, key) : null;
        if (before?.state !== 'open' || before.channelId !== lease.channelId) return null;
        const after = rules.begun(before, now);
        await writeDelivery(sql, after);
        if (after.message === null) await expectAnswer(sql, lease.channelId, now);
        return after;
      });
    },

    async removing(lease, key, message, now) {
      return sql.atomically(async (sql) => {
        if (!(await holdsLease(sql, lease))) return false;
        const before = await loadDelivery(sql, key);
        if (before) await saveDelivery(sql, before, rules.removing(before, message), now);
        return true;
      });
    },

    async end(lease, key, ending, { now, release }) {
      return sql.atomically(async (sql) => {
        if (!(await holdsLease(sql, lease))) return false;
        const before = await loadDelivery(sql, key);
        if (before) await saveDelivery(sql, before, rules.ended(before, ending), now);
        if (ending.kind === 'shown') await deletePause(sql, lease.channelId);
        if (release) await releaseChannel(sql, lease, now);
        return true;
      });
    },

    renew: (lease, until) => renewLease(sql, lease, until),

    async releaseChannel(lease, now) {
      await sql.atomically(async (sql) => {
        if (await holdsLease(sql, lease)) await releaseChannel(sql, lease, now);
      });
    },
  };
}

function pauses(
  sql: Sql,
): Pick<DeliveryLedger, 'savePause' | 'getPause' | 'listPauses' | 'deletePause'> {
  return {
    savePause: (pause) => savePause(sql, pause),
    getPause: async (channelId) => (await listPauses(sql, 'channel_id = ?', channelId))[0] ?? null,
    listPauses: (guildId) => listPauses(sql, 'guild_id = ?', guildId),
    deletePause: (channelId) => deletePause(sql, channelId),
  };
}

/** Saves a delivery that a wish changed, and makes its channel due. */
async function saveWanted(
  sql: Sql,
  before: Delivery | null,
  after: Delivery | null,
  now: UnixMs,
): Promise<void> {
  if (after === before) return;
  await saveDelivery(sql, before, after, now);
  if (after?.state === 'open') await makeDue(sql, after);
}

async function changeEach(
  sql: Sql,
  keys: readonly string[],
  now: UnixMs,
  rule: (before: Delivery) => Delivery | null,
): Promise<void> {
  if (keys.length === 0) return;
  await sql.atomically(async (sql) => {
    for (const key of keys) {
      const before = await loadDelivery(sql, key);
      if (before) await saveWanted(sql, before, rule(before), now);
    }
  });
}
