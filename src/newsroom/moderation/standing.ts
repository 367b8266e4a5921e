import { type Case, commentSubject, subjectKey } from '../../core/moderation/case.ts';
import { type Standing, standingOf } from '../../core/moderation/standing.ts';
import type { StoredComment } from '../../core/discussion/stored-comment.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { UnixMs } from '../../core/time/duration.ts';
import {
  hideComments,
  refreshComments,
  refreshReplies,
  removeComments,
  wantComments,
} from '../outbox/comment-messages.ts';

/**
 * Brings all copies of a comment in a guild to what the cases on it and the mute of its author ask:
 * removed, hidden or shown. May be repeated.
 */
export async function updateCopies(
  ledger: Ledger,
  guildId: Snowflake,
  origin: string,
  now: UnixMs,
): Promise<void> {
  await updateComments(ledger, guildId, await ledger.discussions.listCopies(guildId, origin), now);
}

/** The same for any stored comments of a guild. Returns how many of them changed. */
export async function updateComments(
  ledger: Ledger,
  guildId: Snowflake,
  comments: readonly StoredComment[],
  now: UnixMs,
): Promise<number> {
  const present = comments.filter(({ state }) => state !== 'gone');
  const after = await withStandings(ledger, guildId, present, 'stored');
  let changed = 0;
  for (const [index, before] of present.entries()) {
    const next = after[index];
    if (!next) continue;
    if (next.state === before.state && next.hidden === before.hidden) {
      // Hidden by a ruling, then by a mute, or the other way: its placeholder says which.
      if (next.hidden && next.state === 'live') await refreshComments(ledger, [next], now);
      continue;
    }
    await updateComment(ledger, before, next, now);
    changed += 1;
  }
  return changed;
}

async function updateComment(
  ledger: Ledger,
  { state, discussionId }: StoredComment,
  next: StoredComment,
  now: UnixMs,
): Promise<void> {
  await ledger.discussions.saveComments([next]);
  if (next.state === 'tombstone') {
    await removeComments(ledger, [next], now);
  } else if (state === 'tombstone') {
    const discussion = await ledger.discussions.get(discussionId);
    if (discussion) await wantComments(ledger, discussion, [next], now);
  } else {
    await (next.hidden ? hideComments : refreshComments)(ledger, [next], now);
  }
  await refreshReplies(ledger, [next], now);
}

/** What cases and mutes ask of one comment. */
interface Asked {
  standing: Standing;
  muted: boolean;
}

/**
 * A removed comment leaves a tombstone. One of a muted author is hidden in its place when it is
 * `stored`, so that it can return there; a `new` one is not posted at all.
 */
function asAsked(
  comment: StoredComment,
  { standing, muted }: Asked,
  age: 'new' | 'stored',
): StoredComment {
  const isUnshown = muted && (age === 'new' || comment.state === 'tombstone');
  if (standing === 'removed' || isUnshown) return { ...comment, state: 'tombstone' };
  const hidden = standing !== 'shown' || muted;
  const isAsked = comment.state === 'live' && comment.hidden === hidden;
  return isAsked ? comment : { ...comment, state: 'live', hidden };
}

/** The comments as the rulings on them and the mutes of their authors ask; none may be `gone`. */
export async function withStandings(
  { cases, mutes }: Pick<Ledger, 'cases' | 'mutes'>,
  guildId: Snowflake,
  comments: readonly StoredComment[],
  age: 'new' | 'stored',
): Promise<StoredComment[]> {
  const subjects = comments.map(({ origin }) => commentSubject(origin));
  const bySubject = new Map<string, Case[]>();
  for (const one of await cases.listBySubjects(guildId, subjects)) {
    const key = subjectKey(one.subject);
    bySubject.set(key, [...(bySubject.get(key) ?? []), one]);
  }
  const authors = new Set(comments.flatMap(({ authorKey }) => authorKey ?? []));
  const mutedKeys = await mutes.listMutedKeys(guildId, [...authors]);
  return comments.map((comment) => {
    const standing = standingOf(bySubject.get(commentSubject(comment.origin)) ?? []);
    const muted = comment.authorKey !== null && mutedKeys.has(comment.authorKey);
    return asAsked(comment, { standing, muted }, age);
  });
}
