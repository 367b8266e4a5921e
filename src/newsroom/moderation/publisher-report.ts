import type { Discussion } from '../../core/discussion/discussion.ts';
import type { Snowflake } from '../../core/ids.ts';
import { botActor } from '../../core/moderation/audit.ts';
import { type Case, commentSubject } from '../../core/moderation/case.ts';
import {
  goneAtPublisher,
  isWatched,
  reportedToPublisher,
  watchForMs,
} from '../../core/moderation/publisher-report.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import type { Ports } from '../ports.ts';
import { type CaseAct, caseOf } from './case-acts.ts';
import { saveChange } from './case-change.ts';

/**
 * Marks a comment as reported to its publisher. From then on it is looked for there until it is gone,
 * for two weeks at most, also after its discussions are closed.
 */
export async function markReportedToPublisher(
  { store, clock }: Ports,
  act: CaseAct,
): Promise<Case> {
  const at = clock.now();
  return store.transaction(async (ledger) => {
    const current = await caseOf(ledger, act);
    const marked = reportedToPublisher(current, act.by, at);
    if (!marked) return current;
    await saveChange(ledger, marked, { actor: act.by, action: 'case.publisher-report', at });
    await watchDiscussions(ledger, marked, at);
    return marked;
  });
}

async function watchDiscussions(
  { discussions }: Ledger,
  { guildId, subject }: Case,
  now: UnixMs,
): Promise<void> {
  if (subject.kind !== 'comment') return;
  const copies = await discussions.listCopies(guildId, subject.origin);
  for (const id of new Set(copies.map(({ discussionId }) => discussionId))) {
    const discussion = await discussions.get(id);
    if (!discussion || discussion.state === 'detached' || discussion.state === 'expired') continue;
    await discussions.save({ ...discussion, watchUntil: now + watchForMs }, now);
  }
}

/** The cards of comments that were reported to their publisher say that these are gone there. */
export async function markGoneAtPublisher(
  ledger: Ledger,
  guildId: Snowflake,
  origins: readonly string[],
  at: UnixMs,
): Promise<void> {
  const cases = await ledger.cases.listBySubjects(guildId, origins.map(commentSubject));
  for (const current of cases) {
    const marked = goneAtPublisher(current, at);
    if (!marked) continue;
    await saveChange(ledger, marked, { actor: botActor, action: 'case.publisher-gone', at });
  }
}

/** Until when a discussion's comments are looked for at their publisher; `null` when all are gone. */
export async function watchUntil(
  { cases }: Pick<Ledger, 'cases'>,
  { guildId, storyId, watchUntil: until }: Discussion,
): Promise<UnixMs | null> {
  if (until === null) return null;
  const ofStory = await cases.listOfStory(storyId);
  return ofStory.some((one) => one.guildId === guildId && isWatched(one)) ? until : null;
}
