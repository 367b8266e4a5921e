import { type Case, isRuled, type Report } from '../../core/moderation/case.ts';
import type { Labels } from '../labels/index.ts';
import { oneLine } from '../markdown/clean-text.ts';
import { escapeMarkdown } from '../markdown/escape.ts';
import { truncate } from '../markdown/limits.ts';
import { timestamp } from '../markdown/timestamp.ts';
import { firedRuleText } from './rule-lines.ts';

const mostRules = 5;
const mostLaws = 3;
const longestText = 400;

const shown = (text: string) => escapeMarkdown(truncate(oneLine(text.slice(0, 2000)), longestText));

/**
 * What moderators see of a case beside its text and the reasons: which rules fired, which law was named,
 * the appeal, and whether the author was notified of the ruling; `null` for one who is not to be notified, or
 * not yet.
 */
export function caseNotes(
  found: Case,
  reports: readonly Report[],
  authorNotified: boolean | null,
  labels: Labels,
): string[] {
  const { caseNotes: text } = labels;
  const fired = reports.flatMap(({ rules }) => rules).slice(0, mostRules);
  const laws = reports.flatMap(({ law }) => law ?? []).slice(0, mostLaws);
  return [
    fired.length === 0
      ? ''
      : text.rule({ rules: fired.map((rule) => firedRuleText(rule, labels)).join(', ') }),
    ...laws.map((law) => text.law({ text: shown(law) })),
    found.approved && !isRuled(found) ? text.approved : '',
    appealNote(found, labels),
    authorNotified === null ? '' : authorNotified ? text.notified : text.notNotified,
  ].filter(Boolean);
}

function appealNote({ appeal }: Case, { caseNotes: text }: Labels): string {
  if (!appeal) return '';
  const about = { time: timestamp(appeal.at, 'R'), moderator: `<@${appeal.against.by}>` };
  return appeal.text === null
    ? text.appealExpired(about)
    : text.appeal({ ...about, text: shown(appeal.text) });
}
