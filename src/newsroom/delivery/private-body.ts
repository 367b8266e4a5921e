import type { DeliveryOf } from '../../core/delivery/delivery.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import { type Case, isRuled } from '../../core/moderation/case.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import {
  caseSummary,
  countedReasons,
  type Labels,
  labelsIn,
  renderAppealMessage,
  renderOutcomeMessage,
  renderRulingMessage,
  renderRulingUndone,
  writtenText,
} from '../../render/index.ts';
import { casePlace } from '../outbox/case-card.ts';
import { guildSettings } from '../outbox/moderators.ts';

/** What a person hears in private; `null` when there is nothing to say any more. */
export async function privateBody(
  ledger: Ledger,
  { guildId, subject, message }: Pick<DeliveryOf<'private'>, 'guildId' | 'subject' | 'message'>,
  serverName: string | null,
): Promise<MessageBody | null> {
  const found = await ledger.cases.get(guildId, subject.caseNumber);
  if (!found) return null;
  const labels = labelsIn((await guildSettings(ledger, guildId)).language);
  const server = serverName ?? labels.rulings.namelessServer;
  switch (subject.topic) {
    case 'outcome':
      // Undone before it was sent: there is no outcome yet.
      if (message === null && !isRuled(found)) return null;
      return renderOutcomeMessage(
        found,
        caseSummary(found, await casePlace(ledger, found), labels),
        server,
        labels,
      );
    case 'ruling':
      return rulingBody(ledger, found, subject.rulingAt, {
        server,
        labels,
        isPosted: message !== null,
      });
    case 'appeal':
      return appealBody(found, subject.rulingAt, server, labels);
    default:
      return subject.topic satisfies never;
  }
}

async function rulingBody(
  ledger: Ledger,
  found: Case,
  rulingAt: number | null,
  { server, labels, isPosted }: { server: string; labels: Labels; isPosted: boolean },
): Promise<MessageBody | null> {
  const { guildId, number, subject, appeal } = found;
  const current = found.state === 'upheld' ? found.ruling : null;
  const appealed = appeal?.against.at === rulingAt ? appeal : null;
  const ruling = current?.at === rulingAt ? current : appealed?.against;
  if (!ruling) return isPosted ? renderRulingUndone(number, server, labels) : null;
  const reports = await ledger.cases.listReports(guildId, number);
  const about = {
    number,
    guildId,
    channelId: subject.channelId,
    serverName: server,
    ruling,
    reasons: countedReasons(reports, labels).map(([label]) => label),
    text: writtenText(found),
    appeal: appealed ? 'made' : appeal === null ? 'possible' : 'none',
  } as const;
  return renderRulingMessage(about, labels);
}

function appealBody(
  found: Case,
  rulingAt: number | null,
  serverName: string,
  labels: Labels,
): MessageBody | null {
  const { number, appeal, state } = found;
  if (appeal?.against.at !== rulingAt) return null;
  const { at } = appeal;
  const reason = isRuled(found) ? found.ruling.reason : null;
  const outcome = state === 'upheld' ? 'stands' : state === 'dismissed' ? 'takenBack' : 'waits';
  return renderAppealMessage({ number, serverName, at, outcome, reason }, labels);
}
