import type { Delivery } from '../core/delivery.ts';
import { DiscordRefusal, errorText } from '../core/errors.ts';
import { neededPermissions, permissionWords } from '../core/permissions.ts';
import type { MessageBody } from '../core/ports.ts';
import { hourMs, minuteMs, secondMs } from '../core/time.ts';
import { fingerprint } from '../render/index.ts';
import { messageBody } from './message-bodies.ts';
import { alertModerators } from './moderators.ts';
import type { Ports } from './ports.ts';
import { quietEndFor } from './quiet-posts.ts';
import { detachThread } from './observe.ts';

/** Longer than a run's calls with their time-outs (15 s each) are let take. */
const leaseMs = minuteMs;
const runLength = 10;
/** No new call is begun this late in a lease. */
const runForMs = 40 * secondMs;
/** Clocks of two machines may differ by so much when a lost answer is looked for. */
const clockSkewMs = minuteMs;
/** Discord's code for a permission that the bot lacks. */
const missingPermissions = 50013;
/** The same for a channel or thread that is no more. */
const unknownChannel = 10003;
const removalReason = 'Removed at the source, or by a moderator';

type Outcome = 'shown' | 'stop-run';

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

async function deliver(ports: Ports, delivery: Delivery, signal: AbortSignal): Promise<Outcome> {
  const { store, log } = ports;
  try {
    const body = delivery.gone ? null : await messageBody(ports, delivery);
    const shown = body
      ? await show(ports, delivery, body, signal)
      : await takeAway(ports, delivery, signal);
    if (shown === null) return 'shown';
    await store.deliveries.confirm(delivery.key, delivery.fence, {
      revision: delivery.wantedRevision,
      ...shown,
    });
    await store.deliveries.resume(delivery.channelId);
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
    return settleRefusal(ports, delivery, error, signal);
  }
}

/**
 * Steps three and four of the delivery protocol: look for a lost answer first, then post; `null`
 * when quiet hours put the post off.
 */
async function show(ports: Ports, delivery: Delivery, body: MessageBody, signal: AbortSignal) {
  const { store, discord, clock, hash } = ports;
  const { channelId } = delivery;
  const bodyHash = hash(JSON.stringify(body));
  let messageId = delivery.messageId ?? (await lostMessage(ports, delivery, body, signal));
  if (messageId === null) {
    const quietEnd = await quietEndFor(store, delivery, clock.now());
    if (quietEnd !== null) {
      await store.deliveries.putOff(delivery.key, delivery.fence, quietEnd);
      return null;
    }
    const nonce = hash(`${delivery.key}#${delivery.incarnation}`);
    const posted = await discord.post(channelId, body, nonce, signal);
    messageId = posted.id;
    // The nonce of an earlier try is answered with what that try posted, in the words of then.
    const asThen = delivery.tries > 1 && posted.content.trim() !== (body.content ?? '').trim();
    if (asThen) await discord.edit(channelId, messageId, body, signal);
  } else if (delivery.shownHash !== bodyHash) {
    await discord.edit(channelId, messageId, body, signal);
  }
  if (delivery.kind === 'notice' && delivery.key.endsWith(':policy') && !delivery.messageId) {
    await pinned(ports, channelId, messageId, signal);
  }
  return { messageId, hash: bodyHash };
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

async function takeAway(ports: Ports, delivery: Delivery, signal: AbortSignal) {
  const messageId = delivery.messageId ?? (await lostByKey(ports, delivery, signal));
  if (messageId) await ports.discord.delete(delivery.channelId, messageId, removalReason, signal);
  return { messageId: null, hash: null };
}

/** A message posted by an earlier try whose answer was lost, by what it shows. */
async function lostMessage(
  ports: Ports,
  delivery: Delivery,
  body: MessageBody,
  signal: AbortSignal,
): Promise<string | null> {
  if (delivery.tries <= 1 || delivery.firstTriedAt === null) return null;
  const since = delivery.firstTriedAt - clockSkewMs;
  const own = await ports.discord.ownMessagesSince(delivery.channelId, since, signal);
  const wanted = fingerprint({ content: '', embeds: [], components: [], ...body });
  for (const message of own) {
    if (fingerprint(message) !== wanted) continue;
    if (!(await ports.store.deliveries.byMessage(message.id))) return message.id;
  }
  return null;
}

/** The same for a message that is wanted no more. */
async function lostByKey(ports: Ports, delivery: Delivery, signal: AbortSignal) {
  if (delivery.tries <= 1 || delivery.kind === 'removal') return null;
  const body = await messageBody(ports, { ...delivery, gone: true });
  return body && lostMessage(ports, delivery, body, signal);
}

async function settleRefusal(
  ports: Ports,
  delivery: Delivery,
  error: unknown,
  signal: AbortSignal,
): Promise<Outcome> {
  const { store, clock, log } = ports;
  const { key, fence, channelId, tries } = delivery;
  const kind = error instanceof DiscordRefusal ? error.kind : 'passing';
  const code = error instanceof DiscordRefusal ? error.code : 0;
  log.warn({ key, channelId, kind, code, tries, error: errorText(error) }, 'delivery.refused');
  const again = (inMs: number, untried = false) =>
    store.deliveries.release(key, fence, {
      notBefore: clock.now() + inMs,
      error: errorText(error),
      untried,
    });
  const backoffMs = Math.min(10 * minuteMs, secondMs * 2 ** Math.min(tries, 10));
  switch (kind) {
    case 'channel':
      if (delivery.kind === 'removal' && code === missingPermissions) {
        await again(hourMs);
        await tellNotRemoved(ports, delivery, errorText(error));
        return 'shown';
      }
      if (code === unknownChannel && (await detachThread(store, channelId, clock.now())))
        return 'stop-run';
      await again(0);
      await pauseChannel(ports, delivery, errorText(error), code === unknownChannel);
      return 'stop-run';
    case 'gone':
      await store.deliveries.giveUp(key, fence, 'the message was deleted in Discord');
      return 'shown';
    case 'message':
      await giveUp(ports, delivery, errorText(error));
      return 'shown';
    case 'archived':
      await again((await unarchived(ports, channelId, signal)) && tries <= 1 ? 0 : backoffMs);
      return 'stop-run';
    case 'thread-cap':
    case 'passing': {
      const waitMs = error instanceof DiscordRefusal ? error.retryAfterMs : null;
      // Nothing was sent; had an answer been lost before, the nonce would still know.
      await again(waitMs ?? backoffMs, waitMs !== null && waitMs <= minuteMs);
      return 'stop-run';
    }
    default:
      return kind satisfies never;
  }
}

/** Opens an archived thread for an edit; `false` when Discord does not let it. */
async function unarchived(
  { discord, log }: Ports,
  threadId: string,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await discord.setThread(threadId, { archived: false }, 'An edit is due', signal);
    return true;
  } catch (error) {
    if (!signal.aborted) {
      log.warn({ threadId, error: errorText(error) }, 'thread.not-unarchived');
    }
    return false;
  }
}

