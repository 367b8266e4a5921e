import { isRemoved } from '../../core/delivery/delivery.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import type { Snowflake } from '../../core/ids.ts';
import {
  authorOf,
  type Case,
  type FlagSubject,
  isRuled,
  type Report,
} from '../../core/moderation/case.ts';
import { recordMs } from '../../core/moderation/reader.ts';
import { timeoutEnd } from '../../core/moderation/ruling.ts';
import { standingOf } from '../../core/moderation/standing.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { type CaseContext, messageUrl, mostReporters, renderCaseCard } from '../../render/index.ts';
import { firstDelivery } from './comment-messages.ts';
import { rulingDelivery, timeoutDelivery } from './keys.ts';
import { guildSettings } from './moderators.ts';

type CaseStores = Pick<
  Ledger,
  'cases' | 'discussions' | 'deliveries' | 'feeds' | 'mutes' | 'readers' | 'settings'
>;

/**
 * A case's card, with the buttons to rule on it; `null` when the guild has no such case. `isWhole` shows
 * all of a case that was ruled on as well.
 */
export async function caseCard(
  ledger: CaseStores,
  guildId: Snowflake,
  caseNumber: number,
  { inQueue = false, isWhole = false }: { inQueue?: boolean; isWhole?: boolean } = {},
): Promise<MessageBody | null> {
  const found = await ledger.cases.get(guildId, caseNumber);
  if (!found) return null;
  const reports = await ledger.cases.listReports(guildId, caseNumber);
  const context = await caseContext(ledger, found, reports);
  return renderCaseCard(found, reports, { ...context, inQueue, isWhole });
}

/** What a card shows beside the case: its place, its author's other cases, its reporters' records, its effects. */
async function caseContext(
  ledger: CaseStores,
  flagged: Case,
  reports: readonly Report[],
): Promise<Omit<CaseContext, 'inQueue' | 'isWhole'>> {
  const { guildId, number, subject } = flagged;
  const author = authorOf(subject);
  const counts = author === null ? null : await ledger.cases.countOfAuthor(guildId, author, number);
  const { language } = await guildSettings(ledger, guildId);
  const facts = {
    language,
    muted: author !== null && (await ledger.mutes.get(guildId, author)) !== null,
    record: counts && {
      upheld: counts.upheld,
      dismissed: counts.dismissed,
      open: counts.open + counts.escalated,
    },
    reporterRecords: await reporterRecords(ledger, flagged, reports),
    timeoutError: await timeoutError(ledger, flagged),
    authorNotified: await isAuthorNotified(ledger, flagged),
  };
  return { ...facts, ...(await casePlace(ledger, flagged)) };
}

/** Of the reporters that a card can name, as they count towards hiding. */
async function reporterRecords(
  { readers }: Pick<Ledger, 'readers'>,
  { guildId, changedAt }: Case,
  reports: readonly Report[],
): Promise<CaseContext['reporterRecords']> {
  const named = reports.filter(({ kind }) => kind === 'reader').slice(0, mostReporters);
  const ids = named.map(({ reporterId }) => reporterId);
  return ids.length === 0 ? new Map() : readers.listRecords(guildId, ids, changedAt - recordMs);
}

/** Its story, and its messages in Discord. */
export async function casePlace(
  ledger: CaseStores,
  flagged: Case,
): Promise<Pick<CaseContext, 'headline' | 'messageUrl' | 'copyThreads'>> {
  const { guildId, subject } = flagged;
  if (subject.kind === 'message') {
    // An appeal reopens the case; its message stays deleted.
    const against = flagged.appeal?.against;
    const isDeleted =
      standingOf([flagged]) === 'removed' || against?.action === 'remove' || !!against?.deletes;
    const url = messageUrl(guildId, subject.channelId, subject.messageId);
    return { headline: null, messageUrl: isDeleted ? null : url, copyThreads: [] };
  }
  return commentPlace(ledger, guildId, subject);
}

type CommentSubject = Extract<FlagSubject, { kind: 'comment' }>;

async function commentPlace(
  ledger: CaseStores,
  guildId: Snowflake,
  { discussionId, origin, commentKey }: CommentSubject,
): Promise<Pick<CaseContext, 'headline' | 'messageUrl' | 'copyThreads'>> {
  const discussion = await ledger.discussions.get(discussionId);
  const stored = discussion && (await ledger.feeds.getStory(discussion.storyId));
  const headline = stored?.story.headline ?? null;
  const copies = await ledger.discussions.listCopies(guildId, origin);
  // The copy that was reported first, while it is there.
  const isFirst = ({ key }: { key: string }) => Number(key === commentKey);
  let url: string | null = null;
  const threads = new Set<Snowflake>();
  for (const copy of copies.toSorted((a, b) => isFirst(b) - isFirst(a))) {
    const delivery = await firstDelivery(ledger, copy);
    if (!delivery?.message) continue;
    if (copy.key !== commentKey) threads.add(delivery.channelId);
    if (copy.state !== 'live' || isRemoved(delivery)) continue;
    url ??= messageUrl(guildId, delivery.channelId, delivery.message.id);
  }
  return { headline, messageUrl: url, copyThreads: [...threads] };
}

/** Why Discord did not take the case's time-out so far, or its undo. */
async function timeoutError(ledger: CaseStores, flagged: Case): Promise<string | null> {
  const until = isRuled(flagged) ? timeoutEnd(flagged) : null;
  if (until === null) return null;
  const { guildId, number } = flagged;
  const delivery = await ledger.deliveries.get(timeoutDelivery(guildId, number, until));
  return delivery && delivery.state !== 'settled' ? delivery.error : null;
}

/** Whether the author of a message was notified of the ruling on it; `null` when not yet, or not at all. */
async function isAuthorNotified(
  { deliveries }: Pick<Ledger, 'deliveries'>,
  { guildId, number, subject, appeal, ...flagged }: Case,
): Promise<boolean | null> {
  const ruled = flagged.state === 'upheld' ? flagged.ruling.at : null;
  const at = appeal?.against.at ?? ruled;
  if (subject.kind !== 'message' || at === null) return null;
  const topic = appeal && ruled !== null ? 'appeal' : 'ruling';
  const delivery = await deliveries.get(rulingDelivery(guildId, number, topic, at));
  if (delivery?.message) return true;
  return delivery?.state === 'failed' ? false : null;
}
