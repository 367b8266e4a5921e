import { RequestError } from '../../core/errors.ts';
import type { Snowflake } from '../../core/ids.ts';
import { botActor } from '../../core/moderation/audit.ts';
import { type Case, commentSubject } from '../../core/moderation/case.ts';
import { hasText, revised } from '../../core/moderation/evidence.ts';
import { type NewRuling, rule } from '../../core/moderation/ruling.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { commentText } from '../../render/index.ts';
import { auditCase } from '../outbox/audit-lines.ts';
import { wantCard } from '../outbox/moderators.ts';
import type { Ports } from '../ports.ts';
import { carryOutRuling } from './carry-out-ruling.ts';
import { tellOfRuling } from './tell-people.ts';

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
    await auditCase(ledger, edited, { at, actor: botActor, action: 'case.edited' });
    await wantCard(ledger, guildId, number, at);
    return null;
  }
  await saveRuling(ledger, current, outcome.case, { actor: by, action, reason, at });
  return outcome.case;
}

/**
 * Dismisses the unruled cases on comments that were deleted at their source, once no copy of them is
 * left. Cases that a person ruled on stay as they are.
 */
export async function voidCases(
  ledger: Ledger,
  guildId: Snowflake,
  origins: readonly string[],
  botId: Snowflake,
  at: UnixMs,
): Promise<void> {
  const ruling = { action: 'void', by: botId, at, reason: 'Gone at its source' } as const;
  for (const origin of origins) {
    const cases = await ledger.cases.listBySubject(guildId, commentSubject(origin));
    if (cases.length === 0) continue;
    const copies = await ledger.discussions.listCopies(guildId, origin);
    if (copies.some(({ state, comment }) => state === 'live' && !comment.deleted)) continue;
    for (const current of cases) {
      const outcome = rule(current, ruling, current.version, true);
      if (outcome.outcome !== 'ruled') continue;
      await saveRuling(ledger, current, outcome.case, { ...ruling, actor: botActor });
    }
  }
}

/** Saves a ruling with its effects, card and audit line, and has the people told whom it concerns. */
async function saveRuling(
  ledger: Ledger,
  before: Case,
  ruled: Case,
  { actor, action, reason, at }: Pick<NewRuling, 'action' | 'reason' | 'at'> & { actor: string },
): Promise<void> {
  await ledger.cases.save(ruled);
  const { guildId, number } = ruled;
  await carryOutRuling(ledger, ruled, at);
  await tellOfRuling(ledger, before, ruled, at);
  await wantCard(ledger, guildId, number, at);
  await auditCase(ledger, ruled, { at, actor, action: `case.${action}`, reason });
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
  'own-ruling': 'This is an appeal against your own ruling. Another moderator decides it.',
  'nothing-to-undo': 'There is no ruling on this case yet, so there is nothing to undo.',
  'comment-expired':
    'The discussion of this comment ended long ago, so Wirethread has deleted the comment that it had stored. This ruling can no longer be undone.',
};

async function isCommentExpired(
  { discussions }: Ledger,
  { guildId, subject }: Case,
): Promise<boolean> {
  if (subject.kind !== 'comment') return false;
  return (await discussions.listCopies(guildId, subject.origin)).length === 0;
}

/** The case with the edited text of a copy; `null` when it has the texts of all copies. */
async function withEditedText(
  { discussions }: Ledger,
  flagged: Case,
  at: UnixMs,
): Promise<Case | null> {
  const { guildId, subject } = flagged;
  if (subject.kind !== 'comment') return null;
  let current = flagged;
  for (const { state, comment, hash } of await discussions.listCopies(guildId, subject.origin)) {
    const text = commentText(comment.body);
    if (state !== 'live' || hasText(current, text, hash)) continue;
    current = revised(current, text, hash, at);
  }
  if (current === flagged) return null;
  return { ...current, version: flagged.version + 1, changedAt: at };
}
