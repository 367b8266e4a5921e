import type { PostingChannel } from '../../core/delivery/channel.ts';
import type { OpenDelivery } from '../../core/delivery/delivery.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import { DiscordRefusal } from '../../core/errors.ts';
import { kindRules } from '../../core/delivery/subject.ts';
import { quietUntil } from '../../core/feed/quiet-hours.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { ClaimedChannel } from '../../core/ports/delivery-ledger.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { hourMs, minuteMs, secondMs, type UnixMs } from '../../core/time/duration.ts';
import { markFor, withMark } from '../../render/index.ts';
import { shortHash } from '../../text/hash.ts';
import { inArchivedThread, inLockedThread } from '../channels/archived-thread.ts';
import { renameCorrected } from '../channels/corrected-name.ts';
import { forumOf, messageChannelId, postInForum } from '../channels/forum-post.ts';
import { refreshReplies } from '../outbox/comment-messages.ts';
import { refreshCards, refreshPrivateOnCard } from '../outbox/moderators.ts';
import { linkPing } from '../outbox/pings.ts';
import type { Ports } from '../ports.ts';
import { type Attempt, endAttempt, holdsChannel, type NextStep } from './attempt.ts';
import { lostMessage } from './lost-message.ts';
import type { Draft } from './draft.ts';
import { messageDraft, placeOf } from './message-draft.ts';
import { editPosted, isThreadShut, isUneditable, type Posted, postPersona } from './personas.ts';
import { deleteMessage, replace } from './remove-message.ts';
import { handleRefusal } from './refused-delivery.ts';
import { timeOut } from './time-out.ts';

/** Longer than {@link runForMs} and one more call to Discord, which takes 15 s at most. */
const leaseMs = minuteMs;
const runLength = 10;
/** No new delivery begins this late in a lease. */
const runForMs = 40 * secondMs;

/**
 * Posts, edits and deletes the due messages of one channel, in order; `false` when nothing is due.
 * `claimed` is called when something is. A channel that Discord refuses is paused, which does not affect
 * other channels.
 */
export async function deliverNext(
  ports: Ports,
  signal: AbortSignal,
  claimed: () => void = () => {},
): Promise<boolean> {
  const begunAt = ports.clock.now();
  const channel = await ports.store.deliveries.claimChannel(begunAt, leaseMs, runLength);
  if (!channel) return false;
  claimed();
  if ((await sendRun(ports, channel, begunAt, signal)) === 'released') return true;
  await ports.store.deliveries.releaseChannel(channel, ports.clock.now());
  return true;
}

/** Whether the last attempt released the channel. */
async function sendRun(
  ports: Ports,
  channel: ClaimedChannel,
  begunAt: UnixMs,
  signal: AbortSignal,
): Promise<NextStep> {
  const { store, clock } = ports;
  for (const [index, { key }] of channel.run.entries()) {
    const now = clock.now();
    if (signal.aborted || now - begunAt > runForMs) return 'continue';
    const delivery = await store.deliveries.begin(channel, key, now);
    if (!delivery) continue;
    const isLast = index === channel.run.length - 1;
    const { channelId } = channel;
    const attempt: Attempt = { ports, lease: channel, delivery, channelId, isLast, signal };
    if ((await deliver(attempt)) === 'released') return 'released';
  }
  return 'continue';
}

async function deliver(attempt: Attempt): Promise<NextStep> {
  const { ports, delivery, signal } = attempt;
  try {
    if (delivery.subject.kind === 'timeout') return await timeOut(attempt, delivery.subject);
    if (kindRules[delivery.subject.kind].isPrivate) {
      attempt.channelId = await ports.discord.privateChannel(delivery.channelId, signal);
    }
    return delivery.wanted === 'removed' ? await deleteMessage(attempt) : await postOrEdit(attempt);
  } catch (error) {
    if (!signal.aborted) return handleRefusal(attempt, error);
    const { notBefore } = delivery;
    return endAttempt(attempt, ports.store, { kind: 'later', notBefore, error: null }, 'stop-run');
  }
}

async function postOrEdit(attempt: Attempt): Promise<NextStep> {
  const { ports, delivery, signal } = attempt;
  const forum = await forumOf(ports, delivery, signal);
  const found = delivery.message ? null : await lostMessage(attempt, forum);
  if (found) attempt.delivery = { ...delivery, message: { ...found, hash: null } };
  const draft = await messageDraft(ports.store, attempt.delivery, placeOf(attempt, forum));
  if (!draft) return deleteMessage(attempt);
  const { message } = attempt.delivery;
  const hash = shortHash(JSON.stringify(draft.body));
  if (message) {
    if (draft.isOutOfOrder) return replace(attempt, message);
    // An edit of an earlier attempt, whose answer was lost, may have given it another body.
    const isAsKnown = (delivery.attempts?.count ?? 1) <= 1;
    try {
      if (message.hash !== hash || !isAsKnown) await edit(attempt, draft, message, forum);
    } catch (error) {
      const isReplaced = draft.isReplaceable !== false && isUneditable(error);
      if (message.webhookId === undefined || !isReplaced) throw error;
      return replace(attempt, message);
    }
    return settle(attempt, draft, { ...message, hash }, message.hash === null);
  }
  const quietEnd = draft.subscription
    ? quietUntil(draft.subscription.settings.quietHours, ports.clock.now())
    : null;
  if (quietEnd !== null) {
    const ending = { kind: 'postponed', notBefore: quietEnd } as const;
    return endAttempt(attempt, ports.store, ending, 'continue');
  }
  if (!(await holdsChannel(attempt))) return 'released';
  if (draft.persona) {
    const body = withMark(draft.body, markFor(delivery));
    const posted = await postPersona(attempt, draft.persona, body);
    if (posted) return settle(attempt, draft, { ...posted, hash }, true);
    attempt.asBot = true;
    return postOrEdit(attempt);
  }
  const id = forum
    ? (await postInForum(ports, delivery, draft, markFor(delivery), forum, signal)).id
    : await post(attempt, withMark(draft.body, markFor(delivery)));
  return settle(attempt, draft, { id, hash }, true);
}

