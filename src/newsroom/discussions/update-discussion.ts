import type { DiscordMessage } from '../../core/delivery/message-body.ts';
import type { StoredComment } from '../../core/discussion/stored-comment.ts';
import type { CommentPage } from '../../core/discussion/comment.ts';
import { afterAway, closingTime, type Discussion } from '../../core/discussion/discussion.ts';
import { withOtherLinks } from '../../core/discussion/other-links.ts';
import { errorText } from '../../core/errors.ts';
import type { Subscription } from '../../core/feed/subscription.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Fence } from '../../core/ports/fence.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import { minuteMs, type UnixMs } from '../../core/time/duration.ts';
import { saveEditedTexts } from '../moderation/edited-text.ts';
import { markGoneAtPublisher, watchUntil } from '../moderation/publisher-report.ts';
import { voidCases } from '../moderation/rule-case.ts';
import { commentPeriod } from '../outbox/subscription-settings.ts';
import type { Ports } from '../ports.ts';
import { detachDiscussion } from './detach-discussion.ts';
import type { DiscussionContext } from './discussion-context.ts';
import { withSource } from './find-source.ts';
import {
  commentUpdate,
  type CommentUpdate,
  liveCount,
  liveCountAfter,
  saveCommentUpdate,
  vanishedSince,
} from './mirror-comments.ts';
import { nextTransition } from './next-transition.ts';
import { nextUpdate } from './next-update.ts';
import { withPackedBacklog } from './packed-backlog.ts';
import { type PreparedComments, prepareComments } from './prepare-comments.ts';
import { threadSinceBackup } from './posted-since-backup.ts';
import { readDiscussion } from './read-discussion.ts';
import { handleRefusedUpdate } from './refused-update.ts';
import { beginRead } from './slow-sites.ts';
import { auditSlowModeEnd, updateSlowMode } from './slow-mode.ts';
import { updateThreadLock } from './thread-lock.ts';
import { alertMassDisappearance, saveTransition } from './transition-messages.ts';

const leaseMs = 2 * minuteMs;

/** The discussion was changed by someone else during the update: nothing of the update is stored. */
class LeaseLost extends Error {}

/**
 * Updates one discussion that is due: locks or unlocks its thread, fetches its comments, moves it
 * to its next state and saves the messages to post. `false` when none is due; `claimed` is called when
 * one is.
 */
export async function updateNextDiscussion(
  ports: Ports,
  signal: AbortSignal,
  claimed: () => void = () => {},
): Promise<boolean> {
  const { store, clock, log } = ports;
  const now = clock.now();
  const due = await store.discussions.claimDue(now, leaseMs);
  if (!due) return false;
  claimed();
  const { fence, storyMessageId } = due;
  const discussion = afterAway(due.discussion, now - due.dueAt);
  try {
    await updateDiscussion(ports, discussion, fence, storyMessageId, signal);
  } catch (error) {
    if (signal.aborted) {
      await store.discussions.settle(discussion, clock.now(), fence);
      throw error;
    }
    if (error instanceof LeaseLost) return true;
    log.warn({ discussionId: discussion.id, error: errorText(error) }, 'discussion.refused');
    await handleRefusedUpdate(ports, discussion, fence, error, signal);
  }
  return true;
}

async function updateDiscussion(
  ports: Ports,
  claimed: Discussion,
  fence: Fence,
  storyMessageId: Snowflake,
  signal: AbortSignal,
): Promise<void> {
  const { store, log } = ports;
  const subscription = await store.feeds.getSubscription(claimed.subscriptionId);
  const story = await store.feeds.getStory(claimed.storyId);
  if (claimed.state === 'detached' || claimed.state === 'expired') {
    await store.discussions.settle(claimed, null, fence);
    return;
  }
  if (!story) {
    const now = ports.clock.now();
    await store.transaction((ledger) => detachDiscussion(ledger, claimed.id, 'story deleted', now));
    return;
  }
  const isRead = isFetchDue(claimed, ports.clock.now());
  const read = isRead ? beginRead(ports, siteOf(claimed, story)) : { end() {} };
  if ('backAt' in read) {
    await store.discussions.settle(claimed, read.backAt, fence);
    return;
  }
  const fetched = fetchedContext(ports, claimed, subscription, story, signal);
  const { context, page } = await fetched.finally(read.end);
  const { comments } = context;
  const prepared = page && (await prepareComments(ports, context, comments, page, signal));
  const update =
    page && prepared && commentUpdate(context, comments, page, ports.clock.now(), prepared);
  const live = update
    ? await liveCountAfter(store, context.discussion, comments, update)
    : liveCount(comments);
  // Before a first page is saved, nothing is known of how many comments there are.
  const isFirstLook = claimed.total === null;
  const next = await nextTransition(ports, context, live, storyMessageId, signal);
  const sinceBackup = await threadSinceBackup(ports, next, signal);
  await store.transaction(async (ledger) => {
    const saved =
      page && prepared && update
        ? await savePage(
            ports,
            ledger,
            { ...context, discussion: next },
            { page, prepared, update, isFirstLook, sinceBackup },
          )
        : next;
    await saveTransition(ledger, claimed, saved, context);
    await auditSlowModeEnd(ledger, claimed, saved, context.now);
    const dueAt = nextUpdate(saved, context);
    if (!(await ledger.discussions.settle(saved, dueAt, fence))) throw new LeaseLost();
  });
  if (next.state !== claimed.state) {
    log.info({ discussionId: next.id, from: claimed.state }, `discussion.${next.state}`);
  }
}

