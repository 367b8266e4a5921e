import type { DeliveryOf } from '../../core/delivery/delivery.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import { type Case, isRuled, type Report, reportReasonLabels } from '../../core/moderation/case.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import {
  caseSummary,
  renderAppealMessage,
  renderOutcomeMessage,
  renderRulingMessage,
  renderRulingUndone,
  writtenText,
} from '../../render/index.ts';
import { caseContext } from '../outbox/case-card.ts';

/** Stands for the name of a server that the bot has left. */
const unknownServer = 'the server';

/** What a person hears in private; `null` when there is nothing to say any more. */
export async function privateBody(
  ledger: Ledger,
  { guildId, subject, message }: DeliveryOf<'private'>,
  serverName: string | null,
): Promise<MessageBody | null> {
  const found = await ledger.cases.get(guildId, subject.caseNumber);
  if (!found) return null;
  const server = serverName ?? unknownServer;
  switch (subject.topic) {
    case 'outcome':
      // Undone before it was sent: there is no outcome yet.
      if (message === null && !isRuled(found)) return null;
      return renderOutcomeMessage(
        found,
        caseSummary(found, await caseContext(ledger, found)),
        server,
      );
    case 'ruling':
      return rulingBody(ledger, found, subject.rulingAt, { server, isPosted: message !== null });
    case 'appeal':
      return appealBody(found, subject.rulingAt, server);
    default:
      return subject.topic satisfies never;
  }
}

async function rulingBody(
  ledger: Ledger,
  found: Case,
  rulingAt: number | null,
  { server, isPosted }: { server: string; isPosted: boolean },
): Promise<MessageBody | null> {
  const { guildId, number, subject, appeal } = found;
  const current = found.state === 'upheld' ? found.ruling : null;
  const appealed = appeal?.against.at === rulingAt ? appeal : null;
  const ruling = current?.at === rulingAt ? current : appealed?.against;
  if (!ruling) return isPosted ? renderRulingUndone(number, server) : null;
  const reports = await ledger.cases.listReports(guildId, number);
  return renderRulingMessage({
    number,
    guildId,
    channelId: subject.channelId,
    serverName: server,
    ruling,
    reasons: reasonsOf(reports),
    text: writtenText(found),
    appeal: appealed ? 'made' : appeal === null ? 'possible' : 'none',
  });
}

/** Each reason once, the most frequent first. */
function reasonsOf(reports: readonly Report[]): string[] {
  const counts = new Map<string, number>();
  for (const { reason } of reports) {
    const label = reportReasonLabels[reason];
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([label]) => label);
}

function appealBody(found: Case, rulingAt: number | null, server: string): MessageBody | null {
  const { appeal } = found;
  if (appeal?.against.at !== rulingAt) return null;
  const reason = isRuled(found) ? found.ruling.reason : null;
  const outcome =
    found.state === 'upheld' ? 'stands' : found.state === 'dismissed' ? 'taken-back' : 'waits';
  return renderAppealMessage(found, outcome, appeal.at, reason, server);
}