/** Saves that Discord has the message; `isNew` ones may have to be pinned first. */
async function settle(
  attempt: Attempt,
  draft: Draft,
  message: Posted & { hash: string },
  isNew: boolean,
): Promise<NextStep> {
  const { ports, delivery } = attempt;
  const { key, subject, revision } = delivery;
  const isPinned = subject.kind === 'notice' && subject.notice === 'policy';
  if (isNew && isPinned) await pin(attempt, message.id);
  const { kind } = subject;
  const delayMs = isNew ? delayOf(draft, ports.clock.now()) : null;
  ports.log.debug({ key, kind, isNew, delayMs, ...message }, 'delivery.shown');
  const ending = { kind: 'shown', revision, message } as const;
  const postedAfter = isNew ? (draft.postedAfter ?? []) : [];
  const end = (ledger: Pick<Ledger, 'deliveries'>) =>
    endAttempt(attempt, ledger, ending, 'continue');
  const next = await (postedAfter.length === 0
    ? end(ports.store)
    : ports.store.transaction(async (ledger) => {
        await ledger.deliveries.refresh(postedAfter, ports.clock.now());
        return end(ledger);
      }));
  if (isNew && delivery.generation > 0) await linkAgain(ports, delivery);
  if (isNew) await showElsewhere(ports, delivery);
  return next;
}

/** From a story's publication; `null` for other messages, and for stories an hour old when first seen. */
function delayOf({ story }: Draft, now: UnixMs): number | null {
  const publishedAt = story?.story.publishedAt ?? null;
  if (!story || publishedAt === null || story.firstSeenAt - publishedAt > hourMs) return null;
  return Math.max(0, now - publishedAt);
}

/** The card of a case says that the member was notified of the ruling; a ping links to a card. */
async function showElsewhere({ store, clock }: Ports, delivery: OpenDelivery): Promise<void> {
  const { kind } = delivery.subject;
  if (kind !== 'private' && kind !== 'card') return;
  await store.transaction(async (ledger) => {
    await refreshPrivateOnCard(ledger, delivery, clock.now());
    await linkPing(ledger, delivery, clock.now());
  });
}

/** A comment that was posted again can be viewed again, from its cases' cards and from its replies. */
async function linkAgain({ store, clock }: Ports, delivery: OpenDelivery): Promise<void> {
  const { subject, guildId, key } = delivery;
  if (subject.kind !== 'comment' && subject.kind !== 'pack') return;
  await store.transaction(async (ledger) => {
    const comments =
      subject.kind === 'pack'
        ? await ledger.discussions.listPack(key)
        : [await ledger.discussions.getComment(subject.commentKey)];
    for (const comment of comments) {
      if (!comment) continue;
      await refreshCards(ledger, guildId, comment.origin, clock.now());
      await refreshReplies(ledger, [comment], clock.now());
    }
  });
}

async function edit(
  attempt: Attempt,
  draft: Draft,
  posted: Posted,
  forum: PostingChannel | null,
): Promise<void> {
  const { ports, delivery, signal } = attempt;
  const channelId = messageChannelId(attempt, posted.id, forum);
  const body = withMark(draft.body, markFor(delivery));
  const work = () => editPosted(ports, channelId, posted, body, signal);
  try {
    await work();
  } catch (error) {
    if (signal.aborted) throw error;
    const reason = 'An edit is due';
    // Only a member with Manage Threads edits in a locked thread, and a webhook is none.
    const byWebhook = posted.webhookId !== undefined && isThreadShut(error);
    if (!byWebhook || !(await inLockedThread(ports, channelId, reason, work, signal))) {
      if (!(await isClosedThread(ports, channelId, error, signal))) throw error;
      await inArchivedThread(ports, channelId, reason, work, signal);
    }
  }
  const threadId = forum ? posted.id : draft.threadId;
  if (threadId !== null) await renameCorrected(ports, draft, threadId, signal);
}

/** Whether an edit was refused because its thread is archived and locked: it stays so. */
async function isClosedThread(
  { discord }: Ports,
  threadId: Snowflake,
  error: unknown,
  signal: AbortSignal,
): Promise<boolean> {
  if (!(error instanceof DiscordRefusal) || error.kind !== 'archived') return false;
  return (await discord.threadState(threadId, signal))?.locked ?? false;
}

async function post(
  { ports, delivery, channelId, signal }: Attempt,
  body: MessageBody,
): Promise<string> {
  const { key, generation, attempts } = delivery;
  const nonce = shortHash(`${key}#${generation}`);
  const message = await ports.discord.post(channelId, body, nonce, signal);
  // With the nonce of an earlier attempt, Discord answers with the message that it posted then.
  const isSame = body.content !== undefined && message.content.trim() === body.content.trim();
  const isOutdated = (attempts?.count ?? 1) > 1 && !isSame;
  if (isOutdated) await ports.discord.edit(channelId, message.id, body, signal);
  return message.id;
}

/** Pins a thread's first message. Without the permission the message stays unpinned. */
async function pin({ ports, delivery, signal }: Attempt, messageId: string): Promise<void> {
  const { channelId } = delivery;
  try {
    await ports.discord.pin(channelId, messageId, signal);
  } catch (error) {
    if (signal.aborted || !(error instanceof DiscordRefusal) || error.kind === 'passing') {
      throw error;
    }
    ports.log.info({ channelId, code: error.code }, 'notice.not-pinned');
  }
}
