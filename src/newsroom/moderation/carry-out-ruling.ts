import type { Snowflake } from '../../core/ids.ts';
import type { Case } from '../../core/moderation/case.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { commentDeliveries, ordinalAt } from '../outbox/keys.ts';
import { wantComments } from '../outbox/want-comments.ts';
import { isHidden, updateHidden } from './hide-comment.ts';

/** Removes, restores, hides or shows what a case is about. A member's message is not restored. */
export async function carryOutRuling(
  ledger: Ledger,
  before: Case,
  after: Case,
  at: UnixMs,
): Promise<void> {
  const { subject } = after;
  const removes = isRemoval(after);
  if (subject.kind === 'message') {
    if (removes) await removeMessage(ledger, after, subject, at);
    return;
  }
  const stored = await ledger.discussions.getComment(subject.commentKey);
  if (!stored) return;
  if (removes) {
    await ledger.discussions.saveComments([{ ...stored, state: 'tombstone' }]);
    await ledger.deliveries.remove(commentDeliveries(stored.key, stored.parts), at);
  } else if (stored.state === 'tombstone') {
    // It stays removed when another case removed it.
    if (!isRemoval(before)) return;
    const restored = { ...stored, state: 'live', hidden: await isHidden(ledger, after) } as const;
    await ledger.discussions.saveComments([restored]);
    const discussion = await ledger.discussions.get(subject.discussionId);
    if (discussion) await wantComments(ledger, discussion, [restored], at);
  } else if (before.hidden !== after.hidden) {
    await updateHidden(ledger, after, at);
  }
}

function isRemoval(flagged: Case): boolean {
  return flagged.state === 'upheld' && flagged.ruling.action === 'remove';
}

async function removeMessage(
  ledger: Ledger,
  { guildId, number, version }: Case,
  { channelId, messageId }: { channelId: Snowflake; messageId: Snowflake },
  at: UnixMs,
): Promise<void> {
  const key = `removal:${guildId}:${number}:${version}`;
  const subject = { kind: 'removal', messageId } as const;
  await ledger.deliveries.want(
    [{ key, guildId, channelId, subject, ordinal: ordinalAt(at, 0) }],
    at,
  );
}
