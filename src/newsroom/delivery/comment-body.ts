import type { DeliveryOf } from '../../core/delivery/delivery.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import type { Discussion } from '../../core/discussion/discussion.ts';
import type { StoredComment } from '../../core/discussion/stored-comment.ts';
import type { Language } from '../../core/feed/channel-options.ts';
import type { SubscriptionSettings } from '../../core/feed/subscription.ts';
import { commentSubject } from '../../core/moderation/case.ts';
import { standingOf } from '../../core/moderation/standing.ts';
import { type DiscussionId, postedAt, type Snowflake } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import {
  type Answered,
  labelsIn,
  messageUrl,
  personaOf,
  renderComment,
  renderPack,
} from '../../render/index.ts';
import { commentDeliveries, firstDelivery } from '../outbox/comment-messages.ts';
import { settingsOf } from '../outbox/subscription-settings.ts';
import type { Draft } from './draft.ts';

/**
 * One message of a comment, which may take several, and under whose name it is posted, if not the
 * bot's. A posted one stays whose it is; `asBot` is for one that Discord refuses under another name.
 */
export async function commentBody(
  ledger: Ledger,
  { subject, message }: DeliveryOf<'comment'>,
  asBot: boolean,
): Promise<Omit<Draft, 'subscription' | 'story' | 'threadId'> | null> {
  const comment = await ledger.discussions.getComment(subject.commentKey);
  const thread = comment && (await threadOf(ledger, comment.discussionId, message));
  if (!thread || !(await isShown(ledger, thread, comment))) return null;
  const { discussion, settings, ...context } = thread;
  const hidden = await hiddenReason(ledger, discussion, comment);
  const isNameless = hidden !== false || comment.comment.deleted;
  const byWebhook = message?.webhookId !== undefined;
  const isClosed = discussion.state === 'closed';
  // Above a webhook's message the name stays, whatever it says: it is deleted, and posted again at the
  // end of the thread when it comes back. In a closed discussion it could not be.
  if (isNameless && byWebhook && !isClosed) return null;
  // A placeholder is only put where a comment was.
  const isPlaced = hidden !== 'muted' && !settings.comments.personas;
  if (hidden && message === null && !isPlaced) return null;
  const inPersona = message ? byWebhook : settings.comments.personas && !asBot && !isNameless;
  const { anonymous } = labelsIn(context.language).comment;
  const persona = inPersona ? personaOf(comment.comment, context.siteName, anonymous) : null;
  const parent = await parentOf(ledger, comment);
  const parentMessageId = (parent && (await firstDelivery(ledger, parent))?.message?.id) ?? null;
  // What has no message is not there for readers: nothing is said of it.
  const isNamed = parent?.pack || (persona !== null && parentMessageId !== null);
  const parts = renderComment(comment.comment, {
    ...context,
    key: comment.key,
    replyTo: parentMessageId,
    answered: parent && isNamed ? await answered(ledger, thread, parent) : null,
    persona,
    hidden,
    quiet: comment.quiet,
  });
  const body = parts[subject.part];
  if (!body) return null;
  const { isOutOfOrder, postedAfter } = await orderOf(ledger, comment, subject.part, message);
  return {
    body,
    persona,
    // What was hidden in a closed discussion comes back only by an edit.
    isReplaceable: !isClosed || isNameless,
    isOutOfOrder: isOutOfOrder && !isClosed,
    postedAfter,
  };
}

/** How a comment's message stands to the others of the comment that are in the thread. */
async function orderOf(
  { deliveries }: Ledger,
  comment: StoredComment,
  part: number,
  message: { id: Snowflake } | null,
): Promise<Required<Pick<Draft, 'isOutOfOrder' | 'postedAfter'>>> {
  let isOutOfOrder = false;
  const postedAfter: string[] = [];
  for (const [index, key] of commentDeliveries(comment).entries()) {
    const other = index === part ? null : (await deliveries.get(key))?.message;
    if (!other) continue;
    if (index > part) postedAfter.push(key);
    else isOutOfOrder ||= message !== null && BigInt(other.id) > BigInt(message.id);
  }
  return { isOutOfOrder, postedAfter };
}

