import { closingTime, type Discussion, drainForMs, nextState } from '../core/discussion.ts';
import { DiscordRefusal, errorText } from '../core/errors.ts';
import type { Fence, StoredStory } from '../core/ledger.ts';
import type { Snowflake } from '../core/ids.ts';
import type { Subscription } from '../core/feed.ts';
import { dayMs, hourMs, minuteMs, secondMs, type UnixMs } from '../core/time.ts';
import { threadName } from '../render/index.ts';
import { findCommentSource } from '../sources/index.ts';
import { holdBack, saveTransition, type Tended } from './discussion-messages.ts';
import { commentPeriod } from './message-bodies.ts';
import {
  afterLook,
  lookAtComments,
  type Mirroring,
  mirroring,
  saveMirroring,
} from './mirror-comments.ts';
import { alertModerators } from './moderators.ts';
import type { Ports } from './ports.ts';

const leaseMs = 2 * minuteMs;
/** How soon a thread that is being drained is looked at again. */
const drainLookMs = 2 * secondMs;
/** How often, and for how long, a discussion that its publisher closed is asked whether it reopened. */
const reopenLookMs = hourMs;
const reopenLooksForMs = 48 * hourMs;
const refusedLookMs = 5 * minuteMs;

/** The discussion's settled state was changed by another hand meanwhile: the look is void. */
class LeaseLost extends Error {}

/**
 * Looks at one discussion that is due: brings its thread's lock to its state, reads its comments,
 * moves it through its states and stores what follows; `false` when none is due.
 */
