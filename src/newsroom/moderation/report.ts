import { RequestError } from '../../core/errors.ts';
import type { Snowflake } from '../../core/ids.ts';
import {
  type Case,
  type FlagSubject,
  isRuled,
  type Report,
  subjectKey,
} from '../../core/moderation/case.ts';
import { hasText, revised } from '../../core/moderation/evidence.ts';
import {
  joinReport,
  reachesHideThreshold,
  reportUrgency,
} from '../../core/moderation/report-rule.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { hourMs } from '../../core/time/duration.ts';
import { plural } from '../../text/plural.ts';
import { auditCase } from '../outbox/audit-lines.ts';
import { guildSettings, wantCard } from '../outbox/moderators.ts';
import type { Ports } from '../ports.ts';
import { commentGone, type Flagged } from './flagged-content.ts';
import { updateCopies } from './standing.ts';

export interface Receipt {
  outcome: 'opened' | 'joined' | 'reopened' | 'already-ruled' | 'reported-before';
  caseNumber: number;
}

/** A report before it belongs to a case. */
type NewReport = Omit<Report, 'guildId' | 'caseNumber'>;

/**
 * Takes a report. It opens a case, joins the open one on the same comment or message, or reopens a
 * ruled one: at once when its text was edited since.
 * @throws RequestError when a reader has sent too many reports within the hour, or the comment was
 * deleted at its source meanwhile
 */
export async function report(
  { store, clock, log }: Ports,
  guildId: Snowflake,
  flagged: Flagged,
  submitted: Omit<NewReport, 'at'>,
): Promise<Receipt> {
  const newReport = { ...submitted, at: clock.now() };
  const { outcome, caseNumber } = await store.transaction((ledger) =>
    saveReport(ledger, guildId, flagged, newReport),
  );
  log.info({ guildId, caseNumber, outcome }, 'case.reported');
  return { outcome, caseNumber };
}

async function saveReport(
  ledger: Ledger,
  guildId: Snowflake,
  flagged: Flagged,
  newReport: NewReport,
): Promise<Receipt> {
  const settings = await guildSettings(ledger, guildId);
  await checkRateLimit(ledger, guildId, newReport, settings.reportsPerHour);
  if (await isCommentGone(ledger, flagged.subject)) throw new RequestError(commentGone);
  // A member's message can only be deleted, which cannot be undone: reports alone never hide it.
  const hideThreshold = flagged.subject.kind === 'comment' ? settings.hideThreshold : 0;
  const cases = await ledger.cases.listBySubject(guildId, subjectKey(flagged.subject));
  // Versions before opened a case for each text: a waiting one comes first.
  const found = cases.find((one) => !isRuled(one)) ?? cases[0];
  return found
    ? joinCase(ledger, found, flagged, newReport, hideThreshold)
    : openCase(ledger, guildId, flagged, newReport, hideThreshold);
}

async function checkRateLimit(
  ledger: Ledger,
  guildId: Snowflake,
  { kind, reporterId, at }: NewReport,
  reportsPerHour: number,
): Promise<void> {
  const recent = await ledger.cases.listReportsBy(guildId, reporterId, at - hourMs);
  if (kind !== 'reader' || recent.length < reportsPerHour) return;
  throw new RequestError(
    `You have reported ${plural(recent.length, 'message')} within the hour. The moderators have them; please wait before you report more.`,
  );
}

async function isCommentGone(ledger: Ledger, subject: FlagSubject): Promise<boolean> {
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
  hideThreshold: number,
): Promise<Receipt> {
  const { guildId, number: caseNumber } = found;
  const full: Report = { ...newReport, guildId, caseNumber };
  const { text, textRevision } = flagged;
  const isNewText = !hasText(found, text, textRevision);
  if (isNewText) await ledger.cases.saveReport(full);
  else if (!(await ledger.cases.addReport(full))) return { outcome: 'reported-before', caseNumber };
  const current = isNewText
    ? revised(found, text, textRevision, newReport.at)
    : withText(found, flagged);
  const counted = (await ledger.cases.listReports(guildId, caseNumber)).filter(
    ({ at }) => at >= current.countedFrom,
  );
  const facts = { reports: counted.length, isNewText };
  const joined = joinReport(current, full, facts, hideThreshold);
  if (joined.outcome !== 'already-ruled') {
    await saveCase(ledger, joined.case, newReport, found);
  }
  return { outcome: joined.outcome, caseNumber };
}

async function openCase(
  ledger: Ledger,
  guildId: Snowflake,
  { subject, text, textRevision }: Flagged,
  newReport: NewReport,
  hideThreshold: number,
): Promise<Receipt> {
  const number = await ledger.cases.nextNumber(guildId);
  const opened: Case = {
    guildId,
    number,
    subject,
    textRevision,
    evidence: text,
    state: newReport.reason === 'illegal' ? 'escalated' : 'open',
    version: 1,
    urgency: reportUrgency(newReport),
    hidden: reachesHideThreshold(1, hideThreshold),
    countedFrom: newReport.at,
    openedAt: newReport.at,
    changedAt: newReport.at,
  };
  await ledger.cases.addReport({ ...newReport, guildId, caseNumber: number });
  await saveCase(ledger, opened, newReport, null);
  return { outcome: 'opened', caseNumber: number };
}

/** Saves a reported case with its card and its audit line, and hides its comment if it asks to. */
async function saveCase(
  ledger: Ledger,
  reported: Case,
  { reporterId, reason, at }: NewReport,
  before: Case | null,
): Promise<void> {
  const { guildId, number, subject } = reported;
  await ledger.cases.save(reported);
  await wantCard(ledger, guildId, number, at);
  const action = before === null ? 'opened' : isRuled(before) ? 'reopened' : 'reported';
  await auditCase(ledger, reported, { at, actor: reporterId, action: `case.${action}`, reason });
  if (reported.hidden !== (before?.hidden ?? false) && subject.kind === 'comment') {
    await updateCopies(ledger, guildId, subject.origin, at);
  }
}
