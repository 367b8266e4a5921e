import type { Snowflake } from '../ids.ts';
import { minuteMs, type UnixMs } from '../time/duration.ts';
import { type Case, isRuled } from './case.ts';

/** A claim ends by itself after this time: its moderator may have left. */
export const claimMs = 30 * minuteMs;

export function isClaimed({ claim }: Pick<Case, 'claim'>, now: UnixMs): boolean {
  return claim !== null && now < claim.at + claimMs;
}

/**
 * The case after a moderator claimed it, also from another; `null` when it is ruled on. A claim
 * keeps nobody from ruling who saw it on the card.
 */
export function claimed(current: Case, by: Snowflake, at: UnixMs): Case | null {
  if (isRuled(current)) return null;
  const version = current.version + 1;
  return { ...current, version, changedAt: at, claim: { by, at, version } };
}

/** The case after its moderator gave it back; `null` when it is another's, or nobody's. */
export function released(current: Case, by: Snowflake, at: UnixMs): Case | null {
  if (isRuled(current) || current.claim?.by !== by) return null;
  return { ...current, version: current.version + 1, changedAt: at, claim: null };
}
