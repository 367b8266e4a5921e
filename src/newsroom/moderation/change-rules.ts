import { slowModeInWords, type SlowModeRule } from '../../core/discussion/slow-mode.ts';
import type { Snowflake } from '../../core/ids.ts';
import {
  ModerationRules,
  mostWatched,
  noRules,
  type RuleAction,
  type WatchedPattern,
} from '../../core/moderation/rules.ts';
import { type PatternRead, readDomain, readWords } from '../../core/moderation/watched-patterns.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { requestError } from '../../render/index.ts';
import type { Ports } from '../ports.ts';

type Stores = Pick<Ports, 'store' | 'clock' | 'log'>;

/** Who changes the rules of which server. */
export interface RuleChanger {
  guildId: Snowflake;
  by: Snowflake;
}

/** A guild's rules. */
export async function rulesOf(
  { rules }: Pick<Ledger, 'rules'>,
  guildId: Snowflake,
): Promise<ModerationRules> {
  return (await rules.get(guildId)) ?? noRules;
}

/** Saves changed rules, with a line in the audit; `what` says what changed, without a comment's text. */
async function change(
  { store, clock, log }: Stores,
  { guildId, by }: RuleChanger,
  what: string,
  changed: (before: ModerationRules) => ModerationRules,
): Promise<ModerationRules> {
  const at = clock.now();
  const after = await store.transaction(async (ledger) => {
    const rules = ModerationRules.parse(changed(await rulesOf(ledger, guildId)));
    await ledger.rules.save(guildId, rules);
    const line = { guildId, at, actor: by, subject: guildId, reason: what };
    await ledger.audit.append({ ...line, action: 'rules.changed' });
    return rules;
  });
  log.info({ guildId }, 'rules.changed');
  return after;
}

/**
 * Watches for words, or a domain in links. Of a pattern that was watched before, the action changes.
 * @throws RequestError for a pattern that cannot be compared, and for too many
 */
export async function watch(
  ports: Stores,
  by: RuleChanger,
  { kind, typed, action }: { kind: WatchedPattern['kind']; typed: string; action: RuleAction },
): Promise<{ pattern: string; isNew: boolean }> {
  const pattern = patternOf(kind === 'words' ? readWords(typed) : readDomain(typed));
  const addedAt = ports.clock.now();
  let isNew = false;
  await change(ports, by, `${kind} "${pattern}": ${action}`, (before) => {
    const isSame = (one: WatchedPattern) => one.kind === kind && one.pattern === pattern;
    isNew = !before.watched.some(isSame);
    if (!isNew) {
      const watched = before.watched.map((one) => (isSame(one) ? { ...one, action } : one));
      return { ...before, watched };
    }
    if (before.watched.length >= mostWatched) {
      throw requestError(({ rules }) => rules.refusals.tooMany({ count: mostWatched }));
    }
    const added = { kind, pattern, action, addedBy: by.by, addedAt };
    return { ...before, watched: [...before.watched, added] };
  });
  return { pattern, isNew };
}

function patternOf(read: PatternRead): string {
  if ('pattern' in read) return read.pattern;
  const { wrong } = read;
  throw requestError(({ rules }) => rules.refusals[wrong]);
}

/** Stops watching for a pattern as it was stored. @throws RequestError when it is not watched */
export async function unwatch(ports: Stores, by: RuleChanger, pattern: string): Promise<void> {
  await change(ports, by, `not "${pattern}" any more`, (before) => {
    const watched = before.watched.filter((one) => one.pattern !== pattern);
    if (watched.length === before.watched.length) {
      throw requestError(({ rules }) => rules.refusals.unknown({ pattern }));
    }
    return { ...before, watched };
  });
}

/** What happens to an author's first comment; `null` for nothing. */
export async function setFirstComment(
  ports: Stores,
  by: RuleChanger,
  firstComment: RuleAction | null,
): Promise<void> {
  const what = `first comments: ${firstComment ?? 'off'}`;
  await change(ports, by, what, (before) => ({ ...before, firstComment }));
}

/** When a discussion is slowed down; `null` for never. What is slowed down already ends in its time. */
export async function setSlowModeRule(
  ports: Stores,
  by: RuleChanger,
  slowMode: SlowModeRule | null,
): Promise<void> {
  const what = slowMode === null ? 'slow mode: off' : `slow mode: ${slowModeInWords(slowMode)}`;
  await change(ports, by, what, (before) => ({ ...before, slowMode }));
}

/** What happens to comments of authors with upheld cases; `null` for nothing. */
export async function setRepeatOffender(
  ports: Stores,
  by: RuleChanger,
  repeatOffender: ModerationRules['repeatOffender'],
): Promise<void> {
  const what =
    repeatOffender === null
      ? 'repeat offenders: off'
      : `repeat offenders: ${repeatOffender.action} after ${repeatOffender.upheld} in ${repeatOffender.days} days`;
  await change(ports, by, what, (before) => ({ ...before, repeatOffender }));
}
