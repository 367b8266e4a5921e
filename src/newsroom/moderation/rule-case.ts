import type { Snowflake } from '../../core/ids.ts';
import { botActor } from '../../core/moderation/audit.ts';
import { type Case, commentSubject, isRuled } from '../../core/moderation/case.ts';
import { type NewRuling, rule } from '../../core/moderation/ruling.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { requestError } from '../../render/index.ts';
import type { Deed } from '../outbox/audit-lines.ts';
import { wantPing } from '../outbox/pings.ts';
import type { Ports } from '../ports.ts';
import { saveChange } from './case-change.ts';
import { carryOutRuling } from './carry-out-ruling.ts';
import { saveEditedText, withEditedText } from './edited-text.ts';
import { notifyOfRuling } from './notify-people.ts';
import { noSuchCase, rulingRefused } from './ruling-refusals.ts';

export interface RulingRequest extends Omit<NewRuling, 'at'> {
  guildId: Snowflake;
  number: number;
  /** The case's version on the card that the moderator saw. */
  versionSeen: number;
  /** Whether `by` may rule on escalated cases. */
  senior: boolean;
}

/**
 * Rules on a case and carries the ruling out, in one transaction with its audit line.
 * @throws RequestError when the case or its comment changed since the moderator saw it, the ruling
 * needs a senior or a reason, or Discord would not let the bot time out the member: nothing is changed
 */
export async function ruleCase(
  ports: Ports,
  request: RulingRequest,
  signal: AbortSignal,
): Promise<Case> {
  const { store, clock, log } = ports;
  const { guildId, number, action } = request;
  if (action === 'timeout') await checkTimeout(ports, request, signal);
  const ruled = await store.transaction((ledger) => saveRequest(ledger, request, clock.now()));
  // Thrown outside the transaction, so that the card with the new text stays saved.
  if (!ruled) throw requestError(({ flags }) => flags.refused.textChanged);
  log.info({ guildId, caseNumber: number, action, state: ruled.state }, 'case.ruled');
  return ruled;
}

/** @throws RequestError when the bot cannot time out the member of a case */
export async function checkTimeout(
  { store, discord }: Ports,
  { guildId, number }: Pick<RulingRequest, 'guildId' | 'number'>,
  signal: AbortSignal,
): Promise<void> {
  const subject = (await store.cases.get(guildId, number))?.subject;
  if (subject?.kind !== 'message') return;
  const obstacle = await discord.timeoutObstacle(guildId, subject.authorId, signal);
  if (obstacle) throw requestError(({ flags }) => flags.timeout[obstacle]);
}

/** The ruled case; `null` when its comment was edited, which its card shows from now on. */
async function saveRequest(
  ledger: Ledger,
  request: RulingRequest,
  at: UnixMs,
): Promise<Case | null> {
  const { guildId, number, versionSeen, senior, ...ruling } = request;
  const current = await ledger.cases.get(guildId, number);
  if (!current) throw noSuchCase(number);
  const outcome = rule(current, { ...ruling, at }, versionSeen, senior);
  if (outcome.outcome !== 'ruled') throw rulingRefused(outcome.outcome, current);
  const { duplicateOf } = ruling;
  if (duplicateOf !== undefined) await checkOriginal(ledger, current, duplicateOf);
  if (await isCommentExpired(ledger, current)) {
    throw requestError(({ flags }) => flags.refused.expired);
  }
  const edited = await withEditedText(ledger, current, at);
  if (edited && ruling.action !== 'undo' && ruling.action !== 'escalate') {
    await saveEditedText(ledger, edited, at);
    return null;
  }
  const { by: actor, action, reason } = ruling;
  await saveRuling(ledger, current, outcome.case, { actor, action: `case.${action}`, reason, at });
  return outcome.case;
}

/** @throws RequestError when the case that is ruled on instead does not exist */
async function checkOriginal(
  { cases }: Pick<Ledger, 'cases'>,
  { guildId, number }: Case,
  original: number,
): Promise<void> {
  if (original === number) {
    throw requestError(({ flags }) => flags.refused.ownDuplicate);
  }
  if (!(await cases.get(guildId, original))) throw noSuchCase(original);
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
      await saveRuling(ledger, current, outcome.case, {
        actor: botActor,
        action: 'case.void',
        reason: ruling.reason,
        at,
      });
    }
  }
}

/** Saves a ruling with its effects, card and audit line, and notifies the people whom it concerns. */
async function saveRuling(ledger: Ledger, before: Case, ruled: Case, deed: Deed): Promise<void> {
  await saveChange(ledger, ruled, deed);
  // An undone ruling is no news: who undid it has the case.
  if (!isRuled(before)) await wantPing(ledger, before, ruled, deed.at);
  await carryOutRuling(ledger, before, ruled, deed.at);
  await notifyOfRuling(ledger, before, ruled, deed.at);
}

/** Checks a ruling without saving it. @throws RequestError as {@link ruleCase} does */
export function checkRuling(current: Case | null, request: RulingRequest, at: UnixMs): void {
  if (!current) throw noSuchCase(request.number);
  const { versionSeen, senior, ...ruling } = request;
  const { outcome } = rule(current, { ...ruling, at }, versionSeen, senior);
  if (outcome !== 'ruled') throw rulingRefused(outcome, current);
}

async function isCommentExpired(
  { discussions }: Ledger,
  { guildId, subject }: Case,
): Promise<boolean> {
  if (subject.kind !== 'comment') return false;
  return (await discussions.listCopies(guildId, subject.origin)).length === 0;
}
