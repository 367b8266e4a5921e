import type { DeliveryOf } from '../../core/delivery/delivery.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import { closingTime, type Discussion, isEnding } from '../../core/discussion/discussion.ts';
import type { Language } from '../../core/feed/channel-options.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import type { StoredStory } from '../../core/story/stored-story.ts';
import {
  renderClosingNotice,
  renderClosingSoonNotice,
  renderDecisionNotice,
  renderExtendedNotice,
  renderPolicyNotice,
} from '../../render/index.ts';
import { commentDeliveries } from '../outbox/comment-messages.ts';
import { commentPeriod, languageOf } from '../outbox/subscription-settings.ts';

/** A thread's first message, its warning before it closes, a moderator's decision, its closing notice. */
export async function noticeBody(
  ledger: Ledger,
  { subject, message }: DeliveryOf<'notice'>,
  now: UnixMs,
): Promise<MessageBody | null> {
  const discussion = await ledger.discussions.get(subject.discussionId);
  if (!discussion || discussion.state === 'detached') return null;
  const stored = await ledger.feeds.getStory(discussion.storyId);
  const closesAt = closingTime(discussion, await commentPeriod(ledger, discussion));
  const language = await languageOf(ledger, discussion);
  // An older story's thread opens when its time is over: its comments are still to be posted.
  const closed = isEnding(discussion) || (closesAt !== null && closesAt <= now);
  switch (subject.notice) {
    case 'policy':
      return stored && policyNotice(ledger, discussion, stored, { closesAt, closed, language });
    case 'warning':
      // Too late to warn: the closing notice is posted instead.
      if (message === null && isEnding(discussion)) return null;
      return discussion.state === 'open' || closesAt === null
        ? renderExtendedNotice(closesAt, language)
        : renderClosingSoonNotice(closesAt, language);
    case 'decision':
      return isEnding(discussion) && message === null
        ? null
        : renderDecisionNotice(closesAt, language);
    case 'closing':
      return closingNotice(ledger, discussion, stored, language);
    default:
      return subject.notice satisfies never;
  }
}

async function policyNotice(
  ledger: Ledger,
  discussion: Discussion,
  stored: StoredStory,
  { language, ...context }: { closesAt: UnixMs | null; closed: boolean; language: Language },
): Promise<MessageBody> {
  const more = await onlyOnSite(ledger, discussion, stored);
  return renderPolicyNotice(stored.story, { ...context, more }, language);
}

async function closingNotice(
  ledger: Ledger,
  discussion: Discussion,
  stored: StoredStory | null,
  language: Language,
): Promise<MessageBody> {
  const more = stored && (await onlyOnSite(ledger, discussion, stored));
  const { closingSentence: sentence, override } = discussion;
  return renderClosingNotice(
    { sentence, byModerator: override?.kind === 'closed' },
    more,
    language,
  );
}

/** The comments that are not mirrored; `null` when there are none, or nowhere to read them. */
async function onlyOnSite(
  ledger: Ledger,
  discussion: Discussion,
  { story }: StoredStory,
): Promise<{ count: number; url: string } | null> {
  const count = (discussion.total ?? 0) - (await mirroredCount(ledger, discussion));
  const url = story.commentLinks.page ?? story.url;
  return url !== null && count > 0 ? { count, url } : null;
}

/**
 * Counts comments in the thread, those a ruling removed, and, until it closes, those to be posted; not
 * those that were left out of a backlog.
 */
async function mirroredCount(ledger: Ledger, { id, state }: Discussion): Promise<number> {
  let count = 0;
  /** Many comments stand in one message. */
  const posted = new Map<string, boolean>();
  for (const comment of await ledger.discussions.listComments(id)) {
    const [key] = commentDeliveries(comment);
    if (key === undefined) continue;
    if (state === 'closed' && !posted.has(key)) {
      posted.set(key, !!(await ledger.deliveries.get(key))?.message);
    }
    const comes = state !== 'closed' || posted.get(key) === true;
    if (comment.state === 'tombstone' || (comment.state === 'live' && comes)) count += 1;
  }
  return count;
}
