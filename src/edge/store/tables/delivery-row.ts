import { Delivery } from '../../../core/delivery/delivery.ts';
import { parseRow, SqlBoolean } from '../rows.ts';
import type { SqlRow } from '../sql.ts';

/** There is work to do. The partial indexes use the same condition, character by character. */
export const isOpen = 'dead = 0 AND shown_revision < wanted_revision';

/** A post that may have reached Discord although there was no answer. It is retried soon, while Discord
 * still recognises its nonce. */
export const isRetry = 'tries > 0 AND message_id IS NULL';

const DeliveryRow = Delivery.extend({ removed: SqlBoolean, failed: SqlBoolean });

export function deliveryOf(row: SqlRow): Delivery {
  const delivery = {
    key: row.key,
    kind: row.kind,
    guildId: row.guild_id,
    channelId: row.channel_id,
    subject: row.subject,
    ordinal: row.ordinal,
    wantedRevision: row.wanted_revision,
    shownRevision: row.shown_revision,
    removed: row.gone,
    messageId: row.message_id,
    generation: row.incarnation,
    shownHash: row.shown_hash,
    attempts: row.tries,
    firstAttemptAt: row.first_tried_at,
    fence: row.fence,
    notBefore: row.not_before,
    error: row.error,
    failed: row.dead,
  };
  return parseRow(DeliveryRow, delivery, 'delivery', row.key);
}
