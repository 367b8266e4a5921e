import {
  closingTime,
  type Discussion,
  drainForMs,
  nextState,
} from '../../core/discussion/discussion.ts';
import { DiscordRefusal, errorText } from '../../core/errors.ts';
import type { CommentPage } from '../../core/discussion/comment.ts';
import type { Fence } from '../../core/ports/fence.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Subscription } from '../../core/feed/subscription.ts';
import { dayMs, hourMs, minuteMs, secondMs, type UnixMs } from '../../core/time/duration.ts';
import { threadName } from '../../render/index.ts';
import { findCommentSource } from '../../sources/index.ts';
import { alertMassDisappearance, saveTransition } from './transition-messages.ts';
import { dropThreadMessages } from './detached-messages.ts';
import type { DiscussionContext } from './discussion-context.ts';
import { commentPeriod, languageOf } from '../outbox/subscription-settings.ts';
import {
  afterFetch,
  fetchComments,
  liveCountAfter,
  liveCount,
  commentUpdate,
  saveCommentUpdate,
  vanishedSince,
} from './mirror-comments.ts';
import { alertModerators } from '../outbox/moderators.ts';
import { awaitsFirstComments, nextUpdate, reopenCheckMs, shouldBeLocked } from './next-update.ts';
import type { Ports } from '../ports.ts';
import { voidCases } from '../moderation/rule-case.ts';
import { forumOf } from '../channels/forum-post.ts';
import { archiveIdleThread } from '../channels/thread-cap.ts';

const leaseMs = 2 * minuteMs;
const refusedLookMs = 5 * minuteMs;
/** How soon a thread is tried again for which another gave way. */
const roomLookMs = secondMs;

/** The discussion's settled state was changed by another hand meanwhile: the look is void. */
class LeaseLost extends Error {}

/**
 * Looks at one discussion that is due: brings its thread's lock to its state, reads its comments,
 * moves it through its states and stores what follows; `false` when none is due.
 */
