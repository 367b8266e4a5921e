import type { FiredRule, ModerationRules } from '../../core/moderation/rules.ts';
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
  { watched, firstComment, repeatOffender }: ModerationRules,
  { rules, units }: Labels,
): string[] {
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
  return lines;
}
