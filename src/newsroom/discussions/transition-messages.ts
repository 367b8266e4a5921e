import type { Discussion } from '../../core/discussion/discussion.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { hourMs, type UnixMs } from '../../core/time/duration.ts';
import { commentDeliveries, noticeDelivery, ordinalAt, storyDelivery } from '../outbox/keys.ts';
import { wantComments } from '../outbox/want-comments.ts';
import { alertModerators } from '../outbox/moderators.ts';
import type { DiscussionContext } from './discussion-context.ts';

/** Stores the messages that a transition calls for: notices, enabled or disabled buttons. */
export async function saveTransition(
  ledger: Ledger,
  before: Discussion,
  next: Discussion,
  { story, comments, now }: DiscussionContext,
): Promise<void> {
  const { id, guildId, threadId, channelId } = next;
  if (threadId === null) return;
  const live = comments.filter(({ state }) => state === 'live');
  const notice = (name: string, ordinal: number) => {
    return {
      key: noticeDelivery(id, name),
      kind: 'notice',
      guildId,
      channelId: threadId,
      subject: id,
      ordinal,
    } as const;
  };
  const begins = before.threadId === null || before.state === 'closed';
  const policy = noticeDelivery(id, 'policy');
  if (begins && next.state !== 'closed' && !(await ledger.deliveries.get(policy))) {
    await ledger.deliveries.want([notice('policy', 0)], now);
    await wantComments(ledger, next, live, now);
  }
  if (next.state === 'closing-soon' && before.state !== 'closing-soon') {
    await ledger.deliveries.want([notice('warning', ordinalAt(now, 0))], now);
  }
  if (before.state === 'closing-soon' && next.state === 'open') {
    await ledger.deliveries.refresh([noticeDelivery(id, 'warning')]);
  }
  if (next.state === 'closing' && next.lastFetched && !before.lastFetched) {
    // Shown anew with their buttons disabled; the notice stands after whatever is still drained.
    const keys = comments.flatMap(({ key, parts }) => commentDeliveries(key, parts));
    await ledger.deliveries.refresh(keys);
    const last = notice(closingNotice(next), ordinalAt(now + hourMs, 0));
    await ledger.deliveries.want([last], now);
  }
  if (next.state === 'open' && (before.state === 'closed' || before.state === 'closing')) {
    await ledger.deliveries.remove([noticeDelivery(id, closingNotice(before))]);
    await wantComments(ledger, next, live, now);
  }
  if (before.threadId !== threadId || before.total !== next.total) {
    await ledger.deliveries.refresh([storyDelivery(story.id, channelId)]);
  }
  if (before.state !== next.state) {
    const line = {
      guildId,
      at: now,
      actor: 'wirethread',
      subject: id,
      version: null,
      reason: null,
    };
    await ledger.audit.append({ ...line, action: `discussion.${next.state}` });
  }
}

/** Each closing has a notice of its own, so that a second one is a new message. */
const closingNotice = ({ drainUntil }: Discussion) => `closing:${drainUntil ?? 0}`;

/** So many comments vanished at once that it looks like a fault of the site. */
export async function alertMassDisappearance(
  ledger: Ledger,
  { id, guildId, threadId, vanishedSince }: Discussion,
  now: UnixMs,
): Promise<void> {
  const text = `Many comments of ${threadId ? `<#${threadId}>` : 'a discussion'} vanished from their site at once. They are kept here until the site answers as before: look whether it was tidied or is broken.`;
  await alertModerators(ledger, guildId, `vanished:${id}:${vanishedSince ?? now}`, text, now);
}
