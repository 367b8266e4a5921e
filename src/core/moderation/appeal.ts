import type { Snowflake } from '../ids.ts';
import type { UnixMs } from '../time/duration.ts';
import { type Case, withoutRuling } from './case.ts';

/** Appeals are ruled on before most reports: somebody waits who was ruled on. */
const leastUrgency = 30;

export type AppealOutcome =
  | { outcome: 'appealed'; case: Case }
  | {
      outcome:
        /** Nobody ruled against them, or somebody took it back. */
        | 'no-ruling'
        /** They appealed before. The ruling after an appeal is final. */
        | 'appealed-before'
        /** Its text has expired: nobody could judge it. */
        | 'expired';
    };

/**
 * The case after the author of a message appealed against the ruling on it: it waits for another
 * moderator, or a senior one if a senior ruled. The message stays removed meanwhile.
 */
export function appealed(current: Case, text: string, at: UnixMs): AppealOutcome {
  if (current.appeal) return { outcome: 'appealed-before' };
  if (current.state !== 'upheld') return { outcome: 'no-ruling' };
  if (current.evidence === null) return { outcome: 'expired' };
  const { ruling: against } = current;
  return {
    outcome: 'appealed',
    case: {
      ...withoutRuling(current),
      state: against.escalated ? 'escalated' : 'open',
      appeal: { at, text, against },
      version: current.version + 1,
      ruleFrom: current.version + 1,
      urgency: Math.max(current.urgency, leastUrgency),
      changedAt: at,
    },
  };
}

/** True where an appeal against somebody's own ruling waits. */
export function isOwnAppeal({ appeal, state }: Case, by: Snowflake): boolean {
  return (state === 'open' || state === 'escalated') && appeal?.against.by === by;
}
