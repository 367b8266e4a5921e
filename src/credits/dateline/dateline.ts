import type { Decision } from '../../text/rules.ts';
import { folded } from '../names/word-shape.ts';
import { continuationDecision } from './continuation-rules.ts';
import type { DatedLead } from './dated-lead.ts';
import { eastAsianDecision } from './east-asian.ts';
import { headDecision } from './head-decision.ts';
import { hasSeparator } from './separators.ts';

/**
 * Takes the dateline off a lead; `null` when it has none:
 *
 *     dateline = head separator
 *     head     = place [ date ] [ agency ] | agency [ place [ date ] ] | date agency
 *     place    = CAPITALS { "," Region } | City        City only with an agency
 *     agency   = "(" words ")" | "/" words "/"
 *     separator = "—" | " - " | "--" | ".-" | " · " | ":" after a city in capitals
 *
 * So "BOSTON (Agency) - Text", "PORT ELLEN, Scotland — Text", "LONDON, May 5 (Agency) — Text",
 * "KYIV/WARSAW (Agency) - Text", "(Agency) - Text", and the forms of East Asia's papers.
 */
export function splitDateline(lead: string): DatedLead | null {
  return datelineDecision(lead)?.result ?? null;
}

/** {@link splitDateline}, with the name of the rule that decided; `null` without any separator. */
export function datelineDecision(lead: string): Decision<DatedLead | null> | null {
  if (!hasSeparator(lead)) return null;
  const text = folded(lead);
  const first = eastAsianDecision(text) ?? headDecision(text);
  const more = first?.result ? continuationDecision(first.result) : null;
  return more ?? first;
}
