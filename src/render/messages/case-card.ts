import type { Language } from '../../core/feed/channel-options.ts';
import type { Snowflake } from '../../core/ids.ts';
import { type Case, isRuled, type Report } from '../../core/moderation/case.ts';
import { evidenceTexts } from '../../core/moderation/evidence.ts';
import { noRecord, type ReporterRecord, reporterWeight } from '../../core/moderation/reader.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { type Labels, labelsIn } from '../labels/index.ts';
import { oneLine } from '../markdown/clean-text.ts';
import { escapedName, escapeMarkdown } from '../markdown/escape.ts';
import { truncate } from '../markdown/limits.ts';
import { timestamp } from '../markdown/timestamp.ts';
import { caseControls } from './case-controls.ts';
import { caseNotes } from './case-notes.ts';
import {
  caseStateText,
  memberMention,
  quotedText,
  reasonCounts,
  reasonText,
  rulingLines,
  shortHeadline,
  urgencyName,
} from './case-text.ts';
import { changedWords } from './changed-words.ts';
import { container, flag, separator, textDisplay } from './components.ts';

const mostEvidence = 900;
/** Of a case that was ruled on. */
const mostRuledEvidence = 300;
const mostDetails = 3;
/** More are only counted. */
export const mostReporters = 5;
const mostCopies = 5;

const accents = { open: 0xe67e22, escalated: 0xc0392b, upheld: 0x7f8c8d, dismissed: 0x27ae60 };

/** An author's other cases in this server. */
export interface AuthorRecord {
  upheld: number;
  dismissed: number;
  /** They wait for a ruling. */
  open: number;
}

/** Where what was flagged stands. */
export interface CaseContext {
  /** Its story's headline; `null` for a member's message, or when the story is no longer stored. */
  headline: string | null;
  /** Its message in Discord; `null` when there is none to view. */
  messageUrl: string | null;
  /** `null` when it is not known who wrote it. */
  record: AuthorRecord | null;
  /** By reporter. One without a ruled report may be missing. */
  reporterRecords: ReadonlyMap<Snowflake, ReporterRecord>;
  /** Threads with other copies of the comment: a ruling counts for them too. */
  copyThreads: readonly Snowflake[];
  /** Why Discord did not take the time-out, or its undo, so far. */
  timeoutError: string | null;
  /** The server's. */
  language: Language;
  muted: boolean;
  /** With the controls of `/flags next`: the next case comes after each ruling. */
  inQueue: boolean;
  /** Shows all of a case that was ruled on, too: its card in the channel makes room for those that wait. */
  isWhole: boolean;
  /** Whether the author of a message was notified of the ruling; `null` for not yet, or not at all. */
  authorNotified: boolean | null;
}

/**
 * The card of a case for the moderators: what was flagged, by whom and why, and the controls to rule
 * on it. It names the reporters, so nobody else may read it. The evidence is plain text.
 */
export function renderCaseCard(
  flagged: Case,
  reports: readonly Report[],
  context: CaseContext,
): MessageBody {
  const labels = labelsIn(context.language);
  const byPeople = reports.filter(({ kind }) => kind !== 'rule');
  const isShort = isShortCard(flagged, context);
  const notes = caseNotes(flagged, reports, context.authorNotified, labels);
  const decided = [
    ...rulingLines(flagged, context.language),
    ...undoneText(context, labels),
    ...publisherText(flagged, labels),
  ];
  return {
    flags: flag.componentsV2,
    components: [
      container(accents[flagged.state], [
        textDisplay(headText(flagged, context, labels)),
        textDisplay(
          isShort ? reasonsLine(byPeople, labels) : reasonsText(byPeople, context, labels),
        ),
        ...(isShort ? [] : [separator]),
        textDisplay(writtenText(flagged, context, labels)),
        ...(notes.length === 0 ? [] : [separator, textDisplay(notes.join('\n'))]),
        ...(decided.length === 0 ? [] : [separator, textDisplay(decided.join('\n'))]),
        ...caseControls(flagged, context, labels),
      ]),
    ],
    allowed_mentions: { parse: [] },
  };
}

const isShortCard = (flagged: Case, { isWhole }: CaseContext) => isRuled(flagged) && !isWhole;

function headText(flagged: Case, context: CaseContext, labels: Labels): string {
  const { number, urgency, openedAt, hidden, claim, escalation, undone } = flagged;
  const { cards } = labels;
  const opened = cards.urgencyLine({
    urgency: cards.urgency[urgencyName(urgency)],
    time: timestamp(openedAt, 'R'),
  });
  return [
    `### ${cards.title({ number, state: caseStateText(flagged, labels) })}`,
    ...(isShortCard(flagged, context)
      ? []
      : [hidden ? `${opened} · ${cards.hiddenFromReaders}` : opened]),
    ...placeLines(flagged, context, labels),
    ...(escalation === null
      ? []
      : [cards.escalatedBy({ ...who(escalation), reason: reasonText(escalation.reason) })]),
    ...(undone === null
      ? []
      : [cards.undoneBy({ ...who(undone), ruling: cards.states[undone.action] })]),
    ...(claim === null ? [] : [cards.claimedBy(who(claim))]),
  ].join('\n');
}

const who = ({ by, at }: { by: Snowflake; at: UnixMs }) => ({
  member: memberMention(by),
  time: timestamp(at, 'R'),
});

