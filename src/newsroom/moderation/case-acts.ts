import type { Snowflake } from '../../core/ids.ts';
import type { Case } from '../../core/moderation/case.ts';
import { claimed, claimMs, released } from '../../core/moderation/claim.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { Ports } from '../ports.ts';
import { saveChange } from './case-change.ts';
import { noSuchCase, rulingRefused } from './ruling-refusals.ts';

// What a moderator does with a case beside ruling on it.

export interface CaseAct {
  guildId: Snowflake;
  number: number;
  by: Snowflake;
}

/** Claims a case, also from another moderator. @throws RequestError when it is ruled on */
export async function claimCase({ store, clock }: Ports, act: CaseAct): Promise<Case> {
  const at = clock.now();
  return store.transaction(async (ledger) => {
    const current = await caseOf(ledger, act);
    const taken = claimed(current, act.by, at);
    if (!taken) throw rulingRefused('ruled-before', current);
    await saveChange(ledger, taken, { actor: act.by, action: 'case.claim', at });
    return taken;
  });
}

/** Gives a claimed case back; another's, or one that is ruled on, stays as it is. */
export async function releaseCase({ store, clock }: Ports, act: CaseAct): Promise<Case> {
  const at = clock.now();
  return store.transaction(async (ledger) => {
    const current = await caseOf(ledger, act);
    const free = released(current, act.by, at);
    if (!free) return current;
    await saveChange(ledger, free, { actor: act.by, action: 'case.release', at });
    return free;
  });
}

/** More than wait at once in any server. */
const mostWaiting = 1_000;

/**
 * The number of the most urgent case that waits for this moderator, claimed for them; `null` when
 * none does. One that they claimed before comes first. After `skipped` comes the one behind it in
 * the queue; at the end the queue begins again.
 */
export async function nextCase(
  { store, clock }: Ports,
  moderator: { guildId: Snowflake; by: Snowflake; senior: boolean },
  skipped: number | null = null,
): Promise<number | null> {
  const { guildId, by, senior } = moderator;
  const at = clock.now();
  const states = senior ? (['open', 'escalated'] as const) : (['open'] as const);
  return store.transaction(async (ledger) => {
    const own = await ledger.cases.list(guildId, { states, claimedBy: by }, mostWaiting, 0);
    const begun = own.find(({ number }) => number !== skipped);
    if (begun) return begun.number;
    const waiting = await ledger.cases.list(
      guildId,
      { states, unclaimedSince: at - claimMs },
      mostWaiting,
      0,
    );
    const place = waiting.findIndex(({ number }) => number === skipped);
    const found = waiting[place + 1] ?? waiting[0];
    if (!found) return null;
    const taken = claimed(found, by, at);
    if (taken) await saveChange(ledger, taken, { actor: by, action: 'case.claim', at });
    return found.number;
  });
}

/** @throws RequestError when there is no such case */
export async function caseOf({ cases }: Ledger, { guildId, number }: CaseAct): Promise<Case> {
  const found = await cases.get(guildId, number);
  if (!found) throw noSuchCase(number);
  return found;
}
