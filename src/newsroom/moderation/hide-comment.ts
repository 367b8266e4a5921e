import { type Case, subjectKey } from '../../core/moderation/case.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { commentDeliveries } from '../outbox/keys.ts';

/** Whether any case on the same subject hides it, whatever its text was then. */
export async function isHidden(ledger: Ledger, { guildId, subject }: Case): Promise<boolean> {
  const cases = await ledger.cases.listBySubject(guildId, subjectKey(subject));
  return cases.some(({ hidden }) => hidden);
}

/** Hides or shows a comment's text as its cases require; a member's message cannot be hidden. */
export async function updateHidden(ledger: Ledger, flagged: Case, now: UnixMs): Promise<void> {
  const { subject } = flagged;
  if (subject.kind !== 'comment') return;
  const stored = await ledger.discussions.getComment(subject.commentKey);
  if (!stored) return;
  const hidden = await isHidden(ledger, flagged);
  await ledger.discussions.saveComments([{ ...stored, hidden }]);
  await ledger.deliveries.refresh(commentDeliveries(stored.key, stored.parts), now);
}
