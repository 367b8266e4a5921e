import { firstDecision, type Decision, type Rule } from '../../text/rules.ts';
import {
  addressRules,
  aroundRules,
  dateNoteRules,
  endRules,
  labelRules,
  lastSentenceRules,
  mayEndInAddress,
  paragraphRules,
} from './boilerplate-rules.ts';
import { lastSentenceStart } from './invitations.ts';

const mostInvitations = 6;
/** A longer paragraph is no invitation as a whole. */
const longestNotice = 260;
const longestDateNote = 90;

/** What is left of a paragraph, and the rules that removed something, in order. */
interface Reading {
  text: string;
  rules: readonly string[];
}

/**
 * A paragraph without what only invites to its publisher's page ("Read more", "The post … appeared
 * first on …", "[…]", bare addresses at its end); `''` when it has nothing else. Reads the last few
 * hundred characters only.
 */
export function withoutBoilerplate(paragraph: string): string {
  return readBoilerplate(paragraph).text;
}

/** {@link withoutBoilerplate}, with the names of the rules that removed something. */
export function readBoilerplate(paragraph: string): Reading {
  const rules: string[] = [];
  let text = cut(paragraph, rules, aroundRules, paragraph);
  if (mayBeLabelled(text)) text = cut(text, rules, labelRules, text);
  if (text.length <= longestNotice) {
    const whole = cut(text, rules, paragraphRules, { text, start: 0 });
    if (whole !== text) return { text: whole, rules };
  }
  for (let count = 0; count < mostInvitations && text !== ''; count += 1) {
    const before = text;
    text = cut(text, rules, lastSentenceRules, { text, start: lastSentenceStart(text) });
    if (mayEndInAddress(text)) text = cut(text, rules, addressRules, text);
    if (text === before) break;
  }
  for (const list of endRules) text = cut(text, rules, list, text);
  return { text, rules };
}

/** A text after the first rule that applies to the input; its name is added to `decided`. */
function cut<Input>(
  text: string,
  decided: string[],
  rules: readonly Rule<Input, string>[],
  input: Input,
): string {
  for (const rule of rules) {
    const rest = rule.read(input);
    if (rest === null) continue;
    decided.push(rule.name);
    return rest;
  }
  return text;
}

/** True when the first letter is "a", "l" or "w". */
function mayBeLabelled(text: string): boolean {
  const first = text.charCodeAt(0) | 32;
  return first === 97 || first === 108 || first === 119;
}

/** True of a line that only dates the text ("Published May 5, 2026") or times it ("4 min read"). */
export function isDateNote(line: string): boolean {
  return dateNoteDecision(line) !== null;
}

/** {@link isDateNote}, with the name of the rule that decided. */
export function dateNoteDecision(line: string): Decision<true> | null {
  if (line.length > longestDateNote || !/\d/.test(line)) return null;
  return firstDecision(dateNoteRules, line);
}
