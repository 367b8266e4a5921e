import { Delivery } from '../../../core/delivery/delivery.ts';
import { asKept, Truth } from '../rows.ts';
import type { SqlRow } from '../sql.ts';

/** Work is to be done: the condition of the partial indexes, word for word. */
export const isOpen = 'dead = 0 AND shown_revision < wanted_revision';

/** A post whose answer may be lost: it must not slip past Discord's nonce window. */
export const isRetry = 'tries > 0 AND message_id IS NULL';

const DeliveryRow = Delivery.extend({ gone: Truth, dead: Truth });

export function deliveryOf(row: SqlRow): Delivery {
  const { guild_id: guildId, channel_id: channelId, message_id: messageId } = row;
  const { wanted_revision: wantedRevision, shown_revision: shownRevision } = row;
  const { shown_hash: shownHash, first_tried_at: firstTriedAt, not_before: notBefore } = row;
  const ids = { guildId, channelId, messageId };
  const progress = { wantedRevision, shownRevision, shownHash, firstTriedAt, notBefore };
  return asKept(DeliveryRow, { ...row, ...ids, ...progress }, 'delivery', row.key);
}
