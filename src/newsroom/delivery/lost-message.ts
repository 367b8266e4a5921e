import type { PostingChannel } from '../../core/delivery/channel.ts';
import type { Delivery } from '../../core/delivery/delivery.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import { minuteMs } from '../../core/time/duration.ts';
import { fingerprint } from '../../render/index.ts';
import type { Ports } from '../ports.ts';
import { messageBody } from './message-body.ts';

/** How far Discord's clock and ours may differ. */
const clockSkewMs = minuteMs;

/** The message that an earlier attempt posted although its answer was lost, found by its content. */
export async function lostMessage(
  { discord, store }: Ports,
  delivery: Delivery,
  body: MessageBody,
  forum: PostingChannel | null,
  signal: AbortSignal,
): Promise<string | null> {
  const { attempts, firstAttemptAt, guildId, channelId } = delivery;
  if (attempts <= 1 || firstAttemptAt === null) return null;
  const since = firstAttemptAt - clockSkewMs;
  const own = forum
    ? await discord.ownForumPostsSince(guildId, channelId, since, signal)
    : await discord.ownMessagesSince(channelId, since, signal);
  const wanted = fingerprint({ content: '', embeds: [], components: [], ...body });
  for (const message of own) {
    if (fingerprint(message) !== wanted) continue;
    if (!(await store.deliveries.getByMessage(message.id))) return message.id;
  }
  return null;
}

/** The same for a message that is to be deleted. */
export async function lostMessageToDelete(
  ports: Ports,
  delivery: Delivery,
  forum: PostingChannel | null,
  signal: AbortSignal,
): Promise<string | null> {
  if (delivery.attempts <= 1 || delivery.kind === 'removal') return null;
  const body = await messageBody(ports.store, { ...delivery, removed: true }, forum !== null);
  return body && lostMessage(ports, delivery, body, forum, signal);
}
