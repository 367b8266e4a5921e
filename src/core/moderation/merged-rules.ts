import type { ModerationRules } from './rules.ts';

/**
 * A server's rules with those of a file: its patterns are added, and what it says about one that is
 * there already replaces that; nothing is removed. The order of `own` stays.
 */
export function mergedRules(own: ModerationRules, added: ModerationRules): ModerationRules {
  const keyOf = ({ kind, pattern }: ModerationRules['watched'][number]) => `${kind}:${pattern}`;
  const watched = new Map(own.watched.map((one) => [keyOf(one), one]));
  for (const one of added.watched) {
    const there = watched.get(keyOf(one));
    watched.set(keyOf(one), there ? { ...there, action: one.action } : one);
  }
  return {
    version: own.version,
    watched: [...watched.values()],
    firstComment: added.firstComment ?? own.firstComment,
    repeatOffender: added.repeatOffender ?? own.repeatOffender,
    slowMode: added.slowMode ?? own.slowMode,
  };
}
