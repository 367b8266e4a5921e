import type { Discussion } from '../../core/discussion/discussion.ts';
import type { DiscordMessage } from '../../core/delivery/message-body.ts';
import { commentKeysIn, markFor, markIn } from '../../render/index.ts';
import { commentDelivery, packDelivery } from '../outbox/keys.ts';
import { messagesSinceBackup } from '../outbox/since-backup.ts';
import type { Ports } from '../ports.ts';

/**
 * What a thread has though the database, which was restored from a backup, may not know it: keys of
 * comments that have messages of their own, and of packed ones with the key of their pack's delivery.
 */
export interface PostedSinceBackup {
  alone: ReadonlySet<string>;
  packs: ReadonlyMap<string, string>;
}

/** The messages since the backup in a discussion's thread; none where nothing was restored. */
export async function threadSinceBackup(
  ports: Ports,
  { guildId, threadId }: Discussion,
  signal: AbortSignal,
): Promise<readonly DiscordMessage[]> {
  if (threadId === null) return [];
  return messagesSinceBackup(ports, { guildId, channelId: threadId, isForum: false }, signal);
}

/** @param keys of the comments that the source has: a pack may be named after one that it only counts */
export function postedSinceBackup(
  messages: readonly DiscordMessage[],
  keys: readonly string[],
): PostedSinceBackup {
  const alone = new Set<string>();
  const packs = new Map<string, string>();
  const counted = messages.length === 0 ? [] : keys;
  const namedAfter = new Map(counted.map((key) => [packMark(key), key]));
  for (const message of messages) {
    const mark = markIn(message);
    const shown = commentKeysIn(message);
    const [first] = shown;
    if (mark === null || first === undefined) continue;
    if (mark === markFor({ key: commentDelivery(first, 0), generation: 0 })) alone.add(first);
    const name = packMark(first) === mark ? first : namedAfter.get(mark);
    if (name !== undefined) for (const key of shown) packs.set(key, packDelivery(name));
  }
  return { alone, packs };
}

const packMark = (firstKey: string) => markFor({ key: packDelivery(firstKey), generation: 0 });
