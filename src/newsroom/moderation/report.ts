import { RequestError } from '../../core/errors.ts';
import {
  type Case,
  type FlagSubject,
  hidesAt,
  joinReport,
  type Report,
  reportUrgency,
  subjectKey,
} from '../../core/moderation/case.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { ShownMessage } from '../../core/delivery/message-body.ts';
import { hourMs, minuteMs } from '../../core/time/duration.ts';
import { plainText } from '../../render/index.ts';
import { cardDelivery, commentDeliveries } from '../outbox/keys.ts';
import { guildSettings, wantCard } from '../outbox/moderators.ts';
import type { Ports } from '../ports.ts';
import { shortHash } from '../../text/hash.ts';

/** Something that can be flagged, as it stands now. */
export interface Flagged {
  subject: FlagSubject;
  text: string;
  textRevision: string;
}

export type Receipt = {
  outcome: 'opened' | 'joined' | 'reopened' | 'already-ruled' | 'reported-before';
  caseNumber: number;
};

const goneAlready = 'This comment is gone already: it needs no report.';

/** The comment behind a report button. @throws RequestError when it is mirrored no more */
export async function flaggedComment({ store }: Ports, key: string): Promise<Flagged> {
  const stored = await store.discussions.getComment(key);
  const shown = stored && (await store.deliveries.get(commentDeliveries(key, 1)[0] ?? ''));
  if (!stored || stored.state !== 'live' || !shown?.messageId) {
    throw new RequestError(goneAlready);
  }
  return {
    subject: {
      kind: 'comment',
      discussionId: stored.discussionId,
      commentKey: key,
      authorName: stored.comment.author,
      channelId: shown.channelId,
      messageId: shown.messageId,
      url: stored.comment.url,
    },
    text: plainText(stored.comment.html),
    textRevision: stored.hash,
  };
}

/** What a message shows: a mirrored comment, or a member's own words. @throws RequestError */
export async function flaggedMessage(ports: Ports, message: ShownMessage): Promise<Flagged> {
  const delivery = await ports.store.deliveries.getByMessage(message.id);
  if (delivery?.kind === 'comment') return flaggedComment(ports, delivery.subject);
  if (delivery || message.authorId === ports.discord.botId()) {
    throw new RequestError(
      "This is one of Wirethread's own messages. Comments and members' messages can be flagged; about a story itself, write to its publisher.",
    );
  }
  const { channelId, id: messageId, authorId, authorName, content } = message;
  return {
    subject: { kind: 'message', channelId, messageId, authorId, authorName },
    text: content,
    textRevision: shortHash(content),
  };
}

/** How long a moderator may take to fill in the modal of a flag. */
const modalMs = 15 * minuteMs;
const keptKey = (messageId: Snowflake, by: Snowflake) => `flagging:${messageId}:${by}`;

/**
 * Keeps the words of a message that a moderator is about to flag: without the Message Content
 * intent Discord shows them with the command on the message, and not again.
 */
export async function saveMessageText(
  { store }: Ports,
  messageId: Snowflake,
  by: Snowflake,
  text: string,
): Promise<void> {
  if (text !== '') await store.facts.save(keptKey(messageId, by), text, modalMs);
}

/** The words kept so, once; empty when there are none. */
export async function takeMessageText(
  { store }: Ports,
  messageId: Snowflake,
  by: Snowflake,
): Promise<string> {
  const text = await store.facts.get(keptKey(messageId, by));
  await store.facts.delete(keptKey(messageId, by));
  return text ?? '';
}

/** A message whose words Discord did not show, now or then, is taken for the same. */
function sameText({ textRevision, evidence }: Case, flagged: Flagged): boolean {
  return textRevision === flagged.textRevision || flagged.text === '' || evidence === '';
}

/** The case with the words that were not shown when it was opened. */
function withText(found: Case, { text, textRevision }: Flagged): Case {
  return found.evidence === '' && text !== '' ? { ...found, evidence: text, textRevision } : found;
}

/**
 * Takes a report: it opens a case, joins the one that is open on the same text, or reopens one.
 * @throws RequestError when the reader has reported too much within the hour, or the comment went
 * at its source meanwhile
 */
