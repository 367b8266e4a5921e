import type { Snowflake } from '../../core/ids.ts';
import type { FlagSubject, Report } from '../../core/moderation/case.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { hourMs } from '../../core/time/duration.ts';
import { requestError } from '../../render/index.ts';
import { guildSettings } from '../outbox/moderators.ts';

/**
 * Checks that somebody may report a message.
 * @throws RequestError to a reader who is banned from reporting or has reported too many messages
 * within the hour, and to everybody for a message of their own
 */
export async function checkMayReport(
  ledger: Ledger,
  guildId: Snowflake,
  subject: FlagSubject,
  { kind, reporterId, at }: Pick<Report, 'kind' | 'reporterId' | 'at'>,
): Promise<void> {
  if (subject.kind === 'message' && subject.authorId === reporterId) {
    throw requestError((labels) => labels.report.refusals.own);
  }
  if (kind !== 'reader') return;
  const { reportBan } = await ledger.readers.get(guildId, reporterId);
  if (reportBan) {
    throw requestError((labels) => labels.report.refusals.banned);
  }
  const { reportsPerHour } = await guildSettings(ledger, guildId);
  const recent = await ledger.cases.listReportsBy(guildId, reporterId, at - hourMs);
  if (recent.length < reportsPerHour) return;
  throw requestError((labels) => labels.report.refusals.tooMany({ count: recent.length }));
}
