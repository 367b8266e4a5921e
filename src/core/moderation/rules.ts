import { z } from 'zod';
import { SlowModeRule } from '../discussion/slow-mode.ts';
import { Snowflake } from '../ids.ts';
import { UnixMs } from '../time/duration.ts';

/** What a rule does with a comment: moderators review it, and until then it is shown or hidden. */
export const RuleAction = z.enum(['report', 'hide']);
export type RuleAction = z.infer<typeof RuleAction>;

/** Words, or a domain in links, that a comment is reported for. */
export const WatchedPattern = z.object({
  kind: z.enum(['words', 'link']),
  /** Words with `*` for any letters, "free coin*"; or a domain, "example.com". */
  pattern: z.string(),
  action: RuleAction,
  addedBy: Snowflake,
  addedAt: UnixMs,
});
export type WatchedPattern = z.infer<typeof WatchedPattern>;

export const mostWatched = 200;

/** A server's rules, which act on mirrored comments before people do. Stored as one document. */
export const ModerationRules = z.object({
  version: z.literal(1).default(1),
  /** Oldest first. */
  watched: z.array(WatchedPattern).max(mostWatched).default([]),
  /** For an author's first comment; `null` for none. */
  firstComment: RuleAction.nullable().default(null),
  /** For the next comment of an author with so many upheld cases in so many days. */
  repeatOffender: z
    .object({
      upheld: z.number().int().min(1).max(100),
      days: z.number().int().min(1).max(365),
      action: RuleAction,
    })
    .nullable()
    .default(null),
  /** Slows a discussion down in which too much happens; `null` for never. */
  slowMode: SlowModeRule.nullable().default(null),
});
export type ModerationRules = z.infer<typeof ModerationRules>;

export const noRules = ModerationRules.parse({});

/** Why a rule reported a comment, for its case. */
export const FiredRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('words'), pattern: z.string() }),
  z.object({ kind: z.literal('link'), pattern: z.string() }),
  z.object({ kind: z.literal('first-comment') }),
  z.object({
    kind: z.literal('repeat-offender'),
    upheld: z.number().int(),
    days: z.number().int(),
  }),
]);
export type FiredRule = z.infer<typeof FiredRule>;

/** What the rules need to know of a comment's author. */
export interface AuthorFacts {
  /** They have no other comment here, as far as is stored. */
  isFirstComment: boolean;
  /** Upheld cases on their comments within the rule's days. */
  upheld: number;
}

export interface Fired {
  rules: FiredRule[];
  /** The strictest of them. */
  action: RuleAction;
}

/** The rules that a comment breaks, watched patterns first; `null` for none. */
export function firedRules(
  rules: ModerationRules,
  watched: readonly WatchedPattern[],
  author: AuthorFacts,
): Fired | null {
  const { firstComment, repeatOffender } = rules;
  const fired: { rule: FiredRule; action: RuleAction }[] = watched.map(
    ({ kind, pattern, action }) => ({ rule: { kind, pattern }, action }),
  );
  if (firstComment !== null && author.isFirstComment) {
    fired.push({ rule: { kind: 'first-comment' }, action: firstComment });
  }
  if (repeatOffender && author.upheld >= repeatOffender.upheld) {
    const { days, action } = repeatOffender;
    fired.push({ rule: { kind: 'repeat-offender', upheld: author.upheld, days }, action });
  }
  if (fired.length === 0) return null;
  const action = fired.some((one) => one.action === 'hide') ? 'hide' : 'report';
  return { rules: fired.map(({ rule }) => rule), action };
}
