import type { Snowflake } from '../../core/ids.ts';
import { type Case, isRuled, type Report, subjectKey } from '../../core/moderation/case.ts';
import { hasText, revised } from '../../core/moderation/evidence.ts';
import { isApproved, joinReport, openedCase } from '../../core/moderation/report-rule.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { auditCase } from '../outbox/audit-lines.ts';
import { wantCard } from '../outbox/moderators.ts';
import { wantPing } from '../outbox/pings.ts';
import type { Ports } from '../ports.ts';
import { commentGone, type Flagged } from './flagged-content.ts';
import { hidesNow } from './hiding.ts';
import { checkMayReport } from './may-report.ts';
import { updateCopies } from './standing.ts';

export interface Receipt {
  outcome: 'opened' | 'joined' | 'reopened' | 'already-ruled' | 'reported-before';
  caseNumber: number;
}

/** A report before it belongs to a case. */
export type NewReport = Omit<Report, 'guildId' | 'caseNumber'>;

/** What a person says of a message. */
export type SubmittedReport = Pick<Report, 'reporterId' | 'kind' | 'reason' | 'details'>;

/**
 * Takes a report. It opens a case, joins the open one on the same comment or message, or reopens a
 * ruled one: at once when its text was edited since.
 * @throws RequestError when the reader may not report, or the comment was deleted at its source
 * meanwhile
 */
export async function report(
  { store, clock, log }: Ports,
  guildId: Snowflake,
  flagged: Flagged,
  submitted: SubmittedReport,
): Promise<Receipt> {
  const newReport = { ...submitted, law: null, rules: [], at: clock.now() };
  const { outcome, caseNumber } = await store.transaction(async (ledger) => {
    await checkMayReport(ledger, guildId, flagged.subject, newReport);
    return saveReport(ledger, guildId, flagged, newReport);
  });
  log.info({ guildId, caseNumber, outcome }, 'case.reported');
  return { outcome, caseNumber };
}

/** Saves a report in a transaction. `isRuleHiding`: a rule of the server hides the comment. */
export async function saveReport(
  ledger: Ledger,
  guildId: Snowflake,
  flagged: Flagged,
  newReport: NewReport,
  isRuleHiding = false,
): Promise<Receipt> {
  if (await isCommentGone(ledger, flagged)) throw commentGone();
  const cases = await ledger.cases.listBySubject(guildId, subjectKey(flagged.subject));
  // Versions before opened a case for each text: a waiting one comes first.
  const found = cases.find((one) => !isRuled(one)) ?? cases[0];
  return found
    ? joinCase(ledger, found, flagged, newReport, isRuleHiding)
    : openCase(ledger, guildId, flagged, newReport, isRuleHiding);
}

async function isCommentGone(ledger: Ledger, { subject }: Flagged): Promise<boolean> {
  if (subject.kind !== 'comment') return false;
  return (await ledger.discussions.getComment(subject.commentKey))?.state !== 'live';
}

/** The case with the text that was missing when it was opened. */
function withText(found: Case, { text, textRevision }: Flagged): Case {
  return found.evidence === '' && text !== '' ? { ...found, evidence: text, textRevision } : found;
}

async function joinCase(
  ledger: Ledger,
  found: Case,
  flagged: Flagged,
  newReport: NewReport,
  isRuleHiding: boolean,
): Promise<Receipt> {
  const { guildId, number: caseNumber } = found;
  const full: Report = { ...newReport, guildId, caseNumber };
  const { text, textRevision } = flagged;
  const isNewText = !hasText(found, text, textRevision);
  const before = await ledger.cases.listReports(guildId, caseNumber);
  const isNewReason = !before.some(({ reason }) => reason === newReport.reason);
  // Their earlier report no longer counts: it was on a text before, or on what was ruled on since.
  const isNewest = !isRuled(found) && found.textRevision === textRevision;
  const isOwn = ({ reporterId }: Report) => reporterId === newReport.reporterId;
  const isOutdated = isNewest && before.some((one) => isOwn(one) && one.at < found.countedFrom);
  if (isNewText || isOutdated) await ledger.cases.saveReport(full);
  else if (!(await ledger.cases.addReport(full))) return { outcome: 'reported-before', caseNumber };
  const current = isNewText
    ? revised(found, text, textRevision, newReport.at)
    : withText(found, flagged);
  const reports = await ledger.cases.listReports(guildId, caseNumber);
  const counted = reports.filter(({ at }) => at >= current.countedFrom);
  const approved = !isNewText && isApproved(current);
  const hides = await hidesNow(ledger, current, counted, { isApproved: approved, isRuleHiding });
  const joined = joinReport(current, full, { hides, isNewText, isNewReason });
  if (joined.outcome !== 'already-ruled') {
    const urgency = joined.case.urgency + urgencyThoughShown(flagged, isRuleHiding);
    await saveCase(ledger, { ...joined.case, urgency }, newReport, found);
  }
  return { outcome: joined.outcome, caseNumber };
}

/** A rule would hide it, but a member's message stays until somebody rules: they are to see it first. */
function urgencyThoughShown({ subject }: Flagged, isRuleHiding: boolean): number {
  return isRuleHiding && subject.kind === 'message' ? 20 : 0;
}

async function openCase(
  ledger: Ledger,
  guildId: Snowflake,
  flagged: Flagged,
  newReport: NewReport,
  isRuleHiding: boolean,
): Promise<Receipt> {
  const { subject, text, textRevision } = flagged;
  const number = await ledger.cases.nextNumber(guildId);
  const opened = openedCase({ guildId, number, subject, textRevision, evidence: text }, newReport);
  const urgency = opened.urgency + urgencyThoughShown(flagged, isRuleHiding);
  const first = { ...newReport, guildId, caseNumber: number };
  await ledger.cases.addReport(first);
  const hidden = await hidesNow(ledger, opened, [first], { isApproved: false, isRuleHiding });
  await saveCase(ledger, { ...opened, hidden, urgency }, newReport, null);
  return { outcome: 'opened', caseNumber: number };
}

/** Saves a reported case with its card and its audit line, and hides its comment if it asks to. */
async function saveCase(
  ledger: Ledger,
  reported: Case,
  { reporterId, kind, reason, at }: NewReport,
  before: Case | null,
): Promise<void> {
  const { guildId, number, subject } = reported;
  await ledger.cases.save(reported);
  await wantCard(ledger, guildId, number, at);
  await wantPing(ledger, before, reported, at);
  const action = before === null ? 'opened' : isRuled(before) ? 'reopened' : 'reported';
  const actor = kind === 'rule' ? 'wirethread' : reporterId;
  await auditCase(ledger, reported, { at, actor, action: `case.${action}`, reason });
  if (reported.hidden !== (before?.hidden ?? false) && subject.kind === 'comment') {
    await updateCopies(ledger, guildId, subject.origin, at);
  }
}
