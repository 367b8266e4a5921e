import type { PostingChannel } from '../../core/delivery/channel.ts';
import type { DiscordMessage } from '../../core/delivery/message-body.ts';
import { isMessageOf, markFor } from '../../render/index.ts';
import { clockSkewMs, messagesSinceBackup } from '../outbox/since-backup.ts';
import type { Attempt } from './attempt.ts';
import { messageDraft, placeOf } from './message-draft.ts';
import type { Posted } from './personas.ts';

/** Messages of anybody's among which one is looked for whose answer was lost. */
const mostRead = 500;

/**
 * The message that is in Discord although the database does not know it, found by its mark: an
 * earlier attempt posted it and its answer was lost, or the database was restored from a backup.
 * `null` when there is none.
 */
export async function lostMessage(
  attempt: Attempt,
  forum: PostingChannel | null,
): Promise<Posted | null> {
  const { ports, delivery } = attempt;
  const { store } = ports;
  if (delivery.subject.kind === 'removal') return null;
  const own = await ownMessages(attempt, forum);
  if (own.length === 0) return null;
  const mark = markFor(delivery);
  const draft = await messageDraft(store, delivery, placeOf(attempt, forum));
  for (const message of own) {
    const { id, webhookId } = message;
    const isHidden = webhookId !== undefined && message.content === '';
    if (isHidden && (await store.deliveries.getByMessage(id))) continue;
    const read = isHidden ? await contentOf(attempt, message, webhookId) : message;
    // Without its content only the name tells whose it is: comments are posted one after another.
    const isIt =
      read === null
        ? message.authorName === draft?.persona?.username
        : isMessageOf(read, draft?.body ?? null, mark);
    if (!isIt || (await store.deliveries.getByMessage(id))) continue;
    return { id, webhookId };
  }
  return null;
}

/** What was posted since the first attempt, or since the backup that the database is from. */
async function ownMessages(
  { ports, delivery, channelId, signal }: Attempt,
  forum: PostingChannel | null,
): Promise<readonly DiscordMessage[]> {
  const { discord } = ports;
  const { attempts, guildId } = delivery;
  const place = { guildId, channelId, isForum: forum !== null };
  const sinceBackup = await messagesSinceBackup(ports, place, signal);
  if (!attempts || attempts.count <= 1) return sinceBackup;
  const since = attempts.firstAt - clockSkewMs;
  const own = forum
    ? await discord.ownForumPostsSince(guildId, channelId, since, signal)
    : await discord.ownMessagesSince(channelId, since, mostRead, signal);
  return sinceBackup.length === 0 ? own : [...sinceBackup, ...own];
}

/** Discord shows a webhook's messages only to the webhook; `null` when it was deleted. */
async function contentOf(
  { ports, channelId, signal }: Attempt,
  { id }: DiscordMessage,
  webhookId: string,
): Promise<DiscordMessage | null> {
  return ports.discord.readAs({ threadId: channelId, webhookId, id }, signal);
}
