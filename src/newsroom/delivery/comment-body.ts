import type { DeliveryOf } from '../../core/delivery/delivery.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import type { StoredComment } from '../../core/discussion/stored-comment.ts';
import { commentSubject } from '../../core/moderation/case.ts';
import { standingOf } from '../../core/moderation/standing.ts';
import { postedAt } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import { renderComment } from '../../render/index.ts';
import { commentDelivery } from '../outbox/keys.ts';
import { languageOf } from '../outbox/subscription-settings.ts';

/** One message of a comment, which may take several. */
export async function commentBody(
  ledger: Ledger,
  { subject, message }: DeliveryOf<'comment'>,
): Promise<MessageBody | null> {
  const comment = await ledger.discussions.getComment(subject.commentKey);
  if (comment?.state !== 'live') return null;
  const discussion = await ledger.discussions.get(comment.discussionId);
  if (!discussion || discussion.state === 'detached' || discussion.state === 'expired') return null;
  const isLate = discussion.state === 'closed' && message === null;
  if (isLate && !(await isRestored(ledger, discussion.guildId, comment.origin))) return null;
  const hidden = comment.hidden && (await hiddenReason(ledger, discussion.guildId, comment));
  // No placeholder is posted for a muted author: one is only put where a comment was.
  if (hidden === 'muted' && message === null) return null;
  const stored = await ledger.feeds.getStory(discussion.storyId);
  const parts = renderComment(comment.comment, {
    key: comment.key,
    articleUrl: stored?.story.url ?? null,
    siteName: await siteName(ledger, stored),
    mirroredAt: message ? postedAt(message.id) : (discussion.changedAt ?? discussion.anchor),
    replyTo: await parentMessageId(ledger, comment),
    hidden,
    language: await languageOf(ledger, discussion),
  });
  return parts[subject.part] ?? null;
}

/** A moderator took its removal back: it returns to its thread even when that is closed. */
async function isRestored(ledger: Ledger, guildId: string, origin: string): Promise<boolean> {
  const cases = await ledger.cases.listBySubject(guildId, commentSubject(origin));
  return cases.length > 0 && cases.every(({ state }) => state !== 'upheld');
}

async function hiddenReason(
  { cases, mutes }: Ledger,
  guildId: string,
  { origin, authorKey }: StoredComment,
) {
  const standing = standingOf(await cases.listBySubject(guildId, commentSubject(origin)));
  if (standing === 'hidden') return 'removed';
  const muted = authorKey !== null && (await mutes.get(guildId, authorKey)) !== null;
  return muted ? 'muted' : 'under-review';
}

async function siteName(ledger: Ledger, stored: StoredStory | null): Promise<string> {
  const feed = stored && (await ledger.feeds.getFeed(stored.feedId));
  if (feed?.title) return feed.title;
  const url = stored?.story.url ?? feed?.url;
  return url ? new URL(url).host : 'the site';
}

async function parentMessageId(
  ledger: Ledger,
  { discussionId, source, comment }: StoredComment,
): Promise<string | null> {
  if (comment.parentId === null) return null;
  const parent = await ledger.discussions.findComment(discussionId, source, comment.parentId);
  const delivery = parent && (await ledger.deliveries.get(commentDelivery(parent.key, 0)));
  return delivery?.message?.id ?? null;
}
