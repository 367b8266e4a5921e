import type { Delivery } from '../../core/delivery/delivery.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import { defaultSubscriptionSettings, type Subscription } from '../../core/feed/subscription.ts';
import { postedAt, type Snowflake, StoryId } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { matchesFilters } from '../../core/story/filter.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { messageUrl, renderAlert, renderCaseCard, renderStory } from '../../render/index.ts';
import { discussionId } from '../outbox/keys.ts';
import { alertIn } from '../outbox/subjects.ts';
import { commentBody } from './comment-body.ts';
import { digestBody, skippedStoriesBody } from './digest-bodies.ts';
import { noticeBody } from './notice-body.ts';

/**
 * A delivery's message as it should be now; `null` when there should be none: its story was
 * withdrawn, its comment removed, its discussion closed. A message to delete is rendered as it was
 * posted, so that it can be found.
 */
export async function messageBody(
  ledger: Ledger,
  delivery: Delivery,
  inForum: boolean,
): Promise<MessageBody | null> {
  switch (delivery.kind) {
    case 'story':
      return storyBody(ledger, delivery, inForum);
    case 'digest':
      return digestBody(ledger, delivery);
    case 'left-out':
      return skippedStoriesBody(ledger, delivery);
    case 'comment':
      return commentBody(ledger, delivery);
    case 'notice':
      return noticeBody(ledger, delivery);
    case 'card':
      return cardBody(ledger, delivery);
    case 'alert':
      return renderAlert(alertIn(delivery.subject));
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
    // A forum post is in its discussion's thread already.
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

/** Whether a waiting story is still to be posted: not withdrawn, and its channel takes it. */
function isWanted(subscription: Subscription | undefined, { story, withdrawnAt }: StoredStory) {
  return (
    withdrawnAt === null && !!subscription && matchesFilters(subscription.settings.filters, story)
  );
}

/** `null` when the correction came before the message was posted: readers never saw the old text. */
function correctedSince(messageId: Snowflake | null, correctedAt: UnixMs | null): UnixMs | null {
  if (messageId === null || correctedAt === null) return null;
  return correctedAt > postedAt(messageId) ? correctedAt : null;
}

async function cardBody(ledger: Ledger, delivery: Delivery): Promise<MessageBody | null> {
  const { guildId, subject } = delivery;
  const found = await ledger.cases.get(guildId, Number(subject));
  if (!found) return null;
  const { channelId, messageId } = found.subject;
  return renderCaseCard(found, await ledger.cases.listReports(guildId, found.number), {
    messageUrl: messageUrl(guildId, channelId, messageId),
  });
}
