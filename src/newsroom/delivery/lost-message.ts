import type { PostingChannel } from '../../core/delivery/channel.ts';
import type { Snowflake } from '../../core/ids.ts';
import { minuteMs } from '../../core/time/duration.ts';
import { isMessageOf, markFor } from '../../render/index.ts';
import type { Attempt } from './attempt.ts';
import { messageDraft, placeOf } from './message-draft.ts';

/** How far Discord's clock and ours may differ. */
const clockSkewMs = minuteMs;

/**
 * The message that an earlier attempt posted although its answer was lost, found by its mark; `null`
 * when there is none.
 */
export async function lostMessage(
  attempt: Attempt,
  forum: PostingChannel | null,
): Promise<Snowflake | null> {
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
    if (!isMessageOf(message, draft?.body ?? null, mark)) continue;
    if (!(await store.deliveries.getByMessage(message.id))) return message.id;
  }
  return null;
}