export async function tendNextDiscussion(ports: Ports, signal: AbortSignal): Promise<boolean> {
  const { store, clock, log } = ports;
  const claimed = await store.discussions.claimDue(clock.now(), leaseMs);
  if (!claimed) return false;
  const { discussion, fence, storyMessageId } = claimed;
  try {
    await tend(ports, discussion, fence, storyMessageId, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    if (error instanceof LeaseLost) return true;
    log.warn({ discussionId: discussion.id, error: errorText(error) }, 'discussion.refused');
    await settleRefusal(ports, discussion, fence, error);
  }
  return true;
}

async function tend(
  ports: Ports,
  claimed: Discussion,
  fence: Fence,
  storyMessageId: Snowflake,
  signal: AbortSignal,
): Promise<void> {
  const { store, clock } = ports;
  const subscription = await store.feeds.subscription(claimed.subscriptionId);
  const story = await store.feeds.story(claimed.storyId);
  if (!story || claimed.state === 'detached') {
    await store.discussions.settle({ ...claimed, state: 'detached' }, null, fence);
    return;
  }
  const now = clock.now();
  const comments = await store.discussions.comments(claimed.id);
  let discussion = await withThreadAsWanted(ports, claimed, signal);
  discussion = withSource(discussion, subscription, story);

  let mirrored: Mirroring | null = null;
  let massDisappearance = false;
  if (looksAtSource(discussion, now) && discussion.source && subscription) {
    const look = await lookAtComments(ports, discussion.source, story.story, signal);
    discussion = afterLook(discussion, look, subscription.settings.comments.pollEveryMs, now);
    if (look.page) mirrored = mirroring(ports, discussion, comments, look.page);
    massDisappearance = mirrored?.changes.massDisappearance ?? false;
  }
  const period = await commentPeriod(store, discussion);
  const tended: Tended = {
    discussion,
    subscription,
    story,
    comments,
    closesAt: closingTime(discussion, period),
    now,
  };
  const live = mirrored?.live ?? comments.filter(({ state }) => state === 'live').length;
  const next = await moved(ports, tended, live, storyMessageId, signal);
  await store.transaction(async (ledger) => {
    if (mirrored) await saveMirroring(ledger, next, mirrored, now);
    await saveTransition(ledger, claimed, next, tended);
    if (massDisappearance) await holdBack(ledger, next, now);
    const dueAt = nextLook(next, tended);
    if (!(await ledger.discussions.settle(next, dueAt, fence))) throw new LeaseLost();
  });
  if (next.state !== claimed.state) {
    ports.log.info({ discussionId: next.id, from: claimed.state }, `discussion.${next.state}`);
  }
}

/** Brings the thread's lock in Discord to what the stored state wants; repeatable. */
async function withThreadAsWanted(
  { discord }: Ports,
  discussion: Discussion,
  signal: AbortSignal,
): Promise<Discussion> {
  const { threadId, shownLocked } = discussion;
  const locked = wantsLock(discussion);
  if (threadId === null || shownLocked === locked) return discussion;
  const reason = locked ? 'The discussion is closed' : 'The discussion is open again';
  await discord.setThread(threadId, { archived: false, locked }, reason, signal);
  return { ...discussion, shownLocked: locked };
}

/** Locked once closed; a thread that a person locked stays locked while it is being closed. */
function wantsLock({ state, word, shownLocked }: Discussion): boolean {
  return state === 'closed' || (shownLocked && word?.kind === 'closed');
}

function withSource(
  discussion: Discussion,
  subscription: Subscription | null,
  { story }: StoredStory,
): Discussion {
  if (!subscription || discussion.source) return discussion;
  return { ...discussion, source: findCommentSource(story, subscription.settings.comments) };
}

/** A closing discussion is read once more whatever its next poll; a closed one only by its poll. */
function looksAtSource({ state, lastFetched, nextPoll }: Discussion, now: UnixMs): boolean {
  return (state === 'closing' && !lastFetched) || now >= nextPoll;
}

/** The discussion after every transition that is due, its thread opened where one is wanted. */
async function moved(
  ports: Ports,
  tended: Tended,
  live: number,
  storyMessageId: Snowflake,
  signal: AbortSignal,
): Promise<Discussion> {
  const { store, discord } = ports;
  const { subscription, closesAt, now, story } = tended;
  let discussion = tended.discussion;
  const backlog = discussion.threadId ? await store.deliveries.backlog(discussion.threadId) : 0;
  const facts = {
    now,
    closesAt,
    comments: live,
    backlog,
    openAtOnce: subscription?.settings.comments.openThread === 'at-once',
    closingWarningMs: subscription?.settings.closingWarningMs ?? 0,
  };
  if (discussion.state === 'closing' && !discussion.lastFetched) {
    // What this look brought is still to be mirrored before the notice: drained at the next.
    discussion = { ...discussion, lastFetched: true };
    return nextState(discussion, { ...facts, backlog: 1 }) === 'closing'
      ? discussion
      : { ...discussion, state: 'open' };
  }
  const state = nextState(discussion, facts);
  if (state === discussion.state) return discussion;
  discussion = { ...discussion, state };
  if (state === 'open' && discussion.threadId === null) {
    const name = threadName(story.story);
    const { channelId } = discussion;
    const threadId = await discord.openThread(channelId, storyMessageId, name, signal);
    discussion = { ...discussion, threadId };
  }
  if (state === 'closing') {
    discussion = { ...discussion, drainUntil: now + drainForMs, lastFetched: false };
  }
  if (state === 'closed' && discussion.publisherClosedAt !== null) {
    discussion = { ...discussion, nextPoll: now + reopenLookMs };
  }
  return discussion;
}

/** When the discussion is to be looked at again; `null` when only a person can change it. */
function nextLook(
  discussion: Discussion,
  { closesAt, subscription, story, now }: Tended,
): UnixMs | null {
  const { state, threadId, nextPoll, publisherClosedAt } = discussion;
  const lockDiffers = threadId !== null && discussion.shownLocked !== wantsLock(discussion);
  if (lockDiffers) return now;
  const pageMayTell = story.enrichAt !== null && state === 'waiting';
  const poll = discussion.source ? nextPoll : pageMayTell ? now + minuteMs : Infinity;
  switch (state) {
    case 'waiting':
      return earliest(poll, closesAt);
    case 'open':
    case 'closing-soon': {
      const warnAt =
        closesAt === null ? null : closesAt - (subscription?.settings.closingWarningMs ?? 0);
      return earliest(poll, closesAt, warnAt !== null && warnAt > now ? warnAt : null);
    }
    case 'closing':
      return discussion.lastFetched ? now + drainLookMs : now;
    case 'closed': {
      const mayReopen = publisherClosedAt !== null && now - publisherClosedAt < reopenLooksForMs;
      return mayReopen && discussion.word === null ? earliest(poll) : null;
    }
    case 'detached':
      return null;
    default:
      return state satisfies never;
  }
}

function earliest(...instants: (UnixMs | null)[]): UnixMs | null {
  const first = Math.min(...instants.map((at) => at ?? Infinity));
  return Number.isFinite(first) ? first : null;
}

/** Discord refused: the look is tried again later, and the moderators are told what to do. */
async function settleRefusal(
  { store, clock }: Ports,
  discussion: Discussion,
  fence: Fence,
  error: unknown,
): Promise<void> {
  const now = clock.now();
  const kind = error instanceof DiscordRefusal ? error.kind : 'passing';
  const { guildId, channelId, threadId } = discussion;
  const lost = error instanceof DiscordRefusal && error.code === 10003 && threadId !== null;
  const storyGone = kind === 'gone' || (kind === 'message' && threadId === null);
  const next: Discussion =
    lost || storyGone
      ? { ...discussion, state: 'detached' }
      : { ...discussion, lastError: errorText(error), pollErrors: discussion.pollErrors + 1 };
  const backoff =
    kind === 'passing' ? secondMs * 2 ** Math.min(discussion.pollErrors, 8) : refusedLookMs;
  await store.transaction(async (ledger) => {
    if (lost) await ledger.deliveries.dropChannel(threadId);
    await ledger.discussions.settle(next, next.state === 'detached' ? null : now + backoff, fence);
    if (kind !== 'channel' && kind !== 'thread-cap') return;
    const remedy =
      kind === 'thread-cap'
        ? 'The server has too many active threads: archive some.'
        : 'Give Wirethread Create Public Threads, Send Messages in Threads and Manage Threads there.';
    const text = `The discussion of a story in <#${channelId}> could not be tended: ${errorText(error)}. ${remedy}`;
    await alertModerators(
      ledger,
      guildId,
      `discussion:${channelId}:${kind}:${Math.floor(now / dayMs)}`,
      text,
      now,
    );
  });
}
