import type { PostingChannel } from '../../core/delivery/channel.ts';
import type { Delivery } from '../../core/delivery/delivery.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import { DiscordRefusal } from '../../core/errors.ts';
import { minuteMs, secondMs } from '../../core/time/duration.ts';
import { shortHash } from '../../text/hash.ts';
import {
  forumOf,
  messageChannelId,
  postInForum,
  renameCorrectedPost,
} from '../channels/forum-post.ts';
import type { Ports } from '../ports.ts';
import { lostMessage, lostMessageToDelete } from './lost-message.ts';
import { messageBody } from './message-body.ts';
import { quietHoursEnd } from './quiet-hours.ts';
import { handleRefusal, type NextStep } from './refused-delivery.ts';

/** Longer than {@link runForMs} and one more call to Discord, which takes 15 s at most. */
const leaseMs = minuteMs;
const runLength = 10;
/** No new delivery begins this late in a lease. */
const runForMs = 40 * secondMs;
const removalReason = 'Removed at the source, or by a moderator';

/**
 * Posts, edits and deletes the due messages of one channel, in order; `false` when nothing is due. A
 * channel that Discord refuses is paused, which does not affect other channels.
 */
export async function deliverNext(ports: Ports, signal: AbortSignal): Promise<boolean> {
  const { store, clock } = ports;
  const begunAt = clock.now();
  const run = await store.deliveries.claimRun(begunAt, leaseMs, runLength);
  if (run.length === 0) return false;
  for (const [index, delivery] of run.entries()) {
    const isOver = clock.now() - begunAt > runForMs || signal.aborted;
    const step = isOver ? 'stop-run' : await deliver(ports, delivery, signal);
    if (step === 'stop-run') {
      const untried = run.slice(isOver ? index : index + 1);
      for (const one of untried) await releaseUntried(ports, one);
      break;
    }
  }
  return true;
}

/** Releases a claimed delivery without counting an attempt. */
async function releaseUntried(
  { store }: Ports,
  { key, fence, notBefore, error }: Delivery,
): Promise<void> {
  await store.deliveries.release(key, fence, { notBefore, error, untried: true });
}

async function deliver(ports: Ports, delivery: Delivery, signal: AbortSignal): Promise<NextStep> {
  const { store, log } = ports;
  const { key, fence, channelId, notBefore, wantedRevision: revision } = delivery;
  try {
    const forum = await forumOf(ports, delivery, signal);
    const body = delivery.removed ? null : await messageBody(store, delivery, forum !== null);
    const shown = body
      ? await postOrEdit(ports, delivery, body, forum, signal)
      : await deleteMessage(ports, delivery, forum, signal);
    if (shown === null) return 'continue';
    await store.deliveries.settle(key, fence, { revision, ...shown });
    await store.deliveries.deletePause(channelId);
    log.debug({ key, ...shown }, 'delivery.shown');
    return 'continue';
  } catch (error) {
    if (!signal.aborted) return handleRefusal(ports, delivery, error, signal);
    await store.deliveries.release(key, fence, { notBefore, error: null, untried: false });
    return 'stop-run';
  }
}

/** What the delivery's message is now; `null` when quiet hours postponed its post. */
async function postOrEdit(
  ports: Ports,
  delivery: Delivery,
  body: MessageBody,
  forum: PostingChannel | null,
  signal: AbortSignal,
) {
  const { store, discord, clock } = ports;
  const { key, kind, fence, channelId } = delivery;
  const bodyHash = shortHash(JSON.stringify(body));
  let messageId = delivery.messageId ?? (await lostMessage(ports, delivery, body, forum, signal));
  if (messageId === null) {
    const quietEnd = await quietHoursEnd(store, delivery, clock.now());
    if (quietEnd !== null) {
      await store.deliveries.postpone(key, fence, quietEnd);
      return null;
    }
    messageId = forum
      ? (await postInForum(ports, delivery, body, forum, signal)).id
      : await post(ports, delivery, body, signal);
  } else if (delivery.shownHash !== bodyHash) {
    await discord.edit(messageChannelId(delivery, messageId, forum), messageId, body, signal);
    if (forum) await renameCorrectedPost(ports, delivery, messageId, signal);
  }
  if (kind === 'notice' && key.endsWith(':policy') && !delivery.messageId) {
    await pin(ports, channelId, messageId, signal);
  }
  return { messageId, hash: bodyHash };
}

async function post(
  { discord }: Ports,
  { key, generation, channelId, attempts }: Delivery,
  body: MessageBody,
  signal: AbortSignal,
): Promise<string> {
  const nonce = shortHash(`${key}#${generation}`);
  const message = await discord.post(channelId, body, nonce, signal);
  // With the nonce of an earlier attempt, Discord answers with the message that it posted then.
  const isOutdated = attempts > 1 && message.content.trim() !== (body.content ?? '').trim();
  if (isOutdated) await discord.edit(channelId, message.id, body, signal);
  return message.id;
}

/** Pins a thread's first message. Without the permission the message stays unpinned. */
async function pin(ports: Ports, channelId: string, messageId: string, signal: AbortSignal) {
  try {
    await ports.discord.pin(channelId, messageId, signal);
  } catch (error) {
    if (signal.aborted || !(error instanceof DiscordRefusal) || error.kind === 'passing') {
      throw error;
    }
    ports.log.info({ channelId, code: error.code }, 'notice.not-pinned');
  }
}

async function deleteMessage(
  ports: Ports,
  delivery: Delivery,
  forum: PostingChannel | null,
  signal: AbortSignal,
) {
  const messageId =
    delivery.messageId ?? (await lostMessageToDelete(ports, delivery, forum, signal));
  if (messageId) {
    const channelId = messageChannelId(delivery, messageId, forum);
    await ports.discord.delete(channelId, messageId, removalReason, signal);
  }
  return { messageId: null, hash: null };
}
