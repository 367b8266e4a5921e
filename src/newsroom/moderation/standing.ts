import { type Case, commentSubject, subjectKey } from '../../core/moderation/case.ts';
import { type Standing, standingOf } from '../../core/moderation/standing.ts';
import type { StoredComment } from '../../core/discussion/stored-comment.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import { commentDeliveries } from '../outbox/keys.ts';
import { wantComments } from '../outbox/want-comments.ts';

/**
 * Brings all copies of a comment in a guild to what the cases on it ask: removed, hidden or shown. May
 * be repeated.
 */
export async function updateCopies(
  ledger: Ledger,
  guildId: Snowflake,
  origin: string,
  now: UnixMs,
): Promise<void> {
  const cases = await ledger.cases.listBySubject(guildId, commentSubject(origin));
  const standing = standingOf(cases);
  for (const copy of await ledger.discussions.listCopies(guildId, origin)) {
    await updateCopy(ledger, copy, standing, now);
  }
}

async function updateCopy(
  ledger: Ledger,
  copy: StoredComment,
  standing: Standing,
  now: UnixMs,
): Promise<void> {
  const { key, parts, state, hidden } = copy;
  if (state === 'gone') return;
  const next = inStanding(copy, standing);
  if (next.state === state && next.hidden === hidden) return;
  await ledger.discussions.saveComments([next]);
  const messages = commentDeliveries(key, parts);
  if (next.state === 'tombstone') {
    await ledger.deliveries.remove(messages, now);
  } else if (state === 'tombstone') {
    const discussion = await ledger.discussions.get(copy.discussionId);
    if (discussion) await wantComments(ledger, discussion, [next], now);
  } else {
    await ledger.deliveries.refresh(messages, now);
  }
}

function inStanding(copy: StoredComment, standing: Standing): StoredComment {
  if (standing === 'removed') return { ...copy, state: 'tombstone' };
  return { ...copy, state: 'live', hidden: standing !== 'shown' };
}

/** The comments of a new look, as the rulings on them ask: a removed one is not mirrored again. */
export async function withRulings(
  { cases }: Pick<Ledger, 'cases'>,
  guildId: Snowflake,
  comments: readonly StoredComment[],
): Promise<StoredComment[]> {
  const subjects = comments.map(({ origin }) => commentSubject(origin));
  const ruledOn = await cases.listBySubjects(guildId, subjects);
  if (ruledOn.length === 0) return [...comments];
  const bySubject = new Map<string, Case[]>();
  for (const one of ruledOn) {
    const key = subjectKey(one.subject);
    bySubject.set(key, [...(bySubject.get(key) ?? []), one]);
  }
  return comments.map((comment) =>
    inStanding(comment, standingOf(bySubject.get(commentSubject(comment.origin)) ?? [])),
  );
}