export async function report(
  ports: Ports,
  guildId: Snowflake,
  flagged: Flagged,
  told: Omit<Report, 'guildId' | 'caseNumber' | 'at'>,
): Promise<Receipt> {
  const { store, clock, log } = ports;
  const at = clock.now();
  const receipt = await store.transaction(async (ledger) => {
    const { hideThreshold: threshold, reportsPerHour } = await guildSettings(ledger, guildId);
    // A member's message could only be deleted, for good: that is a moderator's to rule.
    const hideThreshold = flagged.subject.kind === 'comment' ? threshold : 0;
    const lately = await ledger.cases.listReportsBy(guildId, told.reporterId, at - hourMs);
    if (told.kind === 'reader' && lately.length >= reportsPerHour) {
      throw new RequestError(
        `You have reported ${lately.length} messages within the hour. The moderators have them; please wait before you report more.`,
      );
    }
    if (await isCommentGone(ledger, flagged.subject)) throw new RequestError(goneAlready);
    const cases = await ledger.cases.listBySubject(guildId, subjectKey(flagged.subject));
    const known = cases.find((one) => sameText(one, flagged));
    const current = known && withText(known, flagged);
    if (!current) return openCase(ledger, guildId, flagged, { ...told, at }, hideThreshold);
    const full: Report = { ...told, guildId, caseNumber: current.number, at };
    if (!(await ledger.cases.addReport(full))) {
      return {
        receipt: { outcome: 'reported-before', caseNumber: current.number } as const,
        after: null,
      };
    }
    const reports = (await ledger.cases.listReports(guildId, current.number)).length;
    const joined = joinReport(current, full, reports, hideThreshold);
    const after = joined.outcome === 'already-ruled' ? null : joined.case;
    if (after) await saveCase(ledger, after, current.hidden);
    return { receipt: { outcome: joined.outcome, caseNumber: current.number }, after };
  });
  const { outcome, caseNumber } = receipt.receipt;
  log.info({ guildId, caseNumber, outcome }, 'case.reported');
  return receipt.receipt;

  async function saveCase(ledger: Ledger, flaggedCase: Case, hiddenBefore: boolean): Promise<void> {
    await ledger.cases.save(flaggedCase);
    await wantCard(
      ledger,
      guildId,
      flaggedCase.number,
      cardDelivery(guildId, flaggedCase.number),
      at,
    );
    const line = { guildId, at, actor: told.reporterId, subject: `case:${flaggedCase.number}` };
    const { version } = flaggedCase;
    await ledger.audit.append({ ...line, version, action: 'case.reported', reason: told.reason });
    if (flaggedCase.hidden !== hiddenBefore) await updateHidden(ledger, flaggedCase);
  }

  async function openCase(
    ledger: Ledger,
    guild: Snowflake,
    { subject, text, textRevision }: Flagged,
    first: Omit<Report, 'guildId' | 'caseNumber'>,
    hideThreshold: number,
  ) {
    const number = await ledger.cases.nextNumber(guild);
    const opened: Case = {
      guildId: guild,
      number,
      subject,
      textRevision,
      evidence: text,
      state: first.reason === 'illegal' ? 'escalated' : 'open',
      version: 1,
      urgency: reportUrgency(first),
      hidden: hidesAt(1, hideThreshold),
      ruling: null,
      openedAt: at,
      changedAt: at,
    };
    await ledger.cases.addReport({ ...first, guildId: guild, caseNumber: number });
    await saveCase(ledger, opened, false);
    return { receipt: { outcome: 'opened', caseNumber: number } as const, after: opened };
  }
}

async function isCommentGone(ledger: Ledger, subject: FlagSubject): Promise<boolean> {
  if (subject.kind !== 'comment') return false;
  return (await ledger.discussions.getComment(subject.commentKey))?.state === 'gone';
}

/** Whether any case on the same subject, whatever its text was, hides it. */
export async function isHidden(ledger: Ledger, { guildId, subject }: Case): Promise<boolean> {
  const cases = await ledger.cases.listBySubject(guildId, subjectKey(subject));
  return cases.some(({ hidden }) => hidden);
}

/** Shows or hides a comment's text as its cases say; a member's message cannot be hidden. */
export async function updateHidden(ledger: Ledger, flagged: Case): Promise<void> {
  const { subject } = flagged;
  if (subject.kind !== 'comment') return;
  const stored = await ledger.discussions.getComment(subject.commentKey);
  if (!stored) return;
  const hidden = await isHidden(ledger, flagged);
  await ledger.discussions.saveComments([{ ...stored, hidden }]);
  await ledger.deliveries.refresh(commentDeliveries(stored.key, stored.parts));
}
