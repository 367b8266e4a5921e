import type { SubjectOf } from '../../core/delivery/subject.ts';
import { DiscordRefusal, errorText } from '../../core/errors.ts';
import { hourMs } from '../../core/time/duration.ts';
import { alertModerators, wantCard } from '../outbox/moderators.ts';
import { type Attempt, endAttempt, type NextStep } from './attempt.ts';
import { missingPermissions } from './pause-channel.ts';

/**
 * Times a member out until then, or takes that time-out back. A longer one stays, and so does one
 * that a person set meanwhile.
 * May be repeated. When Discord refuses it, the moderators get an alert and the case's card says so.
 */
export async function timeOut(attempt: Attempt, subject: SubjectOf<'timeout'>): Promise<NextStep> {
  const { ports, delivery, signal } = attempt;
  const { userId, until, caseNumber } = subject;
  const { guildId, revision } = delivery;
  try {
    if (until > ports.clock.now()) {
      const reason = `Ruling on case ${caseNumber}`;
      const current = (await ports.discord.timedOutUntil(guildId, userId, signal)) ?? 0;
      if (subject.change === 'begin' && current < until) {
        await ports.discord.timeOut(guildId, userId, until, reason, signal);
      } else if (subject.change === 'end' && current === until) {
        await ports.discord.timeOut(guildId, userId, null, `${reason}, undone`, signal);
      }
    }
  } catch (error) {
    const refusal = error instanceof DiscordRefusal && error.kind !== 'passing' ? error : null;
    if (signal.aborted || refusal === null) throw error;
    return refused(attempt, subject, refusal);
  }
  const done = { kind: 'shown', revision, message: null } as const;
  if ((delivery.attempts?.count ?? 1) <= 1) {
    return endAttempt(attempt, ports.store, done, 'continue');
  }
  // The card said that it was not in force.
  return ports.store.transaction(async (ledger) => {
    await wantCard(ledger, guildId, caseNumber, ports.clock.now());
    return endAttempt(attempt, ledger, done, 'continue');
  });
}

async function refused(
  attempt: Attempt,
  { caseNumber, userId, change }: SubjectOf<'timeout'>,
  refusal: DiscordRefusal,
): Promise<NextStep> {
  const { ports, delivery } = attempt;
  const { guildId, key } = delivery;
  const now = ports.clock.now();
  const error = errorText(refusal);
  const lacksPermission = refusal.code === missingPermissions;
  ports.log.warn({ key, userId, code: refusal.code, error }, 'timeout.refused');
  return ports.store.transaction(async (ledger) => {
    const facts = { caseNumber, userId, change, lacksPermission, reason: error };
    await alertModerators(
      ledger,
      guildId,
      `timeout:${key}`,
      { kind: 'timeout-refused', ...facts },
      now,
    );
    await wantCard(ledger, guildId, caseNumber, now);
    return endAttempt(
      attempt,
      ledger,
      lacksPermission
        ? { kind: 'later', notBefore: now + hourMs, error }
        : { kind: 'failed', error },
      'continue',
    );
  });
}
