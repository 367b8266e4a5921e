import { RequestError } from '../../core/errors.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { FlagSubject, Report } from '../../core/moderation/case.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { hourMs } from '../../core/time/duration.ts';
import { plural } from '../../text/plural.ts';
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
    throw new RequestError('This is your own message. You can delete it yourself.');
  }
  if (kind !== 'reader') return;
  const { reportBan } = await ledger.readers.get(guildId, reporterId);
  if (reportBan) {
    throw new RequestError(
      'The moderators of this server take no more reports from you, so this one was not sent. If you think that this is a mistake, write to one of them.',
    );
  }
  const { reportsPerHour } = await guildSettings(ledger, guildId);
  const recent = await ledger.cases.listReportsBy(guildId, reporterId, at - hourMs);
  if (recent.length < reportsPerHour) return;
  throw new RequestError(
    `You have reported ${plural(recent.length, 'message')} within the hour. The moderators have them; please wait before you report more.`,
  );
}
