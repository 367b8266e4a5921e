import type { Case, Report } from '../../core/moderation/case.ts';
import { noRecord, recordMs, reporterWeight } from '../../core/moderation/reader.ts';
import { hidesComment } from '../../core/moderation/report-rule.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { guildSettings } from '../outbox/moderators.ts';

/** With more, reports hide a comment whatever each of them counts. */
const mostJudged = 500;

/**
 * Whether the reports on a case's text hide its comment until it is reviewed, each counted by its
 * reporter's record. A member's message can only be deleted, which cannot be undone: no report hides
 * it, also not one of illegal content, which is escalated to the senior moderators instead.
 */
export async function hidesNow(
  ledger: Pick<Ledger, 'settings' | 'readers'>,
  { guildId, subject, changedAt }: Case,
  reports: readonly Report[],
  { isApproved, isRuleHiding }: { isApproved: boolean; isRuleHiding: boolean },
): Promise<boolean> {
  if (subject.kind !== 'comment') return false;
  const judged = reports.slice(0, mostJudged);
  const ids = judged.map(({ reporterId }) => reporterId);
  const records = await ledger.readers.listRecords(guildId, ids, changedAt - recordMs);
  const { hideThreshold } = await guildSettings(ledger, guildId);
  return hidesComment({
    hideThreshold,
    isApproved,
    isRuleHiding,
    reports: judged.map((report) => ({
      report,
      weight: reporterWeight(records.get(report.reporterId) ?? noRecord),
    })),
  });
}
