import type { UnixMs } from '../time/duration.ts';
import { type Case, isRuled } from './case.ts';

/** One report of personal information, two of abuse, or an appeal. */
const leastUrgency = 20;

/**
 * Whether a change of a case pings: it waits now, and became escalated or urgent. A ruled case that
 * is reopened counts as a new one. `before` is `null` for a new case.
 */
export function becameUrgent(before: Case | null, after: Case): boolean {
  if (isRuled(after)) return false;
  const earlier = before === null || isRuled(before) ? null : before;
  if (after.state === 'escalated' && earlier?.state !== 'escalated') return true;
  return after.urgency >= leastUrgency && (earlier === null || earlier.urgency < leastUrgency);
}

/**
 * When the next ping is due: at once, or `everyMs` after the last one. One that lies ahead was
 * stored by a clock that was set back since.
 */
export function pingDue(last: UnixMs | null, now: UnixMs, everyMs: number): UnixMs {
  return last === null ? now : Math.max(now, Math.min(last, now) + everyMs);
}
