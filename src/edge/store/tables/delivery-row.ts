import { Delivery, isRemoved, type OpenDelivery } from '../../../core/delivery/delivery.ts';
import { isOrderedPost, priorityOf } from '../../../core/delivery/run.ts';
import type { UnixMs } from '../../../core/time/duration.ts';
import { parseRow, readJson, sqlBoolean } from '../rows.ts';
import { type Sql, type SqlRow, StoreError } from '../sql.ts';

/** The delivery of a row. @throws StoreError when it is damaged */
export function deliveryOf(row: SqlRow): Delivery {
  const { key, message_id: id, webhook_id: webhookId, attempts } = row;
  const delivery = {
    key,
    guildId: row.guild_id,
    channelId: row.channel_id,
    subject: readJson(row.subject, 'delivery', key),
    ordinal: row.ordinal,
    revision: row.revision,
    generation: row.generation,
    message:
      id === null ? null : { id, hash: row.message_hash, ...(webhookId !== null && { webhookId }) },
    attempts: attempts === 0 ? null : { count: attempts, firstAt: row.first_attempt_at },
    editAt: row.edit_at,
    error: row.error,
    state: row.state,
    wanted: row.wanted,
    notBefore: row.not_before,
    postponed: row.postponed === 1,
    takesDown: row.priority === 0,
  };
  return parseRow(Delivery, delivery, 'delivery', key);
}

export function openDeliveryOf(row: SqlRow): OpenDelivery {
  const delivery = deliveryOf(row);
  if (delivery.state === 'open') return delivery;
  throw new StoreError(`the delivery ${delivery.key} was to be open`);
}

export async function loadDelivery(sql: Sql, key: string): Promise<Delivery | null> {
  const row = await sql.get('SELECT * FROM delivery WHERE key = ?', key);
  return row && deliveryOf(row);
}

/** Saves what a rule made of a delivery; `null` deletes it, its generation stays known. */
export async function saveDelivery(
  sql: Sql,
  before: Delivery | null,
  after: Delivery | null,
  now: UnixMs,
): Promise<void> {
  if (after === before) return;
  if (after) await writeDelivery(sql, after);
  else if (before) await deleteDelivery(sql, before, now);
}

/** Inserts a delivery, or replaces the one with its key. */
export async function writeDelivery(sql: Sql, delivery: Delivery): Promise<void> {
  const { key, subject, message, attempts } = delivery;
  const open = delivery.state === 'open' ? delivery : null;
  await sql.run(
    `INSERT INTO delivery (key, kind, story_id, guild_id, channel_id, subject, ordinal, revision,
      generation, state, wanted, message_id, message_hash, webhook_id, attempts, first_attempt_at,
      not_before, postponed, edit_at, error, in_order, priority)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (key) DO UPDATE SET kind = excluded.kind, story_id = excluded.story_id,
        guild_id = excluded.guild_id, channel_id = excluded.channel_id,
        subject = excluded.subject, ordinal = excluded.ordinal, revision = excluded.revision,
        generation = excluded.generation, state = excluded.state, wanted = excluded.wanted,
        message_id = excluded.message_id, message_hash = excluded.message_hash,
        webhook_id = excluded.webhook_id, attempts = excluded.attempts, first_attempt_at = excluded.first_attempt_at,
        not_before = excluded.not_before, postponed = excluded.postponed,
        edit_at = excluded.edit_at, error = excluded.error, in_order = excluded.in_order,
        priority = excluded.priority`,
    key,
    subject.kind,
    subject.kind === 'story' ? subject.storyId : null,
    delivery.guildId,
    delivery.channelId,
    JSON.stringify(subject),
    delivery.ordinal,
    delivery.revision,
    delivery.generation,
    delivery.state,
    isRemoved(delivery) ? 'removed' : 'shown',
    message?.id ?? null,
    message?.hash ?? null,
    message?.webhookId ?? null,
    attempts?.count ?? 0,
    attempts?.firstAt ?? null,
    open?.notBefore ?? 0,
    sqlBoolean(open?.postponed ?? false),
    delivery.editAt,
    delivery.error,
    sqlBoolean(open !== null && isOrderedPost(open)),
    open === null ? 2 : priorityOf(open),
  );
}

async function deleteDelivery(sql: Sql, { key, generation }: Delivery, now: UnixMs): Promise<void> {
  await sql.run(
    `INSERT INTO removed_delivery (key, incarnation, removed_at) VALUES (?, ?, ?)
      ON CONFLICT (key) DO UPDATE SET incarnation = excluded.incarnation,
        removed_at = excluded.removed_at`,
    key,
    generation,
    now,
  );
  await sql.run('DELETE FROM delivery WHERE key = ?', key);
}

/** The generation that a deleted delivery had, which is forgotten; `null` if there was none. */
export async function takeUsedGeneration(sql: Sql, key: string): Promise<number | null> {
  const row = await sql.get('SELECT incarnation FROM removed_delivery WHERE key = ?', key);
  if (!row) return null;
  await sql.run('DELETE FROM removed_delivery WHERE key = ?', key);
  return Number(row.incarnation);
}
