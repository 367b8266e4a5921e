import type { Discussion } from '../../core/discussion/discussion.ts';
import type { Wish } from '../../core/delivery/delivery.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { StoredComment } from '../../core/discussion/stored-comment.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { commentDelivery } from './keys.ts';

/** Has all messages of these comments posted in the discussion's thread, or edited. */
export async function wantComments(
  ledger: Pick<Ledger, 'deliveries'>,
  { guildId, threadId }: Discussion,
  comments: readonly StoredComment[],
  now: UnixMs,
): Promise<void> {
  if (threadId === null) return;
  const wanted = comments.flatMap(({ key, parts, ordinal }) =>
    Array.from({ length: parts }, (_, part): Wish => ({
      key: commentDelivery(key, part),
      guildId,
      channelId: threadId,
      subject: { kind: 'comment', commentKey: key, part },
      ordinal,
    })),
  );
  await ledger.deliveries.want(wanted, now);
}
