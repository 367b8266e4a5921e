import { recordMs } from '../../core/moderation/reader.ts';
import { dayMs } from '../../core/time/duration.ts';
import { guildSettings } from '../outbox/moderators.ts';
import type { Ports } from '../ports.ts';

/**
 * Deletes the evidence of cases that were ruled on longer ago than the guild's `evidenceDays`, and
 * reports that no longer count for their reporter's record.
 */
export async function expireEvidence(ports: Ports, guildIds: readonly string[]): Promise<void> {
  const { store, clock, log } = ports;
  for (const guildId of guildIds) {
    const { evidenceDays } = await guildSettings(store, guildId);
    const expired = await store.cases.deleteEvidence(guildId, clock.now() - evidenceDays * dayMs);
    if (expired > 0) log.info({ guildId, expired }, 'evidence.expired');
    const reports = await store.cases.deleteReports(guildId, clock.now() - recordMs);
    if (reports > 0) log.info({ guildId, reports }, 'reports.expired');
  }
}
