import { dayMs } from '../../core/time/duration.ts';
import { guildSettings } from '../outbox/moderators.ts';
import type { Ports } from '../ports.ts';

/** Deletes the evidence of cases that were ruled on longer ago than the guild's `evidenceDays`. */
export async function expireEvidence(ports: Ports, guildIds: readonly string[]): Promise<void> {
  const { store, clock, log } = ports;
  for (const guildId of guildIds) {
    const { evidenceDays } = await guildSettings(store, guildId);
    const expired = await store.cases.deleteEvidence(guildId, clock.now() - evidenceDays * dayMs);
    if (expired > 0) log.info({ guildId, expired }, 'evidence.expired');
  }
}
