import type { SlowModeRule } from '../../core/discussion/slow-mode.ts';
import type { FiredRule, ModerationRules } from '../../core/moderation/rules.ts';
import { secondMs } from '../../core/time/duration.ts';
import { durationIn } from '../labels/amounts.ts';
import type { Labels } from '../labels/index.ts';
import { escapeMarkdown } from '../markdown/escape.ts';

/** Why a rule of the server reported a comment, for its case. */
export function firedRuleText(fired: FiredRule, { rules, units }: Labels): string {
  switch (fired.kind) {
    case 'words':
      return rules.fired.words({ pattern: escapeMarkdown(fired.pattern) });
    case 'link':
      return rules.fired.link({ pattern: escapeMarkdown(fired.pattern) });
    case 'first-comment':
      return rules.fired.first;
    case 'repeat-offender':
      return rules.fired.repeat({ count: fired.upheld, days: units.days({ count: fired.days }) });
    default:
      return fired satisfies never;
  }
}

/** A server's rules, one line for each. */
export function ruleLines(
  { watched, firstComment, repeatOffender, slowMode }: ModerationRules,
  labels: Labels,
): string[] {
  const { rules, units } = labels;
  const lines = watched.map(({ kind, pattern, action }) => {
    const about = { pattern: escapeMarkdown(pattern), action: rules.actions[action] };
    return kind === 'words' ? rules.wordsLine(about) : rules.linkLine(about);
  });
  if (firstComment) lines.push(rules.firstLine({ action: rules.actions[firstComment] }));
  if (repeatOffender) {
    const { upheld: count, days, action } = repeatOffender;
    lines.push(
      rules.repeatLine({ count, days: units.days({ count: days }), action: rules.actions[action] }),
    );
  }
  if (slowMode) lines.push(slowModeRuleText(slowMode, labels));
  return lines;
}

/** "20 messages of members in a minute …: slow mode of 30 seconds, for 15 minutes". */
export function slowModeRuleText(
  { messages, reports, seconds, forMs }: SlowModeRule,
  labels: Labels,
): string {
  const { causes, either, line } = labels.slowMode;
  const [first = '', second] = [
    ...(messages === null ? [] : [causes.messages({ count: messages })]),
    ...(reports === null ? [] : [causes.reports({ count: reports })]),
  ];
  const why = second === undefined ? first : either({ first, second });
  const every = durationIn(labels, seconds * secondMs);
  return line({ why, every, duration: durationIn(labels, forMs) });
}
