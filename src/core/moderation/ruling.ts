import type { CaseNumber, Snowflake } from '../ids.ts';
import type { UnixMs } from '../time/duration.ts';
import { isOwnAppeal } from './appeal.ts';
import {
  type Case,
  type FlagSubject,
  isRuled,
  type RulingAction,
  type RuledCase,
  withoutRuling,
} from './case.ts';
import { isClaimed } from './claim.ts';

/** What a moderator, or the bot, decides about a case. */
export interface NewRuling {
  action: RulingAction;
  by: Snowflake;
  at: UnixMs;
  reason: string | null;
  /** Of `warn` and `timeout`: the member's message is deleted too. */
  deletes?: boolean;
  /** Of `timeout`. */
  timeoutMs?: number;
  /** Of `duplicate`. */
  duplicateOf?: CaseNumber;
}

/** Why a ruling is refused. */
export type RulingRefusal =
  /** Somebody ruled first: see the case's ruling. */
  | 'ruled-before'
  /** Another moderator claimed it since: see the case's claim. */
  | 'claimed-by-other'
  | 'changed-meanwhile'
  | 'escalated-before'
  | 'needs-senior'
  | 'needs-reason'
  | 'nothing-to-undo'
  /** A member's message can't be hidden; the author of a comment is no member. */
  | 'not-for-subject'
  /** An appeal is not for the one who ruled. */
  | 'own-ruling';

export type RulingOutcome = { outcome: 'ruled'; case: Case } | { outcome: RulingRefusal };

const forComments: ReadonlySet<RulingAction> = new Set(['hide', 'void']);
const forMessages: ReadonlySet<RulingAction> = new Set(['warn', 'timeout']);

/** Whether a ruling can be made on a comment, or on a member's message. */
export function isPossible(action: RulingAction, { kind }: Pick<FlagSubject, 'kind'>): boolean {
  return !(kind === 'comment' ? forMessages : forComments).has(action);
}

/**
 * The case after a ruling on its version `versionSeen`. It is refused when the card of that version
 * had another text or state, so two moderators cannot both rule. An escalated case needs a senior
 * moderator and a reason.
 */
export function rule(
  current: Case,
  ruling: NewRuling,
  versionSeen: number,
  senior: boolean,
): RulingOutcome {
  const refusal = refusalOf(current, ruling, versionSeen, senior);
  return refusal === null
    ? { outcome: 'ruled', case: afterRuling(current, ruling) }
    : { outcome: refusal };
}

function refusalOf(
  current: Case,
  { action, by, at, reason }: NewRuling,
  versionSeen: number,
  senior: boolean,
): RulingRefusal | null {
  const before = isRuled(current) ? current.ruling : null;
  if (action !== 'undo' && before) return 'ruled-before';
  const { version, ruleFrom, state, claim } = current;
  if (versionSeen > version || versionSeen < ruleFrom) return 'changed-meanwhile';
  if (action === 'undo' && !before) return 'nothing-to-undo';
  if (!isPossible(action, current.subject)) return 'not-for-subject';
  if (isOwnAppeal(current, by)) return 'own-ruling';
  const isTaken = isClaimed(current, at) && claim?.by !== by && versionSeen < (claim?.version ?? 0);
  if (isTaken) return 'claimed-by-other';
  if (before?.escalated && !senior) return 'needs-senior';
  if (action === 'escalate') {
    if (state === 'escalated') return 'escalated-before';
    return reason ? null : 'needs-reason';
  }
  if (state !== 'escalated') return null;
  if (!senior) return 'needs-senior';
  return reason ? null : 'needs-reason';
}

function afterRuling(current: Case, ruling: NewRuling): Case {
  const { action, by, at, reason } = ruling;
  const escalated = current.state === 'escalated' || (isRuled(current) && current.ruling.escalated);
  const version = current.version + 1;
  const changes = { version, ruleFrom: version, changedAt: at, claim: null, undone: null };
  const next = { ...withoutRuling(current), ...changes };
  const made = { by, at, reason, escalated };
  switch (action) {
    case 'remove':
    case 'hide':
      return {
        ...next,
        state: 'upheld',
        hidden: true,
        ruling: { ...made, action },
      };
    case 'warn':
    case 'timeout': {
      const { deletes = false, timeoutMs } = ruling;
      const limit = action === 'timeout' && timeoutMs !== undefined ? { timeoutMs } : {};
      return {
        ...next,
        state: 'upheld',
        hidden: deletes,
        ruling: { ...made, action, deletes, ...limit },
      };
    }
    case 'no-fault':
    case 'ignored':
    case 'duplicate':
    case 'void': {
      const { duplicateOf } = ruling;
      const of = action === 'duplicate' && duplicateOf !== undefined ? { duplicateOf } : {};
      return { ...next, state: 'dismissed', hidden: false, ruling: { ...made, action, ...of } };
    }
    case 'escalate':
      return {
        ...next,
        state: 'escalated',
        escalation: { by, at, reason: reason ?? '' },
        undone: current.undone,
      };
    case 'undo':
      return {
        ...next,
        state: escalated ? 'escalated' : 'open',
        hidden: false,
        undone: isRuled(current) ? { by, at, action: current.ruling.action } : null,
      };
    default:
      return action satisfies never;
  }
}

/** When the time-out of a ruling ends; `null` for another ruling. */
export function timeoutEnd({ ruling }: RuledCase): UnixMs | null {
  return ruling.action === 'timeout' && ruling.timeoutMs !== undefined
    ? ruling.at + ruling.timeoutMs
    : null;
}
