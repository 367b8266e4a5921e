import type { Language } from '../../core/feed/channel-options.ts';
import type { Delivery } from '../../core/delivery/delivery.ts';
import { closingTime, type Discussion } from '../../core/discussion/discussion.ts';
import { defaultSubscriptionSettings, type Subscription } from '../../core/feed/subscription.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { StoredComment } from '../../core/discussion/stored-comment.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import { DiscussionId, postedAt, type Snowflake, StoryId } from '../../core/ids.ts';
import { matchesFilters } from '../../core/story/filter.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import {
  messageUrl,
  renderAlert,
  renderCaseCard,
  renderClosingNotice,
  renderClosingSoonNotice,
  renderComment,
  renderExtendedNotice,
  renderPolicyNotice,
  renderStory,
} from '../../render/index.ts';
import { digestBody, skippedStoriesBody } from './digest-bodies.ts';
import { commentDelivery, commentKey, discussionId } from '../outbox/keys.ts';
import type { Ports } from '../ports.ts';
import { languageOf, commentPeriod } from '../outbox/subscription-settings.ts';

/**
 * What a delivery's message should show now, rendered from the ledger at the moment of sending;
 * `null` when it should not be there (withdrawn, removed, the discussion over meanwhile). One that
 * is to go is rendered as it stood, to be recognised by.
 */
export async function messageBody(
  ports: Ports,
  delivery: Delivery,
  inForum: boolean,
): Promise<MessageBody | null> {
  const { store } = ports;
  switch (delivery.kind) {
    case 'story':
      return storyBody(store, delivery, inForum);
    case 'digest':
      return digestBody(store, delivery);
    case 'left-out':
      return skippedStoriesBody(store, delivery);
    case 'comment':
      return commentBody(store, delivery);
    case 'notice':
      return noticeBody(store, delivery);
    case 'card':
      return cardBody(store, delivery);
    case 'alert':
      return renderAlert(delivery.subject);
    case 'removal':
      return null;
    default:
      return delivery.kind satisfies never;
  }
}

async function storyBody(
  ledger: Ledger,
  { subject, guildId, channelId, messageId, removed }: Delivery,
  inForum: boolean,
): Promise<MessageBody | null> {
  const stored = await ledger.feeds.getStory(StoryId.parse(subject));
  if (!stored) return null;
  const feed = await ledger.feeds.getFeed(stored.feedId);
  const subscriptions = await ledger.feeds.listSubscriptionsOf(stored.feedId);
  const subscription = subscriptions.find((candidate) => candidate.channelId === channelId);
  if (messageId === null && !removed && !isWanted(subscription, stored)) return null;
  const settings = subscription?.settings ?? defaultSubscriptionSettings;
  const discussion = await ledger.discussions.get(discussionId(stored.id, channelId));
  const threadId = discussion?.state === 'detached' ? null : (discussion?.threadId ?? null);
  return renderStory(stored.story, {
    // Who reads a forum's post is in its discussion already.
    threadUrl: inForum ? null : threadId && messageUrl(guildId, threadId),
    commentCount: discussion?.total ?? stored.story.commentCount,
    mentionRoleIds: settings.mentionRoleIds,
    corrected: correctedSince(messageId, stored.correctedAt),
    withdrawn: stored.withdrawnAt,
    feedTitle: feed?.title ?? null,
    language: settings.language,
    contentTemplate: settings.contentTemplate,
  });
}

/** Whether to post what waited: by a feed that the channel still has, within its filters, not withdrawn. */
function isWanted(subscription: Subscription | undefined, { story, withdrawnAt }: StoredStory) {
  return (
    withdrawnAt === null && !!subscription && matchesFilters(subscription.settings.filters, story)
  );
}

/** What was corrected before the message stood was never shown otherwise. */
function correctedSince(messageId: Snowflake | null, correctedAt: UnixMs | null): UnixMs | null {
  if (messageId === null || correctedAt === null) return null;
  return correctedAt > postedAt(messageId) ? correctedAt : null;
}

async function commentBody(ledger: Ledger, delivery: Delivery): Promise<MessageBody | null> {
  const comment = await ledger.discussions.getComment(delivery.subject);
  if (!comment || (comment.state !== 'live' && !delivery.removed)) return null;
  const discussion = await ledger.discussions.get(comment.discussionId);
  if (!discussion || discussion.state === 'detached') return null;
  const over = discussion.state === 'closed';
  const late = over && delivery.messageId === null && !delivery.removed;
  if (late && !(await restored(ledger, discussion.guildId, comment.key))) return null;
  const stored = await ledger.feeds.getStory(discussion.storyId);
  const parts = renderComment(comment.comment, {
    key: comment.key,
    articleUrl: stored?.story.url ?? null,
    siteName: await siteName(ledger, stored),
    replyTo: await parentMessage(ledger, comment),
    hidden: comment.hidden && (await hiddenAs(ledger, discussion.guildId, comment.key)),
    buttonsDisabled: over || (discussion.state === 'closing' && discussion.lastFetched),
    language: await languageOf(ledger, discussion),
  });
  return parts[partOf(delivery)] ?? null;
}

