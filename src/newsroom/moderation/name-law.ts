import type { Snowflake } from '../../core/ids.ts';
import { type Case, isRuled } from '../../core/moderation/case.ts';
import { isApproved, lawNamed } from '../../core/moderation/report-rule.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { requestError } from '../../render/index.ts';
import { auditCase } from '../outbox/audit-lines.ts';
import { wantCard } from '../outbox/moderators.ts';
import type { Ports } from '../ports.ts';
import { hidesNow } from './hiding.ts';
import { updateCopies } from './standing.ts';

export interface NamedLaw {
  guildId: Snowflake;
  number: number;
  reporterId: Snowflake;
  /** Which law, and why, stated in good faith. */
  law: string;
}

/**
 * Completes a report of illegal content with the law that it breaks (Digital Services Act, article 16):
 * a comment is hidden at once until it is reviewed, unless moderators approved its text before.
 * Returns whether it is hidden.
 * @throws RequestError to who did not report the case as illegal, or named the law before
 */
export async function nameLaw(
  { store, clock, log }: Pick<Ports, 'store' | 'clock' | 'log'>,
  named: NamedLaw,
): Promise<{ hidden: boolean }> {
  const after = await store.transaction((ledger) => saveLaw(ledger, named, clock.now()));
  log.info({ guildId: named.guildId, caseNumber: named.number }, 'case.law-named');
  return { hidden: after.hidden };
}

async function saveLaw(ledger: Ledger, named: NamedLaw, now: UnixMs): Promise<Case> {
  const { guildId, number, reporterId, law } = named;
  const current = await checkLaw(ledger, guildId, number, reporterId);
  const reports = await ledger.cases.listReports(guildId, number);
  const updated = reports.map((one) => (one.reporterId === reporterId ? { ...one, law } : one));
  for (const one of updated) if (one.reporterId === reporterId) await ledger.cases.saveReport(one);
  const counted = updated.filter(({ at }) => at >= current.countedFrom);
  const facts = { isApproved: isApproved(current), isRuleHiding: false };
  const hides = !isRuled(current) && (await hidesNow(ledger, current, counted, facts));
  const after = lawNamed(current, hides, now);
  await ledger.cases.save(after);
  await wantCard(ledger, guildId, number, now);
  await auditCase(ledger, after, { at: now, actor: reporterId, action: 'case.law-named' });
  if (after.hidden !== current.hidden && after.subject.kind === 'comment') {
    await updateCopies(ledger, guildId, after.subject.origin, now);
  }
  return after;
}

/**
 * The case whose report somebody may complete.
 * @throws RequestError as {@link nameLaw} does
 */
export async function checkLaw(
  { cases }: Pick<Ledger, 'cases'>,
  guildId: Snowflake,
  number: number,
  reporterId: Snowflake,
): Promise<Case> {
  const current = await cases.get(guildId, number);
  const reports = await cases.listReports(guildId, number);
  const own = reports.find((one) => one.reporterId === reporterId);
  if (!current || !own) throw requestError(({ report }) => report.law.unknown({ number }));
  if (own.reason !== 'illegal') {
    throw requestError(({ report }) => report.law.otherReason({ number }));
  }
  if (own.law !== null) throw requestError(({ report }) => report.law.before({ number }));
  return current;
}
