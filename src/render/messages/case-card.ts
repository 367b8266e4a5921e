import type { APIButtonComponent } from 'discord-api-types/v10';
import {
  type Case,
  isRuled,
  type Report,
  type ReportReason,
  reportReasonLabels,
  type RuledCase,
  type RulingAction,
} from '../../core/moderation/case.ts';
import { evidenceTexts } from '../../core/moderation/evidence.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import {
  actionButton,
  container,
  flag,
  linkButton,
  row,
  separator,
  textDisplay,
} from './components.ts';
import { escapedName, escapeMarkdown } from '../markdown/escape.ts';
import { truncate } from '../markdown/limits.ts';
import { cleanText, oneLine } from '../markdown/clean-text.ts';
import { timestamp } from '../markdown/timestamp.ts';
import { changedWords } from './changed-words.ts';

const mostEvidence = 900;
const mostHeadline = 120;
const mostBeginning = 60;
const mostDetails = 3;

const accents = { open: 0xe67e22, escalated: 0xc0392b, upheld: 0x7f8c8d, dismissed: 0x27ae60 };

/** How people call a ruling that ended a case, and what was done by it. */
const rulingNames: Record<RuledCase['ruling']['action'], readonly [name: string, done: string]> = {
  remove: ['removed', 'Removed'],
  hide: ['hidden', 'Hidden'],
  warn: ['author warned', 'Author warned'],
  timeout: ['author timed out', 'Author timed out'],
  'no-fault': ['nothing wrong', 'Dismissed'],
  ignored: ['ignored', 'Dismissed'],
  duplicate: ['duplicate', 'Dismissed'],
  void: ['deleted on its site', 'Dismissed'],
};

/** How a case stands, in words: "open", "removed", "nothing wrong". */
export function caseStateText(flagged: Case): string {
  if (isRuled(flagged)) return rulingNames[flagged.ruling.action][0];
  return flagged.state === 'escalated' ? 'escalated to a senior moderator' : 'open';
}

/** Where what was flagged stands. */
export interface CaseContext {
  /** Its story's headline; `null` for a member's message, or when the story is no longer stored. */
  headline: string | null;
  /** Its message in Discord; `null` when there is none to view. */
  messageUrl: string | null;
}

/** What a case is about, in a line: "“Who pays for…” by Maren, at “Harbour board rules”". */
export function caseSummary(
  { subject, evidence }: Case,
  { headline }: Pick<CaseContext, 'headline'>,
): string {
  const [newest = ''] = evidenceTexts(evidence ?? '');
  const beginning = truncate(oneLine(newest.slice(0, 500)), mostBeginning);
  const what = beginning === '' ? 'a text' : `“${escapeMarkdown(beginning)}”`;
  const where =
    subject.kind === 'message'
      ? `, in <#${subject.channelId}>`
      : headline === null
        ? ''
        : `, at “${escapeMarkdown(truncate(oneLine(headline.slice(0, 500)), mostHeadline))}”`;
  return `${what} by ${escapedName(subject.authorName)}${where}`;
}

/**
 * The card of a case for the moderators: what was flagged, why, and the buttons to rule on it.
 * The evidence is plain text. Reporters are counted, never named.
 */
export function renderCaseCard(
  flagged: Case,
  reports: readonly Report[],
  context: CaseContext,
): MessageBody {
  const { subject } = flagged;
  const ruling = rulingText(flagged);
  const texts = [
    textDisplay(
      `### Case ${flagged.number}: ${caseStateText(flagged)}\n` +
        `Urgency: ${urgencyName(flagged.urgency)}` +
        ` · opened ${timestamp(flagged.openedAt, 'R')}${flagged.hidden ? ' · hidden from readers' : ''}` +
        placeText(flagged, context),
    ),
    textDisplay(reasonsText(reports)),
    separator,
    textDisplay(
      `**${escapedName(subject.authorName)}** wrote ${subject.kind === 'comment' ? 'on the publisher’s site' : `in Discord (member ${subject.authorId})`}:\n${evidenceText(flagged.evidence)}`,
    ),
    ...(ruling === '' ? [] : [separator, textDisplay(ruling)]),
  ];
  return {
    flags: flag.componentsV2,
    components: [
      container(accents[flagged.state], [
        ...texts,
        ...row(...rulingButtons(flagged)),
        ...row(
          linkButton('View in Discord', context.messageUrl),
          linkButton(
            'View on the publisher’s site',
            subject.kind === 'comment' ? subject.url : null,
          ),
        ),
      ]),
    ],
    allowed_mentions: { parse: [] },
  };
}

