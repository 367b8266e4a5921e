import type { SubjectOf } from '../../core/delivery/subject.ts';
import {
  type Discussion,
  type DiscussionIn,
  isEnding,
  type ModeratorOverride,
} from '../../core/discussion/discussion.ts';
import type { DiscussionId } from '../../core/ids.ts';
import { botActor } from '../../core/moderation/audit.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { hourMs, type UnixMs } from '../../core/time/duration.ts';
import { auditDiscussion } from '../outbox/audit-lines.ts';
import { wantComments } from '../outbox/comment-messages.ts';
import { countsWithinMs } from '../outbox/edit-limits.ts';
import { noticeDelivery, ordinalAt, storyDelivery } from '../outbox/keys.ts';
import { alertModerators } from '../outbox/moderators.ts';
import type { DiscussionContext } from './discussion-context.ts';

/**
 * Saves what a transition changes in the thread and on its story: notices, the comments still to post,
 * the link to the thread. Posted comments are not edited, not even at the close: each would be marked
 * "(edited)", and a correction among them would not be seen. Their report buttons stay. Discord's app
 * disables the buttons of locked and archived threads itself where it takes no press, and a press that
 * it lets through is answered: `withOpenThread` in `commands/dispatch.ts`.
 * @see https://github.com/discord/discord-api-docs/issues/7900
 */
export async function saveTransition(
  ledger: Ledger,
  before: Discussion,
  next: Discussion,
  { story, comments, now }: DiscussionContext,
): Promise<void> {
  const { threadId, channelId } = next;
  if (before.state !== next.state) {
    const action = `discussion.${next.state}` as const;
    await auditDiscussion(ledger, next, { at: now, actor: botActor, action });
  }
  if (threadId === null) return;
  await saveNotices(ledger, before, { ...next, threadId }, comments, now);
  const ofStory = [storyDelivery(story.id, channelId)];
  if (before.threadId !== threadId) await ledger.deliveries.refresh(ofStory, now);
  else if (before.total !== next.total) {
    await ledger.deliveries.refreshWithin(ofStory, now, countsWithinMs);
  }
}

async function saveNotices(
  ledger: Ledger,
  before: Discussion,
  next: Discussion & { threadId: string },
  comments: DiscussionContext['comments'],
  now: UnixMs,
): Promise<void> {
  const { id, guildId, threadId: channelId } = next;
  const { deliveries } = ledger;
  const live = comments.filter(({ state }) => state === 'live');
  const wantNotice = async (
    notice: SubjectOf<'notice'>['notice'],
    ordinal: number,
    key = noticeDelivery(id, notice),
  ) => {
    const subject = { kind: 'notice', discussionId: id, notice } as const;
    await deliveries.want([{ key, guildId, channelId, subject, ordinal }], now);
  };
  const begins = before.threadId === null || before.state === 'closed';
  const policy = noticeDelivery(id, 'policy');
  if (begins && next.state !== 'closed' && !(await deliveries.get(policy))) {
    await wantNotice('policy', 0);
    await wantComments(ledger, next, live, now);
  }
  if (next.state === 'closing-soon' && before.state !== 'closing-soon') {
    await wantNotice('warning', ordinalAt(now, 0));
  }
  if (before.state === 'closing-soon' && next.state === 'open') {
    // A moderator's decision has a notice of its own.
    const warning = noticeDelivery(id, 'warning');
    await (next.override ? deliveries.remove([warning], now) : deliveries.refresh([warning], now));
  }
  const wasFetched = before.state === 'closing' && before.lastFetched;
  if (next.state === 'closing' && next.lastFetched && !wasFetched) {
    // The notice comes after all comments still to post.
    await wantNotice('closing', ordinalAt(now + hourMs, 0), closingNotice(next));
  }
  if (isEnding(next) !== isEnding(before)) await deliveries.refresh([policy], now);
  if (next.state === 'open' && (before.state === 'closed' || before.state === 'closing')) {
    await deliveries.remove([closingNotice(before)], now);
    await wantDecisionNotice(ledger, next, now);
    await wantComments(ledger, next, live, now);
  }
}

/**
 * Has the thread say what a moderator decided on its end, instead of what they decided before. That
 * they closed it is what its closing notice says.
 */
export async function wantDecisionNotice(
  { deliveries }: Ledger,
  { id, guildId, threadId: channelId, override }: Discussion,
  now: UnixMs,
): Promise<void> {
  if (channelId === null || override === null || override.kind === 'closed') return;
  const key = decisionNotice(id, override);
  const subject = { kind: 'notice', discussionId: id, notice: 'decision' } as const;
  await deliveries.want([{ key, guildId, channelId, subject, ordinal: ordinalAt(now, 0) }], now);
}

/** Different for each decision, so that each is seen at the thread's end. */
export const decisionNotice = (id: DiscussionId, { at }: ModeratorOverride) =>
  noticeDelivery(id, `decision:${at ?? 0}`);

/** Different for each closing, so that a second closing posts a new notice. */
const closingNotice = ({ id, drainUntil }: DiscussionIn<'closing' | 'closed'>) =>
  noticeDelivery(id, `closing:${drainUntil ?? 0}`);

/** Many comments disappeared at once, which looks like an error of their site. */
export async function alertMassDisappearance(
  ledger: Ledger,
  { id, guildId, threadId, vanishedSince }: Discussion,
  now: UnixMs,
): Promise<void> {
  const episode = `vanished:${id}:${vanishedSince ?? now}`;
  await alertModerators(ledger, guildId, episode, { kind: 'comments-vanished', threadId }, now);
}
