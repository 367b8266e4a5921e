import type { MessageBody } from '../../core/delivery/message-body.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { messageUrl, renderCaseCard } from '../../render/index.ts';

/** A case's card, with the buttons to rule on it; `null` when the guild has no such case. */
export async function caseCard(
  { cases }: Pick<Ledger, 'cases'>,
  guildId: Snowflake,
  caseNumber: number,
): Promise<MessageBody | null> {
  const found = await cases.get(guildId, caseNumber);
  if (!found) return null;
  const { channelId, messageId } = found.subject;
  return renderCaseCard(found, await cases.listReports(guildId, caseNumber), {
    messageUrl: messageUrl(guildId, channelId, messageId),
  });
}
