import type { APIButtonComponent } from 'discord-api-types/v10';
import {
  type Case,
  isRuled,
  type Report,
  type ReportReason,
  reportReasonLabels,
  type RulingAction,
} from '../../core/moderation/case.ts';
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

const mostEvidence = 900;
const mostDetails = 3;

const stateNames = {
  open: 'open',
  escalated: 'escalated to a senior moderator',
  upheld: 'upheld',
  dismissed: 'dismissed',
} as const;
const accents = { open: 0xe67e22, escalated: 0xc0392b, upheld: 0x7f8c8d, dismissed: 0x27ae60 };

/** What was done, and why if the action itself says it. */
const rulingNames: Record<RulingAction, readonly [done: string, why?: string]> = {
  remove: ['Removed'],
  hide: ['Hidden'],
  warn: ['Author warned'],
  timeout: ['Author timed out'],
  'no-fault': ['Dismissed', 'no violation found'],
  ignored: ['Dismissed', 'ignored'],
  duplicate: ['Dismissed', 'duplicate'],
  void: ['Dismissed', 'deleted on its site'],
  escalate: ['Escalated'],
  undo: ['Undone'],
};

/**
 * The card of a case for the moderators: what was flagged, why, and the buttons to rule on it.
 * The evidence is plain text. Reporters are counted, never named.
 */
export function renderCaseCard(
  flagged: Case,
  reports: readonly Report[],
  context: { messageUrl: string },
): MessageBody {
  const { subject } = flagged;
  const ruling = rulingText(flagged);
  const texts = [
    textDisplay(
      `### Case ${flagged.number}: ${stateNames[flagged.state]}\n` +
        `Urgency ${urgencyName(flagged.urgency)} (${flagged.urgency})` +
        ` · opened ${timestamp(flagged.openedAt, 'R')}${flagged.hidden ? ' · hidden from readers' : ''}`,
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

function urgencyName(urgency: number): string {
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
  const text = truncate(cleanText(evidence.slice(0, 5000)).trim(), mostEvidence);
  if (text === '') return '-# Discord gave no text for this message. Open the message to read it.';
  const lines = text.split('\n').slice(0, 20);
  return lines.map((line) => `> ${escapeMarkdown(line)}`).join('\n');
}

function rulingText(flagged: Case): string {
  if (!isRuled(flagged)) return '';
  const { ruling } = flagged;
  const by = /^\d{15,20}$/u.test(ruling.by) ? `<@${ruling.by}>` : escapedName(ruling.by);
  const reason = ruling.reason && truncate(oneLine(ruling.reason.slice(0, 2000)), 300);
  const [done, why] = rulingNames[ruling.action];
  return [
    `${done} by ${by} ${timestamp(ruling.at, 'R')}${why ? `: ${why}` : ''}`,
    ...(reason && ruling.action !== 'void' ? [`Reason: ${escapeMarkdown(reason)}`] : []),
  ].join('\n');
}