/** Its removal was taken back: it returns to its thread even when that is closed by now. */
async function restored(ledger: Ledger, guildId: string, key: string): Promise<boolean> {
  const cases = await ledger.cases.listBySubject(guildId, `comment:${key}`);
  return cases.length > 0 && cases.every(({ state }) => state !== 'upheld');
}

/** Why a comment is hidden: while its case is reviewed, or for good. */
async function hiddenAs(ledger: Ledger, guildId: string, key: string) {
  const cases = await ledger.cases.listBySubject(guildId, `comment:${key}`);
  const forGood = cases.some(({ state, hidden }) => hidden && state === 'upheld');
  return forGood ? 'removed' : 'under-review';
}

/** A delivery's part: the number after the last colon of its key. */
function partOf({ key }: Delivery): number {
  return Number(key.slice(key.lastIndexOf(':') + 1));
}

async function siteName(ledger: Ledger, stored: StoredStory | null): Promise<string> {
  const feed = stored && (await ledger.feeds.getFeed(stored.feedId));
  if (feed?.title) return feed.title;
  const url = stored?.story.url ?? feed?.url;
  return url ? new URL(url).host : 'the site';
}

async function parentMessage(
  ledger: Ledger,
  { discussionId: id, comment }: StoredComment,
): Promise<string | null> {
  if (comment.parentId === null) return null;
  const parent = await ledger.discussions.getComment(commentKey(id, comment.parentId));
  const delivery = parent && (await ledger.deliveries.get(commentDelivery(parent.key, 0)));
  return delivery?.messageId ?? null;
}

/** Its closing notice says all there is to say. */
const isEnding = ({ state }: Discussion) => state === 'closing' || state === 'closed';

async function noticeBody(ledger: Ledger, delivery: Delivery): Promise<MessageBody | null> {
  const discussion = await ledger.discussions.get(DiscussionId.parse(delivery.subject));
  if (!discussion || discussion.state === 'detached') return null;
  const stored = await ledger.feeds.getStory(discussion.storyId);
  const closesAt = closingTime(discussion, await commentPeriod(ledger, discussion));
  const language = await languageOf(ledger, discussion);
  const [, , notice = ''] = delivery.key.split(':');
  switch (notice) {
    case 'policy':
      return stored && renderPolicyNotice(stored.story, closesAt, language);
    case 'warning':
      if (delivery.messageId === null && !delivery.removed && isEnding(discussion)) return null;
      return discussion.state === 'open' || closesAt === null
        ? renderExtendedNotice(closesAt, language)
        : renderClosingSoonNotice(closesAt, language);
    case 'closing':
      return closingNotice(ledger, discussion, stored, language);
    default:
      return null;
  }
}

async function closingNotice(
  ledger: Ledger,
  discussion: Discussion,
  stored: StoredStory | null,
  language: Language,
): Promise<MessageBody> {
  const comments = await ledger.discussions.listComments(discussion.id);
  let dealtWith = 0;
  for (const { key, state } of comments) {
    // Until it is closed, what waits is still brought over; what a ruling removed is not announced.
    const comes = discussion.state !== 'closed' || (await isShown(ledger, key));
    if (state === 'tombstone' || (state === 'live' && comes)) dealtWith += 1;
  }
  const count = Math.max(0, (discussion.total ?? 0) - dealtWith);
  const url = stored?.story.commentLinks.page ?? stored?.story.url ?? null;
  const more = url && count > 0 ? { count, url } : null;
  return renderClosingNotice(discussion.closingSentence, more, language);
}

async function isShown({ deliveries }: Ledger, key: string): Promise<boolean> {
  const delivery = await deliveries.get(commentDelivery(key, 0));
  return delivery !== null && delivery.messageId !== null;
}

async function cardBody(ledger: Ledger, delivery: Delivery): Promise<MessageBody | null> {
  const flagged = await ledger.cases.get(delivery.guildId, Number(delivery.subject));
  if (!flagged) return null;
  const { channelId, messageId } = flagged.subject;
  return renderCaseCard(flagged, await ledger.cases.listReports(delivery.guildId, flagged.number), {
    messageUrl: messageUrl(delivery.guildId, channelId, messageId),
  });
}
