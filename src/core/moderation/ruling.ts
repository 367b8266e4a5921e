import type { Snowflake } from '../ids.ts';
import type { UnixMs } from '../time/duration.ts';
import { isOwnAppeal } from './appeal.ts';
import { type Case, isRuled, type RulingAction, withoutRuling } from './case.ts';

/** What a moderator, or the bot, decides about a case. */
export interface NewRuling {
  action: RulingAction;
  by: Snowflake;
  at: UnixMs;
  reason: string | null;
}

export type RulingOutcome =
  | { outcome: 'ruled'; case: Case }
  | {
      outcome:
        | 'changed-meanwhile'
        | 'needs-senior'
        | 'needs-reason'
        | 'nothing-to-undo'
        /** An appeal is not for the one who ruled. */
        | 'own-ruling';
    };

/**
 * The case after a ruling on its version `versionSeen`. A ruling on another version is refused, so
 * two moderators cannot both rule. An escalated case needs a senior moderator and a reason.
 */
export function rule(
  current: Case,
  ruling: NewRuling,
  versionSeen: number,
  senior: boolean,
): RulingOutcome {
  if (current.version !== versionSeen) return { outcome: 'changed-meanwhile' };
  const before = isRuled(current) ? current.ruling : null;
  if (ruling.action === 'undo' && !before) return { outcome: 'nothing-to-undo' };
  if (ruling.action !== 'undo' && before) return { outcome: 'changed-meanwhile' };
  if (isOwnAppeal(current, ruling.by)) return { outcome: 'own-ruling' };
  if (before?.escalated && !senior) return { outcome: 'needs-senior' };
  if (current.state === 'escalated') {
    if (!senior) return { outcome: 'needs-senior' };
    if (!ruling.reason) return { outcome: 'needs-reason' };
  }
  return { outcome: 'ruled', case: afterRuling(current, ruling) };
}

function afterRuling(current: Case, { action, by, at, reason }: NewRuling): Case {
  const escalated = current.state === 'escalated' || (isRuled(current) && current.ruling.escalated);
  const next = { ...withoutRuling(current), version: current.version + 1, changedAt: at };
  switch (action) {
    case 'remove':
    case 'hide':
    case 'warn':
    case 'timeout': {
      const hidden = action === 'remove' || action === 'hide';
      return { ...next, state: 'upheld', hidden, ruling: { action, by, at, reason, escalated } };
    }
    case 'no-fault':
    case 'ignored':
    case 'duplicate':
    case 'void': {
      const ruling = { action, by, at, reason, escalated };
      return { ...next, state: 'dismissed', hidden: false, ruling };
    }
    case 'escalate':
      return { ...next, state: 'escalated' };
    case 'undo':
      return { ...next, state: escalated ? 'escalated' : 'open', hidden: false };
    default:
      return action satisfies never;
  }
}