export async function updateNextDiscussion(ports: Ports, signal: AbortSignal): Promise<boolean> {
  const { store, clock, log } = ports;
  const claimed = await store.discussions.claimDue(clock.now(), leaseMs);
  if (!claimed) return false;
  const { discussion, fence, storyMessageId } = claimed;
  try {
    await tend(ports, discussion, fence, storyMessageId, signal);
  } catch (error) {
    if (signal.aborted) {
      await store.discussions.settle(discussion, clock.now(), fence);
      throw error;
    }
    if (error instanceof LeaseLost) return true;
    log.warn({ discussionId: discussion.id, error: errorText(error) }, 'discussion.refused');
    const kind = error instanceof DiscordRefusal ? error.kind : 'passing';
    if (kind === 'thread-cap' && (await archiveIdleThread(ports, discussion, signal))) {
      await store.discussions.settle(discussion, clock.now() + roomLookMs, fence);
      return true;
    }
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
  const subscription = await store.feeds.getSubscription(claimed.subscriptionId);
  const story = await store.feeds.getStory(claimed.storyId);
  if (!story || claimed.state === 'detached') {
    await store.discussions.settle({ ...claimed, state: 'detached' }, null, fence);
    return;
  }
  const now = clock.now();
  const comments = await store.discussions.listComments(claimed.id);
  let discussion = await withThreadAsWanted(ports, claimed, signal);
  discussion = withSource(discussion, subscription, story);

  let page: CommentPage | null = null;
  if (looksAtSource(discussion, now) && discussion.source && subscription) {
    const look = await fetchComments(ports, discussion.source, story.story, signal);
    discussion = afterFetch(discussion, look, subscription.settings.comments.pollEveryMs, now);
    page = look.page;
  }
  const period = await commentPeriod(store, discussion);
  const tended: DiscussionContext = {
    discussion,
    subscription,
    story,
    comments,
    closesAt: closingTime(discussion, period),
    now,
  };
  const live = page ? liveCountAfter(comments, page) : liveCount(comments);
  let next = await moved(ports, tended, live, storyMessageId, signal);
  await store.transaction(async (ledger) => {
    if (page) {
      // Compared anew with what is stored by now: a ruling may have come while the page was read.
      const mirrored = commentUpdate(
        ports,
        next,
        await ledger.discussions.listComments(next.id),
        page,
      );
      const gone = await saveCommentUpdate(ledger, next, mirrored, now);
      await voidCases(ledger, next.guildId, gone, ports.discord.botId(), now);
      const since = vanishedSince(next.vanishedSince, mirrored.changes, page, now);
      next = { ...next, vanishedSince: since };
      if (since !== null) await alertMassDisappearance(ledger, next, now);
    }
    await saveTransition(ledger, claimed, next, tended);
    const dueAt = nextUpdate(next, tended);
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
  const locked = shouldBeLocked(discussion);
  if (threadId === null || shownLocked === locked) return discussion;
  const reason = locked ? 'The discussion is closed' : 'The discussion is open again';
  await discord.setThread(threadId, { archived: false, locked }, reason, signal);
  return { ...discussion, shownLocked: locked };
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
  tended: DiscussionContext,
  live: number,
  storyMessageId: Snowflake,
  signal: AbortSignal,
): Promise<Discussion> {
  const { store, discord } = ports;
  const { subscription, closesAt, now, story } = tended;
  let discussion = tended.discussion;
  const backlog = discussion.threadId ? await store.deliveries.countOpen(discussion.threadId) : 0;
  const facts = {
    now,
    closesAt: awaitsFirstComments(discussion, tended) ? null : closesAt,
    comments: live,
    backlog,
    openAtOnce: subscription?.settings.comments.openThread === 'at-once',
    closingWarningMs: subscription?.settings.closingWarningMs ?? 0,
  };
  if (discussion.state === 'closing' && !discussion.lastFetched) {
    // What this look brought is still to be mirrored before the notice: drained at the next.
    discussion = { ...discussion, lastFetched: true };
    const reopens = nextState(discussion, facts) === 'open';
    return reopens ? { ...discussion, state: 'open' } : discussion;
  }
  const state = nextState(discussion, facts);
  if (state === discussion.state) return discussion;
  // Reopened: what was written meanwhile is read at the next look.
  if (discussion.state === 'closed') discussion = { ...discussion, nextPoll: now };
  discussion = { ...discussion, state };
  if (state === 'open' && discussion.threadId === null) {
    const name = threadName(story.story, await languageOf(store, discussion));
    const { channelId } = discussion;
    const threadId = await discord.openThread(channelId, storyMessageId, name, signal);
    discussion = { ...discussion, threadId };
  }
  if (state === 'closing') {
    discussion = { ...discussion, drainUntil: now + drainForMs, lastFetched: false };
  }
  if (state === 'closed') {
    // A forum's post is open to its readers before there is any comment: it is to be locked too.
    const post = { kind: 'story', channelId: discussion.channelId } as const;
    const inForum = discussion.threadId === null && (await forumOf(ports, post, signal)) !== null;
    const threadId = inForum ? storyMessageId : discussion.threadId;
    discussion = { ...discussion, threadId, nextPoll: now + reopenCheckMs };
  }
  return discussion;
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
  const lost = error instanceof DiscordRefusal && error.code === 10003;
  const storyGone = kind === 'gone' || (kind === 'message' && threadId === null);
  const next: Discussion =
    lost || storyGone
      ? { ...discussion, state: 'detached' }
      : { ...discussion, lastError: errorText(error), pollErrors: discussion.pollErrors + 1 };
  const passing = kind === 'passing';
  const longer = 2 ** Math.min(discussion.pollErrors, passing ? 8 : 2);
  const waitMs = error instanceof DiscordRefusal ? error.retryAfterMs : null;
  const backoff = waitMs ?? Math.min(hourMs, (passing ? secondMs : refusedLookMs) * longer);
  await store.transaction(async (ledger) => {
    if (lost) await dropThreadMessages(ledger, discussion);
    await ledger.discussions.settle(next, next.state === 'detached' ? null : now + backoff, fence);
    if (lost || (kind !== 'channel' && kind !== 'thread-cap')) return;
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