/** Many comments of a backlog in one message: those of them that are live now. */
export async function packBody(
  ledger: Ledger,
  { key, subject, message }: DeliveryOf<'pack'>,
): Promise<MessageBody | null> {
  const thread = await threadOf(ledger, subject.discussionId, message);
  if (!thread) return null;
  const { discussion, commentsUrl, settings: _, ...context } = thread;
  const packed = [];
  for (const comment of await ledger.discussions.listPack(key)) {
    if (!(await isShown(ledger, thread, comment))) continue;
    const hidden = await hiddenReason(ledger, discussion, comment);
    if (hidden === 'muted' && message === null) continue;
    const parent = await parentOf(ledger, comment);
    packed.push({
      comment: comment.comment,
      key: comment.key,
      hidden,
      answered: parent && (await answered(ledger, thread, parent, key)),
    });
  }
  const leftOut = thread.isLate ? 0 : await ledger.discussions.countLeftOut(key);
  return renderPack(packed, { ...context, commentsUrl, leftOut });
}

/** What the comments of a thread have in common. */
interface CommentThread {
  discussion: Discussion;
  /** The discussion is closed, and the message not posted. */
  isLate: boolean;
  articleUrl: string | null;
  commentsUrl: string | null;
  siteName: string;
  mirroredAt: UnixMs;
  language: Language;
  settings: SubscriptionSettings;
}

/** `null` when nothing is posted in the thread any more. */
async function threadOf(
  ledger: Ledger,
  id: DiscussionId,
  message: { id: Snowflake } | null,
): Promise<CommentThread | null> {
  const discussion = await ledger.discussions.get(id);
  if (!discussion || discussion.state === 'detached' || discussion.state === 'expired') return null;
  const stored = await ledger.feeds.getStory(discussion.storyId);
  const settings = await settingsOf(ledger, discussion);
  return {
    discussion,
    isLate: discussion.state === 'closed' && message === null,
    articleUrl: stored?.story.url ?? null,
    commentsUrl: stored?.story.commentLinks.page ?? null,
    siteName: await siteName(ledger, stored),
    mirroredAt: message ? postedAt(message.id) : (discussion.changedAt ?? discussion.anchor),
    language: settings.language,
    settings,
  };
}

/** A closed discussion takes no new comment, but those that a moderator's undo brings back. */
async function isShown(
  ledger: Ledger,
  { discussion, isLate }: CommentThread,
  { state, origin }: StoredComment,
): Promise<boolean> {
  if (state !== 'live') return false;
  return !isLate || isRestored(ledger, discussion.guildId, origin);
}

async function isRestored(ledger: Ledger, guildId: Snowflake, origin: string): Promise<boolean> {
  const cases = await ledger.cases.listBySubject(guildId, commentSubject(origin));
  return cases.length > 0 && cases.every(({ state }) => state !== 'upheld');
}

async function hiddenReason(
  { cases, mutes }: Ledger,
  { guildId }: Discussion,
  { hidden, origin, authorKey }: StoredComment,
): Promise<false | 'removed' | 'muted' | 'under-review'> {
  if (!hidden) return false;
  const standing = standingOf(await cases.listBySubject(guildId, commentSubject(origin)));
  if (standing === 'hidden') return 'removed';
  const muted = authorKey !== null && (await mutes.get(guildId, authorKey)) !== null;
  return muted ? 'muted' : 'under-review';
}

async function siteName(ledger: Ledger, stored: StoredStory | null): Promise<string> {
  const feed = stored && (await ledger.feeds.getFeed(stored.feedId));
  if (feed?.title) return feed.title;
  const url = stored?.story.url ?? feed?.url;
  return url ? new URL(url).host : '…';
}

async function parentOf(
  ledger: Ledger,
  { discussionId, source, comment }: StoredComment,
): Promise<StoredComment | null> {
  if (comment.parentId === null) return null;
  return ledger.discussions.findComment(discussionId, source, comment.parentId);
}

/** How a reply names its parent, which stands in the pack `here` or elsewhere. */
async function answered(
  ledger: Ledger,
  { discussion, articleUrl }: CommentThread,
  parent: StoredComment,
  here: string | null = null,
): Promise<Answered> {
  const { comment, state, hidden, pack } = parent;
  if (state !== 'live' || hidden || comment.deleted) return { author: null, url: null };
  const { author } = comment;
  if (pack?.leftOut) return { author, url: comment.url ?? articleUrl };
  if (pack && pack.key === here) return { author, url: null };
  const delivery = await firstDelivery(ledger, parent);
  const url = delivery?.message
    ? messageUrl(discussion.guildId, delivery.channelId, delivery.message.id)
    : null;
  return { author, url };
}
