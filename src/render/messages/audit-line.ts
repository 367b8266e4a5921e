import type { APIEmbed } from 'discord-api-types/v10';
import {
  areaOf,
  type AuditLine,
  botActor,
  caseNumberOf,
  discordActor,
  fileActor,
  operatorActor,
} from '../../core/moderation/audit.ts';
import type { Labels } from '../labels/index.ts';
import { cleanText, oneLine } from '../markdown/clean-text.ts';
import { escapeMarkdown } from '../markdown/escape.ts';
import { truncate } from '../markdown/limits.ts';
import { timestamp } from '../markdown/timestamp.ts';

const mostHeadline = 80;
const mostReason = 160;
/** Discord's limit of an embed's description is 4,096. */
const mostDescription = 4000;

/** A line with the headline of its story, `null` where it is not stored. */
export interface TitledLine {
  line: AuditLine & { seq: number };
  headline: string | null;
}

/** Who did it: a mention of a member, or a name. */
function auditActor(actor: string, { actors }: Labels['audit']): string {
  if (/^\d+$/u.test(actor)) return `<@${actor}>`;
  if (actor === botActor) return actors.bot;
  if (actor === discordActor) return actors.discord;
  if (actor === operatorActor) return actors.operator;
  return actor === fileActor ? actors.file : actor;
}

/** What was done, in words, as plain text with mentions. */
function auditDeed({ line, headline }: TitledLine, labels: Labels['audit']): string {
  const { action, actor, caseState, caseHidden } = line;
  const { deeds, escalated, hidden } = labels;
  const who = auditActor(actor, labels);
  const key = action.replace('.', '-');
  const deed = isKnown(key, deeds)
    ? deeds[key]({ who, subject: subjectText(line, headline, labels) })
    : `${who}: ${action}`;
  return [
    deed,
    isReport(line) && caseState === 'escalated' ? escalated : '',
    isReport(line) && caseHidden ? hidden : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

const isReport = ({ action }: Pick<AuditLine, 'action'>) =>
  ['case.opened', 'case.reported', 'case.reopened'].includes(action);

function isKnown<Known extends object>(key: string, known: Known): key is string & keyof Known {
  return Object.hasOwn(known, key);
}

function subjectText(
  line: AuditLine,
  headline: string | null,
  { subjects }: Labels['audit'],
): string {
  const number = caseNumberOf(line);
  if (number !== null) {
    const { version } = line;
    return version === null ? subjects.case({ number }) : subjects.caseVersion({ number, version });
  }
  if (areaOf(line.action) !== 'discussion') {
    return line.channelId === null ? subjects.someChannel : `<#${line.channelId}>`;
  }
  const shown = truncate(oneLine(cleanText((headline ?? '').slice(0, 500))), mostHeadline);
  return shown === '' ? subjects.someStory : subjects.story({ headline: shown });
}

/** The instant in a line's reason, where it has one. */
function instantOf({ action, reason }: AuditLine): number | null {
  const isInstant = action === 'discussion.word-open-until' && /^\d+$/u.test(reason ?? '');
  return isInstant ? Number(reason) : null;
}

/** Why, or what exactly, as plain text; empty for nothing. */
function auditReason(line: AuditLine): string {
  const instant = instantOf(line);
  if (instant !== null) return new Date(instant).toISOString();
  return oneLine(cleanText(line.reason ?? ''));
}

/** The reason of a report has a name of its own. */
function reasonText(line: AuditLine, { statistics }: Labels): string {
  const { reason } = line;
  const isNamed = isReport(line) && reason !== null && isKnown(reason, statistics.reasons);
  return isNamed ? statistics.reasons[reason] : auditReason(line);
}

function lineText(titled: TitledLine, labels: Labels): string {
  const { line } = titled;
  const instant = instantOf(line);
  const why =
    instant === null
      ? escapeAroundMentions(truncate(reasonText(line, labels), mostReason))
      : labels.audit.until({ time: timestamp(instant, 'f') });
  const deed = escapeAroundMentions(auditDeed(titled, labels.audit));
  return `- ${timestamp(line.at, 'f')} ${deed}${why === '' ? '' : ` · ${why}`}`;
}

/** Mentions show a name and notify nobody here; the rest may be a publisher's headline. */
function escapeAroundMentions(text: string): string {
  return text
    .split(/(<(?:#|@&?)\d{15,20}>)/u)
    .map((piece, index) => (index % 2 === 1 ? piece : escapeMarkdown(piece)))
    .join('');
}

/** A page of the audit: as many of the lines as fit, which is what `shown` counts. */
export function renderAuditPage(
  lines: readonly TitledLine[],
  labels: Labels,
): { embed: APIEmbed; shown: number } {
  const fitting: string[] = [];
  let length = 0;
  for (const titled of lines) {
    const text = lineText(titled, labels);
    if (length + text.length + 1 > mostDescription) break;
    fitting.push(text);
    length += text.length + 1;
  }
  const description = fitting.length === 0 ? labels.audit.none : fitting.join('\n');
  return { shown: fitting.length, embed: { description } };
}

/** The names of the columns of {@link auditCells}: a file's format, the same in every language. */
export const auditColumns = [
  'line',
  'time',
  'who',
  'action',
  'what',
  'case',
  'version',
  'channel',
  'story',
  'reason',
];

/**
 * A line's cells. Ids are mentions: a spreadsheet would round them as numbers, and Discord shows who
 * they are.
 */
export function auditCells(titled: TitledLine, labels: Labels['audit']): string[] {
  const { seq, at, actor, action, version, channelId, ...line } = titled.line;
  return [
    String(seq),
    new Date(at).toISOString(),
    auditActor(actor, labels),
    action,
    auditDeed(titled, labels),
    String(caseNumberOf(line) ?? ''),
    String(version ?? ''),
    channelId === null ? '' : `<#${channelId}>`,
    line.storyId ?? '',
    auditReason(titled.line),
  ];
}