/** A member's message stands for want of one permission, which nothing else in the channel needs. */
async function tellNotRemoved(ports: Ports, delivery: Delivery, error: string): Promise<void> {
  const { guildId, channelId, key } = delivery;
  const text = `A message in <#${channelId}> that was ruled to be removed still stands: ${error}. Give Wirethread Manage Messages there, or delete it by hand. It is tried again every hour.`;
  await ports.store.transaction((ledger) =>
    alertModerators(ledger, guildId, `not-removed:${key}`, text, ports.clock.now()),
  );
}

async function giveUp(ports: Ports, delivery: Delivery, error: string): Promise<void> {
  const { guildId, channelId, key, kind, fence } = delivery;
  const now = ports.clock.now();
  await ports.store.transaction(async (ledger) => {
    await ledger.deliveries.giveUp(key, fence, error);
    if (kind === 'alert') return;
    const what = kind === 'left-out' ? 'notice' : kind;
    const text = `Discord refused a ${what} in <#${channelId}>: ${error}. It is left out; the rest goes on. Check the channel's AutoMod rules, and \`/feed test\` for what the feed gives.`;
    await alertModerators(ledger, guildId, `refused:${key}`, text, now);
  });
}

/** Nothing is sent to the channel for a while; the work is kept and the moderators told once. */
async function pauseChannel(
  ports: Ports,
  { guildId, channelId }: Delivery,
  reason: string,
  wasDeleted: boolean,
): Promise<void> {
  const now = ports.clock.now();
  const remedy = wasDeleted
    ? 'It was deleted, it seems: take its feeds out with `/feed remove`, or choose another moderators’ channel with `/settings set`.'
    : `Give Wirethread ${permissionWords(neededPermissions)} there. What waits is kept and follows by itself.`;
  await ports.store.transaction(async (ledger) => {
    const before = await ledger.deliveries.paused(channelId);
    const tries = (before?.tries ?? 0) + 1;
    const until = now + Math.min(hourMs, 2 ** Math.min(tries, 6) * minuteMs);
    const since = before?.since ?? now;
    await ledger.deliveries.pause({ channelId, guildId, reason, since, until, tries });
    const text = `Nothing can be posted in <#${channelId}>: ${reason}. ${remedy}`;
    await alertModerators(ledger, guildId, `paused:${channelId}:${since}`, text, now);
  });
  ports.log.warn({ guildId, channelId }, 'channel.paused');
}