function placeText({ subject }: Case, { headline }: CaseContext): string {
  if (subject.kind === 'message') return `\nIn <#${subject.channelId}>`;
  const named = truncate(oneLine((headline ?? '').slice(0, 500)), mostHeadline);
  return named === '' ? '' : `\nStory: **${escapeMarkdown(named)}**`;
}

function rulingButtons(flagged: Case): APIButtonComponent[][] {
  const { number, version, state } = flagged;
  const id = (action: RulingAction): string => `case:${number}:${version}:${action}`;
  if (isRuled(flagged)) return [actionButton('Undo', id('undo'), 'secondary')];
  return [
    actionButton('Remove', id('remove'), 'danger'),
    actionButton('Dismiss', id('no-fault'), 'secondary'),
    state === 'open' ? actionButton('Escalate', id('escalate'), 'primary') : [],
  ];
}

/** In words: a number says nothing to those who read it. */
export function urgencyName(urgency: number): string {
  if (urgency >= 100) return 'critical';
  if (urgency >= 30) return 'high';
  return urgency >= 10 ? 'normal' : 'low';
}

function reasonsText(reports: readonly Report[]): string {
  const counts = new Map<ReportReason, number>();
  for (const { reason } of reports) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const reasons = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${reportReasonLabels[reason]} × ${count}`);
  const details = reports
    .map((report) => truncate(oneLine((report.details ?? '').slice(0, 2000)), 200))
    .filter(Boolean)
    .slice(0, mostDetails)
    .map((text) => `-# “${escapeMarkdown(text)}”`);
  return [
    reasons.length > 0 ? `Reported for: ${reasons.join(' · ')}` : 'No reports',
    ...details,
  ].join('\n');
}

function evidenceText(evidence: string | null): string {
  if (evidence === null) return '-# The text was deleted some days after the case was closed.';
  const [newest = '', before] = evidenceTexts(evidence);
  const quoted = quotedText(newest, mostEvidence);
  if (quoted === '') {
    return '-# Discord gave no text for this message. Open the message to read it.';
  }
  if (before === undefined) return quoted;
  return `${quoted}\nWhat was changed since the first report:\n> ${changedWords(before, newest)}`;
}

/** As a quote, at most 20 lines. */
export function quotedText(text: string, longest: number): string {
  const shown = truncate(cleanText(text.slice(0, 5000)).trim(), longest);
  const lines = shown === '' ? [] : shown.split('\n').slice(0, 20);
  return lines.map((line) => `> ${escapeMarkdown(line)}`).join('\n');
}

function rulingText(flagged: Case): string {
  if (!isRuled(flagged)) return '';
  const { ruling } = flagged;
  const by = /^\d{15,20}$/u.test(ruling.by) ? `<@${ruling.by}>` : escapedName(ruling.by);
  const reason = ruling.reason && truncate(oneLine(ruling.reason.slice(0, 2000)), 300);
  const [name, done] = rulingNames[ruling.action];
  const why = flagged.state === 'dismissed' ? `: ${name}` : '';
  return [
    `${done} by ${by} ${timestamp(ruling.at, 'R')}${why}`,
    ...(reason && ruling.action !== 'void' ? [`Reason: ${escapeMarkdown(reason)}`] : []),
  ].join('\n');
}
