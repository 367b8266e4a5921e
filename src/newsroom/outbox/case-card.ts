import { isRemoved } from '../../core/delivery/delivery.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Case } from '../../core/moderation/case.ts';
import { standingOf } from '../../core/moderation/standing.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { type CaseContext, messageUrl, renderCaseCard } from '../../render/index.ts';
import { firstDelivery } from './comment-messages.ts';

type CaseStores = Pick<Ledger, 'cases' | 'discussions' | 'deliveries' | 'feeds'>;

/** A case's card, with the buttons to rule on it; `null` when the guild has no such case. */
export async function caseCard(
  ledger: CaseStores,
  guildId: Snowflake,
  caseNumber: number,
): Promise<MessageBody | null> {
  const found = await ledger.cases.get(guildId, caseNumber);
  if (!found) return null;
  const reports = await ledger.cases.listReports(guildId, caseNumber);
  return renderCaseCard(found, reports, await caseContext(ledger, found));
}

/** Where what was flagged stands: its story, and its message in Discord. */
export async function caseContext(ledger: CaseStores, flagged: Case): Promise<CaseContext> {
  const { guildId, subject } = flagged;
  if (subject.kind === 'message') {
    const isDeleted = standingOf([flagged]) === 'removed';
    const url = messageUrl(guildId, subject.channelId, subject.messageId);
    return { headline: null, messageUrl: isDeleted ? null : url };
  }
  const discussion = await ledger.discussions.get(subject.discussionId);
  const stored = discussion && (await ledger.feeds.getStory(discussion.storyId));
  const headline = stored?.story.headline ?? null;
  const copies = await ledger.discussions.listCopies(guildId, subject.origin);
  // The copy that was reported first, while it is there.
  const isFirst = ({ key }: { key: string }) => Number(key === subject.commentKey);
  for (const copy of copies.toSorted((a, b) => isFirst(b) - isFirst(a))) {
    const delivery = copy.state === 'live' ? await firstDelivery(ledger, copy) : null;
    if (!delivery?.message || isRemoved(delivery)) continue;
    const url = messageUrl(guildId, delivery.channelId, delivery.message.id);
    return { headline, messageUrl: url };
  }
  return { headline, messageUrl: null };
}
