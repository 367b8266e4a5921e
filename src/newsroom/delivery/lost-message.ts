import type { PostingChannel } from '../../core/delivery/channel.ts';
import type { DiscordMessage } from '../../core/delivery/message-body.ts';
import { minuteMs } from '../../core/time/duration.ts';
import { isMessageOf, markFor } from '../../render/index.ts';
import type { Attempt } from './attempt.ts';
import { messageDraft, placeOf } from './message-draft.ts';
import type { Posted } from './personas.ts';

/** How far Discord's clock and ours may differ, also when ours was set since. */
const clockSkewMs = 15 * minuteMs;

/**
 * The message that an earlier attempt posted although its answer was lost, found by its mark; `null`
 * when there is none.
 */
export async function lostMessage(
  attempt: Attempt,
  forum: PostingChannel | null,
): Promise<Posted | null> {
  const { ports, delivery, channelId, signal } = attempt;
  const { discord, store } = ports;
  const { attempts, guildId, subject } = delivery;
  if (!attempts || attempts.count <= 1 || subject.kind === 'removal') return null;
  const since = attempts.firstAt - clockSkewMs;
  const own = forum
    ? await discord.ownForumPostsSince(guildId, channelId, since, signal)
    : await discord.ownMessagesSince(channelId, since, signal);
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

/** Discord shows a webhook's messages only to the webhook; `null` when it was deleted. */
async function contentOf(
  { ports, channelId, signal }: Attempt,
  { id }: DiscordMessage,
  webhookId: string,
): Promise<DiscordMessage | null> {
  return ports.discord.readAs({ threadId: channelId, webhookId, id }, signal);
}
