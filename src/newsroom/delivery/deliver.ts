import type { PostingChannel } from '../../core/delivery/channel.ts';
import type { Delivery } from '../../core/delivery/delivery.ts';
import { DiscordRefusal } from '../../core/errors.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import { minuteMs, secondMs } from '../../core/time/duration.ts';
import { fingerprint } from '../../render/index.ts';
import { messageBody } from './message-bodies.ts';
import type { Ports } from '../ports.ts';
import { quietHoursEnd } from './quiet-hours.ts';
import { type NextStep, handleRefusal } from './refused-delivery.ts';
import {
  renameCorrectedPost,
  forumOf,
  messageChannelId,
  postInForum,
} from '../channels/forum-post.ts';
import { shortHash } from '../../text/hash.ts';

/** Longer than a run's calls with their time-outs (15 s each) are let take. */
const leaseMs = minuteMs;
const runLength = 10;
/** No new call is begun this late in a lease. */
const runForMs = 40 * secondMs;
/** Clocks of two machines may differ by so much when a lost answer is looked for. */
const clockSkewMs = minuteMs;
const removalReason = 'Removed at the source, or by a moderator';

/**
 * Brings the due messages of one channel to what is wanted, in order: posts, edits, deletes;
 * `false` when nothing is due. A channel that refuses is paused and never stops another.
 */
export async function deliverNext(ports: Ports, signal: AbortSignal): Promise<boolean> {
  const { store, clock } = ports;
  const begunAt = clock.now();
  const run = await store.deliveries.claimRun(begunAt, leaseMs, runLength);
  if (run.length === 0) return false;
  for (const [index, delivery] of run.entries()) {
    const outOfTime = clock.now() - begunAt > runForMs || signal.aborted;
    const outcome = outOfTime ? 'stop-run' : await deliver(ports, delivery, signal);
    if (outcome === 'stop-run') {
      const from = outOfTime ? index : index + 1;
      for (const later of run.slice(from)) await giveBack(ports, later);
      break;
    }
  }
  return true;
}

/** Returns a claim that nothing was tried under. */
async function giveBack(
  { store }: Ports,
  { key, fence, notBefore, error }: Delivery,
): Promise<void> {
  await store.deliveries.release(key, fence, { notBefore, error, untried: true });
}

async function deliver(ports: Ports, delivery: Delivery, signal: AbortSignal): Promise<NextStep> {
  const { store, log } = ports;
  try {
    const forum = await forumOf(ports, delivery, signal);
    const body = delivery.removed ? null : await messageBody(ports, delivery, forum !== null);
    const shown = body
      ? await show(ports, delivery, body, forum, signal)
      : await takeAway(ports, delivery, forum, signal);
    if (shown === null) return 'shown';
    await store.deliveries.settle(delivery.key, delivery.fence, {
      revision: delivery.wantedRevision,
      ...shown,
    });
    await store.deliveries.deletePause(delivery.channelId);
    log.debug({ key: delivery.key, ...shown }, 'delivery.shown');
    return 'shown';
  } catch (error) {
    if (signal.aborted) {
      await store.deliveries.release(delivery.key, delivery.fence, {
        notBefore: delivery.notBefore,
        error: null,
        untried: false,
      });
      return 'stop-run';
    }
    return handleRefusal(ports, delivery, error, signal);
  }
}

/** Steps three and four of the delivery protocol: look for a lost answer first, then post. */
async function show(
  ports: Ports,
  delivery: Delivery,
  body: MessageBody,
  forum: PostingChannel | null,
  signal: AbortSignal,
) {
  const { store, discord, clock } = ports;
  const { channelId } = delivery;
  const bodyHash = shortHash(JSON.stringify(body));
  let messageId = delivery.messageId ?? (await lostMessage(ports, delivery, body, forum, signal));
  if (messageId === null) {
    const quietEnd = await quietHoursEnd(store, delivery, clock.now());
    if (quietEnd !== null) {
      await store.deliveries.postpone(delivery.key, delivery.fence, quietEnd);
      return null;
    }
    messageId = forum
      ? (await postInForum(ports, delivery, body, forum, signal)).id
      : await posted(ports, delivery, body, signal);
  } else if (delivery.shownHash !== bodyHash) {
    await discord.edit(messageChannelId(delivery, messageId, forum), messageId, body, signal);
    if (forum) await renameCorrectedPost(ports, delivery, messageId, signal);
  }
  if (delivery.kind === 'notice' && delivery.key.endsWith(':policy') && !delivery.messageId) {
    await pinned(ports, channelId, messageId, signal);
  }
  return { messageId, hash: bodyHash };
}

async function posted(
  { discord }: Ports,
  { key, generation, channelId, attempts }: Delivery,
  body: MessageBody,
  signal: AbortSignal,
): Promise<string> {
  const message = await discord.post(channelId, body, shortHash(`${key}#${generation}`), signal);
  // The nonce of an earlier try is answered with what that try posted, in the words of then.
  const asThen = attempts > 1 && message.content.trim() !== (body.content ?? '').trim();
  if (asThen) await discord.edit(channelId, message.id, body, signal);
  return message.id;
}

/** Pins a discussion's first message; a thread without the permission does without. */
async function pinned(ports: Ports, channelId: string, messageId: string, signal: AbortSignal) {
  try {
    await ports.discord.pin(channelId, messageId, signal);
  } catch (error) {
    if (signal.aborted || !(error instanceof DiscordRefusal) || error.kind === 'passing')
      throw error;
    ports.log.info({ channelId, code: error.code }, 'notice.not-pinned');
  }
}

async function takeAway(
  ports: Ports,
  delivery: Delivery,
  forum: PostingChannel | null,
  signal: AbortSignal,
) {
  const messageId = delivery.messageId ?? (await lostByKey(ports, delivery, forum, signal));
  if (messageId) {
    const place = messageChannelId(delivery, messageId, forum);
    await ports.discord.delete(place, messageId, removalReason, signal);
  }
  return { messageId: null, hash: null };
}

/** A message posted by an earlier try whose answer was lost, by what it shows. */
async function lostMessage(
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

/** The same for a message that is wanted no more. */
async function lostByKey(
  ports: Ports,
  delivery: Delivery,
  forum: PostingChannel | null,
  signal: AbortSignal,
) {
  if (delivery.attempts <= 1 || delivery.kind === 'removal') return null;
  const body = await messageBody(ports, { ...delivery, removed: true }, forum !== null);
  return body && lostMessage(ports, delivery, body, forum, signal);
}
