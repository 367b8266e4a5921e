import type { Snowflake } from '../../core/ids.ts';
import type { Reader } from '../../core/moderation/reader.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { Ports } from '../ports.ts';

export interface BanRequest {
  guildId: Snowflake;
  userId: Snowflake;
  by: Snowflake;
  /** For the moderators; `null` without one. */
  reason: string | null;
}

/** Takes no more reports from a reader; `false` when they were banned before. */
export async function banFromReporting(
  { store, clock, log }: Pick<Ports, 'store' | 'clock' | 'log'>,
  { guildId, userId, by, reason }: BanRequest,
): Promise<boolean> {
  const at = clock.now();
  const banned = await store.transaction(async (ledger) => {
    const reader = await ledger.readers.get(guildId, userId);
    if (reader.reportBan) return false;
    await ledger.readers.save({ ...reader, reportBan: { by, at, reason } });
    const line = { guildId, at, actor: by, subject: `member:${userId}`, reason };
    await ledger.audit.append({ ...line, action: 'reader.banned' });
    return true;
  });
  if (banned) log.info({ guildId }, 'reader.banned');
  return banned;
}

/** Takes a reader's reports again; `false` when they were not banned. */
export async function unbanFromReporting(
  { store, clock, log }: Pick<Ports, 'store' | 'clock' | 'log'>,
  { guildId, userId, by }: Omit<BanRequest, 'reason'>,
): Promise<boolean> {
  const at = clock.now();
  const unbanned = await store.transaction(async (ledger) => {
    const reader = await ledger.readers.get(guildId, userId);
    if (!reader.reportBan) return false;
    await saveReader(ledger, { ...reader, reportBan: null });
    const line = { guildId, at, actor: by, subject: `member:${userId}` };
    await ledger.audit.append({ ...line, action: 'reader.unbanned' });
    return true;
  });
  if (unbanned) log.info({ guildId }, 'reader.unbanned');
  return unbanned;
}

/** Saves a reader, or deletes the row of one of whom it says nothing. */
export async function saveReader(
  { readers }: Pick<Ledger, 'readers'>,
  reader: Reader,
): Promise<void> {
  const { guildId, userId, privateMessages, reportBan } = reader;
  if (privateMessages && reportBan === null) await readers.delete(guildId, userId);
  else await readers.save(reader);
}