/** The host of a discussion's comments, as far as it is known before they are read. */
function siteOf({ validators }: Discussion, { story }: StoredStory): string {
  const address = Object.keys(validators)[0] ?? story.commentLinks.page ?? story.url ?? '';
  return URL.canParse(address) ? new URL(address).hostname : '';
}

/** Sets the thread's lock and slow mode, then fetches the comments when they are due. */
async function fetchedContext(
  ports: Ports,
  claimed: Discussion,
  subscription: Subscription | null,
  story: StoredStory,
  signal: AbortSignal,
): Promise<{ context: DiscussionContext; page: CommentPage | null }> {
  const { store, clock } = ports;
  const now = clock.now();
  const comments = await store.discussions.listComments(claimed.id);
  const locked = await updateThreadLock(ports, claimed, signal);
  let discussion = await updateSlowMode(ports, locked, signal);
  let page: CommentPage | null = null;
  if (isFetchDue(discussion, now) && subscription) {
    const settings = subscription.settings.comments;
    const commented = withOtherLinks(story.story, discussion);
    discussion = await withSource(ports, discussion, commented, settings, signal);
    const { source } = discussion;
    if (source) {
      const clues = { story: commented, settings };
      const found = { ...discussion, source };
      ({ discussion, page } = await readDiscussion(ports, found, comments, clues, signal));
    }
  }
  const closesAt = closingTime(discussion, await commentPeriod(store, discussion));
  return { context: { discussion, subscription, story, comments, closesAt, now }, page };
}

/** A closing discussion is fetched once more, whatever its next poll. */
function isFetchDue(discussion: Discussion, now: UnixMs): boolean {
  if (discussion.state === 'closing' && !discussion.lastFetched) return true;
  return now >= discussion.nextPoll;
}

interface NewPage {
  page: CommentPage;
  prepared: PreparedComments;
  /** By the comments as they were stored before. */
  update: CommentUpdate;
  isFirstLook: boolean;
  sinceBackup: readonly DiscordMessage[];
}

/**
 * Saves what a comment page changes. It is compared with the comments as stored now: a moderator
 * may have ruled on one while the page was fetched.
 */
async function savePage(
  { clock, discord }: Ports,
  ledger: Ledger,
  { discussion, story, subscription, comments, now }: DiscussionContext,
  { page, prepared, update: planned, isFirstLook, sinceBackup }: NewPage,
): Promise<Discussion> {
  // There may be thousands of comments: they are not read again for a page that changes none.
  const isEmpty = planned.comments.length === 0;
  const stored = isEmpty ? comments : await ledger.discussions.listComments(discussion.id);
  const update =
    isEmpty || areSame(comments, stored)
      ? planned
      : commentUpdate({ discussion, story }, stored, page, clock.now(), prepared);
  const newest = subscription?.settings.comments.backlog ?? 'all';
  const packed = await withPackedBacklog(ledger, discussion, {
    stored,
    update,
    prepared,
    newest,
    sinceBackup,
  });
  const botId = discord.botId();
  const deleted = await saveCommentUpdate(ledger, discussion, packed, { now, botId, isFirstLook });
  const { guildId } = discussion;
  await saveEditedTexts(ledger, guildId, editedSince(stored, packed.comments), now);
  await voidCases(ledger, guildId, deleted, botId, now);
  const since = vanishedSince(discussion.vanishedSince, update.changes, page, now);
  if (since === null) {
    const gone = [...deleted, ...removedHereAndGone(discussion, stored, page)];
    await markGoneAtPublisher(ledger, guildId, gone, now);
  }
  const watched = await watchUntil(ledger, discussion);
  const next = { ...discussion, vanishedSince: since, watchUntil: watched };
  if (since !== null) await alertMassDisappearance(ledger, next, now);
  return next;
}

/** Whether stored comments have changed in nothing that a ruling, another look or a refusal changes. */
function areSame(before: readonly StoredComment[], now: readonly StoredComment[]): boolean {
  if (before.length !== now.length) return false;
  return now.every((row, index) => {
    const { key, hash, state, missing, parts, hidden, pack, quiet } = before[index] ?? {};
    return (
      row.key === key &&
      row.hash === hash &&
      row.state === state &&
      row.missing === missing &&
      row.parts === parts &&
      row.hidden === hidden &&
      row.pack?.key === pack?.key &&
      row.pack?.leftOut === pack?.leftOut &&
      row.quiet === quiet
    );
  });
}

/** The comments that have another text than before. */
function editedSince(
  before: readonly StoredComment[],
  saved: readonly StoredComment[],
): StoredComment[] {
  const hashes = new Map(before.map(({ key, hash }) => [key, hash]));
  return saved.filter(({ key, hash, comment }) => {
    const earlier = hashes.get(key);
    return earlier !== undefined && earlier !== hash && !comment.deleted;
  });
}

/** The origins of comments that a ruling removed here and that their source no longer has. */
function removedHereAndGone(
  { source }: Discussion,
  stored: readonly StoredComment[],
  { complete, comments }: CommentPage,
): string[] {
  if (!complete) return [];
  const present = new Set(comments.filter(({ deleted }) => !deleted).map(({ id }) => id));
  return stored
    .filter((row) => row.state === 'tombstone' && row.source === source?.name)
    .filter((row) => !present.has(row.comment.id))
    .map(({ origin }) => origin);
}
