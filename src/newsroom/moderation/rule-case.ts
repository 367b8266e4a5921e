import { RequestError } from '../../core/errors.ts';
import { type Case, rule, type Ruling } from '../../core/moderation/case.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { cardDelivery, commentDeliveries, ordinalAt } from '../outbox/keys.ts';
import { wantComments } from '../outbox/want-comments.ts';
import { plainText } from '../../render/index.ts';
import { wantCard } from '../outbox/moderators.ts';
import type { Ports } from '../ports.ts';
import { updateHidden, isHidden } from './report.ts';

export interface RulingRequest {
  guildId: Snowflake;
  number: number;
  versionSeen: number;
  action: Ruling['action'];
  by: Snowflake;
  /** Whether `by` may rule on escalated cases. */
  senior: boolean;
  reason: string | null;
}

/**
 * Rules on a case and does what the ruling asks, all in one transaction with its audit line.
 * @throws RequestError when the case or its comment changed since the moderator saw it, or it needs
 * a senior or a reason
 */
export async function ruleCase(ports: Ports, wanted: RulingRequest): Promise<Case> {
  const { store, clock, log } = ports;
  const at = clock.now();
  const { guildId, number, action, by, reason } = wanted;
  const ruled = await store.transaction(async (ledger) => {
    const current = await ledger.cases.get(guildId, number);
    if (!current) throw new RequestError(`There is no case ${number} here.`);
    const outcome = rule(current, { action, by, at, reason }, wanted.versionSeen, wanted.senior);
    if (outcome.outcome !== 'ruled') throw new RequestError(refusals[outcome.outcome]);
    const edited = await withNewWords(ledger, current, at);
    if (edited && action !== 'undo' && action !== 'escalate') {
      await ledger.cases.save(edited);
      await wantCard(ledger, guildId, number, cardDelivery(guildId, number), at);
      return null;
    }
    const next = outcome.case;
    if (!(await saveRuling(ledger, current, next, { actor: by, action, reason, at }))) {
      throw new RequestError(refusals['changed-meanwhile']);
    }
    return next;
  });
  if (!ruled) throw new RequestError(refusals['words-changed']);
  log.info({ guildId, caseNumber: number, action, state: ruled.state }, 'case.ruled');
  return ruled;
}

/**
 * Dismisses the cases that wait on comments which went at their source: there is nothing left to
 * rule on. What a person ruled stays ruled.
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

/** Stores a ruling with its effects, its card and its audit line; `false` when it came too late. */
async function saveRuling(
  ledger: Ledger,
  before: Case,
  next: Case,
  { actor, action, reason, at }: Pick<Ruling, 'action' | 'reason' | 'at'> & { actor: string },
): Promise<boolean> {
  if (!(await ledger.cases.save(next))) return false;
  const { guildId, number, version } = next;
  await carryOut(ledger, before, next, at);
  await wantCard(ledger, guildId, number, cardDelivery(guildId, number), at);
  const line = { guildId, at, actor, subject: `case:${number}`, version, reason };
  await ledger.audit.append({ ...line, action: `case.${action}` });
  return true;
}

/** Refuses at once what {@link ruleCase} would. @throws RequestError as that does */
export function checkRuling(current: Case | null, wanted: RulingRequest): void {
  if (!current) throw new RequestError(`There is no case ${wanted.number} here.`);
  const { action, by, reason, versionSeen, senior } = wanted;
  const { outcome } = rule(current, { action, by, at: 0, reason }, versionSeen, senior);
  if (outcome !== 'ruled') throw new RequestError(refusals[outcome]);
}

const refusals = {
  'changed-meanwhile':
    'This case changed since you saw it: its card shows it as it is now. Look again, then rule.',
  'words-changed':
    'This comment was edited after it was flagged: its card now shows both texts. Look again, then rule.',
  'needs-senior':
    'This case is escalated: a member with Manage Server or the senior role of `/settings` rules on it.',
  'needs-reason': 'A ruling on an escalated case needs a reason.',
  'nothing-to-undo': 'This case is not ruled yet: there is nothing to undo.',
};

/** The case with the words that its comment was given since; `null` when they are the same. */
async function withNewWords(ledger: Ledger, flagged: Case, at: UnixMs): Promise<Case | null> {
  const { subject, textRevision, evidence, version } = flagged;
  if (subject.kind !== 'comment') return null;
  const stored = await ledger.discussions.getComment(subject.commentKey);
  if (!stored || stored.state !== 'live' || stored.hash === textRevision) return null;
  const both = `${plainText(stored.comment.html)}\n\nBefore it was edited:\n${evidence ?? ''}`;
  const revised = { textRevision: stored.hash, evidence: both, version: version + 1 };
  return { ...flagged, ...revised, changedAt: at };
}

/** What a ruling changes for readers; an undo takes it back where Discord lets it. */
async function carryOut(ledger: Ledger, before: Case, next: Case, at: UnixMs): Promise<void> {
  const { subject } = next;
  const removes = next.state === 'upheld' && next.ruling?.action === 'remove';
  if (subject.kind === 'message') {
    if (!removes) return;
    const { guildId, number } = next;
    const key = `removal:${guildId}:${number}:${next.version}`;
    const { channelId, messageId } = subject;
    const removal = { key, kind: 'removal', guildId, channelId, subject: messageId } as const;
    await ledger.deliveries.removeMessage({ ...removal, ordinal: ordinalAt(at, 0) }, messageId);
    return;
  }
  const stored = await ledger.discussions.getComment(subject.commentKey);
  if (!stored) return;
  if (removes) {
    await ledger.discussions.saveComments([{ ...stored, state: 'tombstone' }]);
    await ledger.deliveries.remove(commentDeliveries(stored.key, stored.parts));
    return;
  }
  if (stored.state === 'tombstone') {
    // Another case removed it, unless this ruling takes that very removal back.
    if (before.state !== 'upheld' || before.ruling?.action !== 'remove') return;
    const back = { ...stored, state: 'live', hidden: await isHidden(ledger, next) } as const;
    await ledger.discussions.saveComments([back]);
    const discussion = await ledger.discussions.get(subject.discussionId);
    if (discussion) await wantComments(ledger, discussion, [back], at);
    return;
  }
  if (before.hidden !== next.hidden) await updateHidden(ledger, next);
}