function placeLines(
  { subject }: Case,
  { headline, copyThreads }: CaseContext,
  { cards }: Labels,
): string[] {
  if (subject.kind === 'message') {
    return [cards.inChannel({ channel: `<#${subject.channelId}>` })];
  }
  const title = shortHeadline(headline ?? '');
  const site = subject.url === null || !URL.canParse(subject.url) ? '' : new URL(subject.url).host;
  const about = [
    title === '' ? '' : cards.story({ headline: `**${escapeMarkdown(title)}**` }),
    escapeMarkdown(site.slice(0, 100)),
  ].filter(Boolean);
  const named = copyThreads.slice(0, mostCopies).map((id) => `<#${id}>`);
  const more = copyThreads.length - named.length;
  const threads = named.join(', ');
  return [
    ...(about.length === 0 ? [] : [about.join(' · ')]),
    ...(named.length === 0
      ? []
      : [more > 0 ? cards.copiesAndMore({ threads, more }) : cards.copies({ threads })]),
  ];
}

function reasonsText(
  reports: readonly Report[],
  { reporterRecords }: CaseContext,
  labels: Labels,
): string {
  const { cards } = labels;
  if (reports.length === 0) return cards.noReports;
  return [
    reasonsLine(reports, labels),
    ...detailLines(reports),
    `-# ${cards.reportedBy({ members: reportersText(reports, reporterRecords, labels) })}`,
  ].join('\n');
}

function reasonsLine(reports: readonly Report[], labels: Labels): string {
  const { cards } = labels;
  if (reports.length === 0) return cards.noReports;
  return cards.reportedFor({ reasons: reasonCounts(reports, labels) });
}

/** What the reporters wrote, each text once, with how often it was written. */
function detailLines(reports: readonly Report[]): string[] {
  const counts = new Map<string, number>();
  for (const { details } of reports) {
    const text = truncate(oneLine((details ?? '').slice(0, 2000)), 200);
    if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts]
    .slice(0, mostDetails)
    .map(([text, count]) => `-# “${escapeMarkdown(text)}”${count > 1 ? ` × ${count}` : ''}`);
}

function reportersText(
  reports: readonly Report[],
  records: CaseContext['reporterRecords'],
  labels: Labels,
): string {
  const { cards } = labels;
  const named = reports.slice(0, mostReporters).map(({ reporterId, kind }) => {
    const member = memberMention(reporterId);
    if (kind === 'moderator') return cards.moderator({ member });
    return reporterText(member, records.get(reporterId) ?? noRecord, labels);
  });
  const count = reports.length - named.length;
  return `${named.join(', ')}${count > 0 ? ` ${cards.andOthers({ count })}` : ''}`;
}

/** A reader, with how often they were right and how much their report counts towards hiding. */
function reporterText(member: string, record: ReporterRecord, { caseNotes }: Labels): string {
  const count = record.upheld + record.noFault;
  if (count === 0) return member;
  const weight = Math.round(100 * reporterWeight(record));
  if (weight === 100) return caseNotes.fullReporter({ member, upheld: record.upheld, count });
  return caseNotes.reporter({ member, upheld: record.upheld, count, weight });
}

function writtenText(flagged: Case, context: CaseContext, labels: Labels): string {
  const { subject, evidence } = flagged;
  const { record, muted } = context;
  const { cards } = labels;
  const isShort = isShortCard(flagged, context);
  const author = `**${escapedName(subject.authorName)}**`;
  return [
    subject.kind === 'comment'
      ? cards.wroteOnSite({ author })
      : cards.wroteInDiscord({ author, id: memberMention(subject.authorId) }),
    evidenceText(evidence, isShort ? mostRuledEvidence : mostEvidence, labels),
    ...(record === null || isShort ? [] : [`-# ${recordText(record, labels)}`]),
    ...(muted ? [`-# ${cards.authorMuted}`] : []),
  ].join('\n');
}

function recordText(
  { upheld, dismissed, open }: AuthorRecord,
  { cards: { record } }: Labels,
): string {
  const count = upheld + dismissed + open;
  if (count === 0) return record.none;
  const results = [
    upheld > 0 ? record.upheld({ count: upheld }) : '',
    dismissed > 0 ? record.dismissed({ count: dismissed }) : '',
    open > 0 ? record.waiting({ count: open }) : '',
  ].filter(Boolean);
  return record.other({ count, results: results.join(', ') });
}

function evidenceText(evidence: string | null, longest: number, { cards }: Labels): string {
  if (evidence === null) return `-# ${cards.textDeleted}`;
  const texts = evidenceTexts(evidence);
  const [newest = ''] = texts;
  const quoted = quotedText(newest, longest);
  if (quoted === '') return `-# ${cards.noText}`;
  if (texts.length === 1) return quoted;
  return `${quoted}\n${cards.changed}\n> ${changedWords(texts.at(-1) ?? '', newest)}`;
}

function undoneText({ timeoutError }: CaseContext, { cards }: Labels): string[] {
  if (timeoutError === null) return [];
  const reason = escapeMarkdown(truncate(oneLine(timeoutError.slice(0, 2000)), 200));
  return [`⚠️ ${cards.notDone({ reason })}`];
}

function publisherText({ publisherReport }: Case, { cards: { publisher } }: Labels): string[] {
  if (publisherReport === null) return [];
  const { goneAt } = publisherReport;
  const sent = who(publisherReport);
  return [
    goneAt === null
      ? publisher.present(sent)
      : publisher.gone({ ...sent, goneTime: timestamp(goneAt, 'R') }),
  ];
}
