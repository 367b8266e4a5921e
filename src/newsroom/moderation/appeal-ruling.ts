import { RequestError } from '../../core/errors.ts';
import type { Snowflake } from '../../core/ids.ts';
import { appealed, type AppealOutcome } from '../../core/moderation/appeal.ts';
import type { Case } from '../../core/moderation/case.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { auditCase } from '../outbox/audit-lines.ts';
import { rulingDelivery } from '../outbox/keys.ts';
import { wantCard } from '../outbox/moderators.ts';
import type { Ports } from '../ports.ts';

export interface AppealRequest {
  guildId: Snowflake;
  number: number;
  by: Snowflake;
  /** Why the ruling is wrong. */
  text: string;
}

/**
 * Appeals against the ruling on a member's own message: its case waits for another moderator.
 * @throws RequestError for another's case, one without a ruling against them, and a second appeal
 */
export async function appealRuling(
  { store, clock, log }: Pick<Ports, 'store' | 'clock' | 'log'>,
  { guildId, number, by, text }: AppealRequest,
): Promise<Case> {
  const now = clock.now();
  const after = await store.transaction(async (ledger) => {
    const current = await appealableCase(ledger, guildId, number, by);
    const outcome = appealed(current, text, now);
    if (outcome.outcome !== 'appealed') throw new RequestError(refusals[outcome.outcome]);
    await ledger.cases.save(outcome.case);
    await wantCard(ledger, guildId, number, now);
    await auditCase(ledger, outcome.case, { at: now, actor: by, action: 'case.appealed' });
    // What they were told of the ruling offers no second appeal.
    const { at } = outcome.case.appeal?.against ?? { at: 0 };
    await ledger.deliveries.refresh([rulingDelivery(guildId, number, 'ruling', at)], now);
    return outcome.case;
  });
  log.info({ guildId, caseNumber: number }, 'case.appealed');
  return after;
}

/** Checks that somebody may appeal, before they write why. @throws RequestError as above */
export async function checkAppeal(
  ledger: Pick<Ledger, 'cases'>,
  guildId: Snowflake,
  number: number,
  by: Snowflake,
): Promise<void> {
  const { outcome } = appealed(await appealableCase(ledger, guildId, number, by), '', 0);
  if (outcome !== 'appealed') throw new RequestError(refusals[outcome]);
}

/** One answer for no case and for another's: nobody learns what others were reported for. */
async function appealableCase(
  { cases }: Pick<Ledger, 'cases'>,
  guildId: Snowflake,
  number: number,
  by: Snowflake,
): Promise<Case> {
  const found = await cases.get(guildId, number);
  if (found?.subject.kind === 'message' && found.subject.authorId === by) return found;
  throw new RequestError(
    `Case ${number} is not about a message of yours. The private message about the ruling names its case.`,
  );
}

const refusals: Record<Exclude<AppealOutcome['outcome'], 'appealed'>, string> = {
  'no-ruling': 'There is no ruling against you in this case, so there is nothing to appeal.',
  'appealed-before':
    'You have appealed in this case already. Another moderator decides it, and their ruling is final.',
  expired:
    'The text of your message has been deleted since, as the settings of the server ask, so nobody can judge it any more.',
};
