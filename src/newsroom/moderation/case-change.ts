import type { Case } from '../../core/moderation/case.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { auditCase, type Deed } from '../outbox/audit-lines.ts';
import { wantCard } from '../outbox/moderators.ts';

/** Saves a changed case with its card and its audit line: each version has one. */
export async function saveChange(ledger: Ledger, changed: Case, deed: Deed): Promise<void> {
  const { guildId, number } = changed;
  await ledger.cases.save(changed);
  await wantCard(ledger, guildId, number, deed.at);
  await auditCase(ledger, changed, deed);
}
