import { firstDecision, type Decision } from '../../text/rules.ts';
import type { DatedLead } from './dated-lead.ts';
import { headRules } from './head-rules.ts';
import { headOf } from './head.ts';
import { separatorOf } from './separators.ts';

/** What is before a text's first separator, as a dateline or as none; `null` without a separator. */
export function headDecision(text: string): Decision<DatedLead | null> | null {
  const separator = separatorOf(text)?.result;
  if (separator === undefined) return null;
  const rest = text.slice(separator.end).trim();
  const head = headOf(text.slice(0, separator.start), separator.mark, rest);
  const decision = firstDecision(headRules, head);
  if (decision === null) return null;
  const { rule, result } = decision;
  return { rule, result: result === 'none' ? null : { dateline: result, rest } };
}
