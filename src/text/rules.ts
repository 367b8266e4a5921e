/**
 * A heuristic is a list of named rules, in order: the first that applies decides. Tests read each
 * rule's example with the whole list and expect that rule to decide.
 */
export interface Rule<Input, Result> {
  /** What the rule applies to, as "an agency in brackets after the place". */
  readonly name: string;
  /** A text that this rule decides, and none before it. */
  readonly example: string;
  /** The reason, where the name does not give it. */
  readonly why?: string;
  /** What the rule makes of the input; `null` when it does not apply. */
  read(input: Input): Result | null;
}

/** What a list of rules makes of a text, and the name of the rule that decided. */
export interface Decision<Result> {
  rule: string;
  result: Result;
}

/** The decision of the first rule that applies; `null` when none does. */
export function firstDecision<Input, Result>(
  rules: readonly Rule<Input, Result>[],
  input: Input,
): Decision<Result> | null {
  for (const rule of rules) {
    const result = rule.read(input);
    if (result !== null) return { rule: rule.name, result };
  }
  return null;
}
