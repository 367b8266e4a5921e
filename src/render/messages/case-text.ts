import {
  type Case,
  isRuled,
  type Report,
  type ReportReason,
  type RuledCase,
} from '../../core/moderation/case.ts';
import { evidenceTexts } from '../../core/moderation/evidence.ts';
import { timeoutEnd } from '../../core/moderation/ruling.ts';
import type { Language } from '../../core/feed/channel-options.ts';
import { type Labels, labelsIn } from '../labels/index.ts';
import { cleanText, oneLine } from '../markdown/clean-text.ts';
import { escapedName, escapeMarkdown } from '../markdown/escape.ts';
import { truncate } from '../markdown/limits.ts';
import { durationText } from '../markdown/duration-text.ts';
import { timestamp } from '../markdown/timestamp.ts';

const mostHeadline = 120;
const mostBeginning = 60;

/** How a case stands, in words: "open", "removed", "nothing wrong". */
export function caseStateText(flagged: Case, { cards }: Labels): string {
  if (isRuled(flagged)) return cards.states[flagged.ruling.action];
  return cards.states[flagged.state];
}

/** In words: a number says nothing to those who read it. */
export function urgencyName(urgency: number): keyof Labels['cards']['urgency'] {
  if (urgency >= 100) return 'critical';
  if (urgency >= 30) return 'high';
  return urgency >= 10 ? 'normal' : 'low';
}

/** What a case is about, in a line: "“Who pays for…” by Maren, at “Harbour board rules”". */
export function caseSummary(
  { subject, evidence }: Case,
  { headline }: { headline: string | null },
  { flags }: Labels,
): string {
  const beginning = plainBeginning(evidence);
  const text = beginning === '' ? flags.aText : `“${escapeMarkdown(beginning)}”`;
  const author = escapedName(subject.authorName);
  if (subject.kind === 'message') {
    return flags.byInChannel({ text, author, channel: `<#${subject.channelId}>` });
  }
  if (headline === null) return flags.by({ text, author });
  return flags.byAt({ text, author, headline: escapeMarkdown(shortHeadline(headline)) });
}

/** The first words of a case's newest text; empty when there is none. */
export function plainBeginning(evidence: string | null): string {
  const [newest = ''] = evidenceTexts(evidence ?? '');
  return truncate(oneLine(cleanText(newest.slice(0, 500))), mostBeginning);
}

export function shortHeadline(headline: string): string {
  return truncate(oneLine(headline.slice(0, 500)), mostHeadline);
}

/** The labels of the reasons that were given, and how often, the most frequent first. */
export function countedReasons(
  reports: readonly Pick<Report, 'reason'>[],
  { report }: Labels,
): [string, number][] {
  const counts = new Map<ReportReason, number>();
  for (const { reason } of reports) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => [report.reasons[reason], count]);
}

/** "Spam or advertising × 2 · Off topic × 1" */
export function reasonCounts(reports: readonly Pick<Report, 'reason'>[], labels: Labels): string {
  return countedReasons(reports, labels)
    .map(([label, count]) => `${label} × ${count}`)
    .join(' · ');
}

/** Who ruled, when, what and why, in lines; empty for a case that waits. */
export function rulingLines(flagged: Case, language: Language): string[] {
  if (!isRuled(flagged)) return [];
  const { ruling } = flagged;
  const { cards } = labelsIn(language);
  const reason = reasonText(ruling.reason);
  const isDeleted = flagged.state === 'upheld' && flagged.ruling.deletes === true;
  return [
    doneText(flagged, language),
    ...(isDeleted ? [cards.messageDeleted] : []),
    ...(reason !== '' && ruling.action !== 'void' ? [cards.reason({ reason })] : []),
  ];
}

function doneText(flagged: RuledCase, language: Language): string {
  const { cards } = labelsIn(language);
  const { by, at } = flagged.ruling;
  const who = { member: memberMention(by), time: timestamp(at, 'R') };
  if (flagged.state === 'dismissed') {
    const { action, duplicateOf } = flagged.ruling;
    const why =
      duplicateOf === undefined ? cards.states[action] : cards.duplicateOf({ number: duplicateOf });
    return cards.done.dismissed({ ...who, why });
  }
  const { action, timeoutMs = 0 } = flagged.ruling;
  if (action !== 'timeout') return cards.done[action](who);
  const end = timestamp(timeoutEnd(flagged) ?? at, 'f');
  return cards.done.timeout({ ...who, duration: durationText(timeoutMs, language), end });
}

/** A moderator's reason in one line. */
export function reasonText(reason: string | null): string {
  return escapeMarkdown(truncate(oneLine((reason ?? '').slice(0, 2000)), 300));
}

/** A member, or the bot, by id. Nobody is pinged. */
export function memberMention(id: string): string {
  return /^\d{15,20}$/u.test(id) ? `<@${id}>` : escapedName(id);
}

/** As a quote, at most 20 lines. */
export function quotedText(text: string, longest: number): string {
  const shown = truncate(cleanText(text.slice(0, 5000)).trim(), longest);
  const lines = shown === '' ? [] : shown.split('\n').slice(0, 20);
  return lines.map((line) => `> ${escapeMarkdown(line)}`).join('\n');
}
