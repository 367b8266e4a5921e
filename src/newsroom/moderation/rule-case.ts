import { RequestError } from '../../core/errors.ts';
import type { Snowflake } from '../../core/ids.ts';
import { type Case, type NewRuling, rule } from '../../core/moderation/case.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { commentText } from '../../render/index.ts';
import { wantCard } from '../outbox/moderators.ts';
import type { Ports } from '../ports.ts';
import { carryOutRuling } from './carry-out-ruling.ts';

export interface RulingRequest {
  guildId: Snowflake;
  number: number;
  /** The case's version on the card that the moderator saw. */
  versionSeen: number;
  action: NewRuling['action'];
  by: Snowflake;
  /** Whether `by` may rule on escalated cases. */
  senior: boolean;
  reason: string | null;
}

/**
 * Rules on a case and carries the ruling out, in one transaction with its audit line.
 * @throws RequestError when the case or its comment changed since the moderator saw it, or the
 * ruling needs a senior or a reason
 */
export async function ruleCase(ports: Ports, request: RulingRequest): Promise<Case> {
  const { store, clock, log } = ports;
  const { guildId, number, action } = request;
  const ruled = await store.transaction((ledger) => saveRequest(ledger, request, clock.now()));
  // Thrown outside the transaction, so that the card with the new text stays saved.
  if (!ruled) throw new RequestError(refusals['words-changed']);
  log.info({ guildId, caseNumber: number, action, state: ruled.state }, 'case.ruled');
  return ruled;
}

/** The ruled case; `null` when its comment was edited, which its card shows from now on. */
async function saveRequest(
  ledger: Ledger,
  { guildId, number, action, by, reason, versionSeen, senior }: RulingRequest,
  at: UnixMs,
): Promise<Case | null> {
  const current = await ledger.cases.get(guildId, number);
  if (!current) throw new RequestError(`There is no case ${number} here.`);
  const outcome = rule(current, { action, by, at, reason }, versionSeen, senior);
  if (outcome.outcome !== 'ruled') throw new RequestError(refusals[outcome.outcome]);
  if (await isCommentExpired(ledger, current)) throw new RequestError(refusals['comment-expired']);
  const edited = await withEditedText(ledger, current, at);
  if (edited && action !== 'undo' && action !== 'escalate') {
    await ledger.cases.save(edited);
    await wantCard(ledger, guildId, number, at);
    return null;
  }
  await saveRuling(ledger, current, outcome.case, { actor: by, action, reason, at });
  return outcome.case;
}

/**
 * Dismisses the unruled cases on comments that were deleted at their source. Cases that a person
 * ruled on stay as they are.
 */
export async function voidCases(
  ledger: Ledger,
  guildId: Snowflake,
  commentKeys: readonly string[],
  botId: Snowflake,
  at: UnixMs,
): Promise<void> {
  const ruling = { action: 'void', by: botId, at, reason: 'Gone at its source' } as const;
  for (const key of commentKeys) {
    for (const current of await ledger.cases.listBySubject(guildId, `comment:${key}`)) {
      const outcome = rule(current, ruling, current.version, true);
      if (outcome.outcome !== 'ruled') continue;
      await saveRuling(ledger, current, outcome.case, { ...ruling, actor: 'wirethread' });
    }
  }
}

/** Saves a ruling with its effects, card and audit line. */
async function saveRuling(
  ledger: Ledger,
  before: Case,
  after: Case,
  { actor, action, reason, at }: Pick<NewRuling, 'action' | 'reason' | 'at'> & { actor: string },
): Promise<void> {
  await ledger.cases.save(after);
  const { guildId, number, version } = after;
  await carryOutRuling(ledger, before, after, at);
  await wantCard(ledger, guildId, number, at);
  const line = { guildId, at, actor, subject: `case:${number}`, version, reason };
  await ledger.audit.append({ ...line, action: `case.${action}` });
}

/** Checks a ruling without saving it. @throws RequestError as {@link ruleCase} does */
export function checkRuling(current: Case | null, request: RulingRequest): void {
  if (!current) throw new RequestError(`There is no case ${request.number} here.`);
  const { action, by, reason, versionSeen, senior } = request;
  const { outcome } = rule(current, { action, by, at: 0, reason }, versionSeen, senior);
  if (outcome !== 'ruled') throw new RequestError(refusals[outcome]);
}

const refusals = {
  'changed-meanwhile': 'This case has changed since you saw it. Read its card again, then rule.',
  'words-changed':
    'This comment was edited after it was flagged. Its card now shows both texts: read it again, then rule.',
  'needs-senior':
    'This case is escalated: a member with Manage Server or the senior role of `/settings` rules on it.',
  'needs-reason': 'A ruling on an escalated case needs a reason.',
  'nothing-to-undo': 'There is no ruling on this case yet, so there is nothing to undo.',
  'comment-expired':
    'The discussion of this comment ended long ago, so Wirethread has deleted the comment that it had stored. This ruling can no longer be undone.',
};

async function isCommentExpired({ discussions }: Ledger, { subject }: Case): Promise<boolean> {
  if (subject.kind !== 'comment') return false;
  return (await discussions.getComment(subject.commentKey)) === null;
}

/** The case with its comment's edited text; `null` when the text is the one that was flagged. */
async function withEditedText(ledger: Ledger, flagged: Case, at: UnixMs): Promise<Case | null> {
  const { subject, textRevision, evidence, version } = flagged;
  if (subject.kind !== 'comment') return null;
  const stored = await ledger.discussions.getComment(subject.commentKey);
  if (!stored || stored.state !== 'live' || stored.hash === textRevision) return null;
  const both = `${commentText(stored.comment.body)}\n\nBefore it was edited:\n${evidence ?? ''}`;
  const revised = { textRevision: stored.hash, evidence: both, version: version + 1 };
  return { ...flagged, ...revised, changedAt: at };
}
