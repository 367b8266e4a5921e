import type { RequestError } from '../../core/errors.ts';
import type { Snowflake } from '../../core/ids.ts';
import { appealed, type AppealOutcome } from '../../core/moderation/appeal.ts';
import type { Case } from '../../core/moderation/case.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { requestError } from '../../render/index.ts';
import { auditCase } from '../outbox/audit-lines.ts';
import { rulingDelivery } from '../outbox/keys.ts';
import { wantCard } from '../outbox/moderators.ts';
import { wantPing } from '../outbox/pings.ts';
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
    if (outcome.outcome !== 'appealed') throw refusal(current, outcome.outcome);
    await ledger.cases.save(outcome.case);
    await wantCard(ledger, guildId, number, now);
    await wantPing(ledger, current, outcome.case, now);
    await auditCase(ledger, outcome.case, { at: now, actor: by, action: 'case.appealed' });
    // Their message on the ruling offers no second appeal.
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
  const current = await appealableCase(ledger, guildId, number, by);
  const { outcome } = appealed(current, '', 0);
  if (outcome !== 'appealed') throw refusal(current, outcome);
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
  throw requestError(({ rulings }) => rulings.refusals.notYours({ number }));
}

/** How the case of an appeal that is refused stands: the answer is the state of the appeal. */
function refusal(
  { state }: Case,
  outcome: Exclude<AppealOutcome['outcome'], 'appealed'>,
): RequestError {
  return requestError(({ rulings: { refusals } }) => {
    switch (outcome) {
      case 'no-ruling':
        return refusals.noRuling;
      case 'expired':
        return refusals.expired;
      case 'appealed-before':
        if (state === 'upheld') return refusals.stands;
        return state === 'dismissed' ? refusals.noRuling : refusals.waits;
      default:
        return outcome satisfies never;
    }
  });
}
