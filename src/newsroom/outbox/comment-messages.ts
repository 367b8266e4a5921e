import type { Delivery, Wish } from '../../core/delivery/delivery.ts';
import type { Discussion } from '../../core/discussion/discussion.ts';
import type { StoredComment } from '../../core/discussion/stored-comment.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { countsWithinMs } from './edit-limits.ts';
import { commentDelivery } from './keys.ts';

// Where a comment stands: in messages of its own, in a packed message with others, or, left out of a
// backlog, only in the number that a packed message counts.

type Deliveries = Pick<Ledger, 'deliveries'>;

/** The keys of the deliveries that show a comment, in order; none for one that was left out. */
export function commentDeliveries({ key, parts, pack }: StoredComment): string[] {
  if (pack) return pack.leftOut ? [] : [pack.key];
  return Array.from({ length: parts }, (_, part) => commentDelivery(key, part));
}

/** The delivery where a comment begins; `null` when there is none. */
export async function firstDelivery(
  { deliveries }: Deliveries,
  comment: StoredComment,
): Promise<Delivery | null> {
  const [key] = commentDeliveries(comment);
  return key === undefined ? null : deliveries.get(key);
}

/** Has all messages of these comments posted in the discussion's thread, or edited. */
export async function wantComments(
  { deliveries }: Deliveries,
  discussion: Discussion,
  comments: readonly StoredComment[],
  now: UnixMs,
): Promise<void> {
  const { guildId, threadId } = discussion;
  if (threadId === null) return;
  const place = { guildId, channelId: threadId };
  const packs = new Map<string, Wish>();
  const wishes: Wish[] = [];
  for (const { key, parts, ordinal, pack, quiet } of comments) {
    if (pack === null) {
      for (let part = 0; part < parts; part += 1) {
        const subject = {
          kind: 'comment',
          commentKey: key,
          part,
          ...(quiet && { quiet }),
        } as const;
        wishes.push({ ...place, key: commentDelivery(key, part), subject, ordinal });
      }
    } else if (!packs.has(pack.key)) {
      const subject = { kind: 'pack', discussionId: discussion.id } as const;
      const wish = { ...place, key: pack.key, subject, ordinal };
      packs.set(pack.key, wish);
      wishes.push(wish);
    }
  }
  await deliveries.want(wishes, now);
}

/** Has the messages of these comments edited. */
export async function refreshComments(
  { deliveries }: Deliveries,
  comments: readonly StoredComment[],
  now: UnixMs,
): Promise<void> {
  await deliveries.refresh([...new Set(comments.flatMap(commentDeliveries))], now);
}

/** The same before all else: something of them should no longer be seen. */
export async function hideComments(
  { deliveries }: Deliveries,
  comments: readonly StoredComment[],
  now: UnixMs,
): Promise<void> {
  await deliveries.takeDown([...new Set(comments.flatMap(commentDeliveries))], now);
}

/**
 * Takes these comments, which are no longer live, out of their thread: messages of their own are
 * deleted, a pack is edited, and deleted when nothing of it is left.
 */
export async function removeComments(
  { deliveries }: Deliveries,
  comments: readonly StoredComment[],
  now: UnixMs,
): Promise<void> {
  const alone = comments.filter(({ pack }) => pack === null);
  await deliveries.remove(alone.flatMap(commentDeliveries), now);
  await hideComments(
    { deliveries },
    comments.filter(({ pack }) => pack !== null),
    now,
  );
  // The number of those that were left out is seen with the next edit, or within hours.
  const counted = comments.flatMap(({ pack }) => (pack?.leftOut ? [pack.key] : []));
  await deliveries.refreshWithin([...new Set(counted)], now, countsWithinMs);
}

/**
 * Has the messages edited that name one of these comments as what they answer: it was edited, hidden,
 * deleted or brought back. A reply with messages of its own names its parent when that is packed, or
 * when a webhook posted the reply: Discord shows no parent above it then.
 */
export async function refreshReplies(
  { deliveries, discussions }: Pick<Ledger, 'deliveries' | 'discussions'>,
  comments: readonly StoredComment[],
  now: UnixMs,
): Promise<void> {
  const naming: StoredComment[] = [];
  for (const parent of comments) {
    for (const reply of await discussions.listReplies(parent)) {
      if (reply.state !== 'live') continue;
      const isPacked = (reply.pack ?? parent.pack) !== null;
      if (isPacked || (await isByWebhook({ deliveries }, reply))) naming.push(reply);
    }
  }
  await refreshComments({ deliveries }, naming, now);
}

async function isByWebhook(deliveries: Deliveries, comment: StoredComment): Promise<boolean> {
  return (await firstDelivery(deliveries, comment))?.message?.webhookId !== undefined;
}
