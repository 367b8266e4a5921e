import type { Discussion } from '../../core/discussion/discussion.ts';
import type { Subscription } from '../../core/feed/subscription.ts';
import { caseSubject, type NewAuditLine } from '../../core/moderation/audit.ts';
import type { Case } from '../../core/moderation/case.ts';
import type { Ledger } from '../../core/ports/ledger.ts';

/** What was done, by whom, when, and why. */
export interface Deed extends Pick<NewAuditLine, 'action' | 'actor' | 'at'> {
  reason?: string | null;
}

/**
 * Appends the audit line of a change of a case, with the case as it is since then. Every change of a
 * case is one: replayed, the lines give its version, its state and whether it hides its message.
 */
export async function auditCase(
  { audit, discussions }: Pick<Ledger, 'audit' | 'discussions'>,
  { guildId, number, version, state, hidden, subject }: Case,
  deed: Deed,
): Promise<void> {
  const discussion =
    subject.kind === 'comment' ? await discussions.get(subject.discussionId) : null;
  const channelId = subject.kind === 'message' ? subject.channelId : discussion?.channelId;
  await audit.append({
    ...deed,
    guildId,
    subject: caseSubject(number),
    version,
    caseState: state,
    caseHidden: hidden,
    channelId: channelId ?? null,
    storyId: discussion?.storyId ?? null,
  });
}

/** Appends the audit line of a change of a discussion. */
export async function auditDiscussion(
  { audit }: Pick<Ledger, 'audit'>,
  { id, guildId, channelId, storyId }: Discussion,
  deed: Deed,
): Promise<void> {
  await audit.append({ ...deed, guildId, subject: id, channelId, storyId });
}

/** Appends the audit line of a change of a channel's feed. */
export async function auditFeed(
  { audit }: Pick<Ledger, 'audit'>,
  { id, guildId, channelId }: Subscription,
  deed: Deed,
): Promise<void> {
  await audit.append({ ...deed, guildId, subject: id, channelId });
}
