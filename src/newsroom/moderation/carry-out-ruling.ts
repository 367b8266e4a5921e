import type { Wish } from '../../core/delivery/delivery.ts';
import { type Case, isRuled } from '../../core/moderation/case.ts';
import { timeoutEnd } from '../../core/moderation/ruling.ts';
import { standingOf } from '../../core/moderation/standing.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { ordinalAt, removalDelivery, timeoutDelivery } from '../outbox/keys.ts';
import { updateCopies } from './standing.ts';

/**
 * Has done in Discord what a ruling asks, or its undo: a comment is removed, restored, hidden or
 * shown in all channels of its guild; a member's message is deleted, which cannot be undone, and the
 * member timed out. `before` is the case without the ruling.
 */
export async function carryOutRuling(
  ledger: Ledger,
  before: Case,
  ruled: Case,
  at: UnixMs,
): Promise<void> {
  const { guildId, subject } = ruled;
  if (subject.kind === 'comment') return updateCopies(ledger, guildId, subject.origin, at);
  const wishes = [...removals(ruled, at), ...timeouts(before, ruled, at)];
  await ledger.deliveries.want(wishes, at);
}

function removals(ruled: Case, at: UnixMs): Wish[] {
  const { guildId, number, version, subject } = ruled;
  if (subject.kind !== 'message' || standingOf([ruled]) !== 'removed') return [];
  const { channelId, messageId } = subject;
  return [
    {
      key: removalDelivery(guildId, number, version),
      guildId,
      channelId,
      subject: { kind: 'removal', messageId },
      ordinal: ordinalAt(at, 0),
    },
  ];
}

/** A time-out that begins with this ruling, or ends with its undo. */
function timeouts(before: Case, after: Case, at: UnixMs): Wish[] {
  const [ruled, change] = isRuled(after) ? [after, 'begin' as const] : [before, 'end' as const];
  const until = isRuled(ruled) ? timeoutEnd(ruled) : null;
  if (until === null || ruled.subject.kind !== 'message') return [];
  const { guildId, number: caseNumber, subject } = ruled;
  const userId = subject.authorId;
  return [
    {
      key: timeoutDelivery(guildId, caseNumber, until),
      guildId,
      // A lane of its own: it waits for no message, and no message waits for it.
      channelId: userId,
      subject: { kind: 'timeout', caseNumber, userId, until, change },
      ordinal: ordinalAt(at, 0),
    },
  ];
}
