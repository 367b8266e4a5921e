import { commentHash, rememberHash } from '../../core/discussion/comment-hash.ts';
import type { CommentPage } from '../../core/discussion/comment.ts';
import {
  type Discussion,
  type DiscussionSource,
  pollsToConfirm,
  publisherState,
} from '../../core/discussion/discussion.ts';
import { withKnownIds } from '../../core/discussion/known-ids.ts';
import { withinRoom } from '../../core/discussion/most-comments.ts';
import type { StoredComment } from '../../core/discussion/stored-comment.ts';
import { hourMs, secondMs, type UnixMs } from '../../core/time/duration.ts';
import { type LookInterval, sourceNamed } from '../../sources/index.ts';
import type { Ports } from '../ports.ts';
import { changesComments } from './compare-comments.ts';
import { look, type Look } from './look.ts';
import { livelyLookMs, nextLookMs } from './look-interval.ts';

export type CommentLook = Look<CommentPage>;

/**
 * Looks at a discussion's comments. A failure is a value: it never means "closed". What must be seen
 * twice is asked for without conditions the second time, also when nothing changed meanwhile.
 */
export async function lookAtComments(
  ports: Ports,
  discussion: Discussion & { source: DiscussionSource },
  comments: readonly StoredComment[],
  channelMs: number,
  signal: AbortSignal,
): Promise<CommentLook> {
  const { source } = discussion;
  const validators = isConfirming(discussion, comments) ? {} : discussion.validators;
  const livelyMs = livelyLookMs(limitsOf(source), channelMs);
  const known = { validators, livelyMs };
  const looked = await look(
    ports,
    known,
    (answers) => ports.parsers.readComments(source, answers, signal),
    signal,
  );
  if (looked.outcome !== 'done') return looked;
  const stored = comments.filter((row) => row.source === source.name).map(({ comment }) => comment);
  const { hashes, ...page } = looked.result;
  const named = { ...page, comments: withKnownIds(page.comments, stored) };
  for (const [index, comment] of named.comments.entries()) {
    rememberHash(comment, hashes[index] ?? commentHash(comment));
  }
  const result = withinRoom(named, new Set(stored.map(({ id }) => id)));
  return { ...looked, result };
}

function isConfirming(
  { closedPolls, openPolls, publisherClosedAt, vanishedSince }: Discussion,
  comments: readonly StoredComment[],
): boolean {
  const polls = publisherClosedAt === null ? closedPolls : openPolls;
  if (vanishedSince !== null || (polls > 0 && polls < pollsToConfirm)) return true;
  return comments.some(({ state, missing }) => state !== 'gone' && missing > 0);
}

/** The discussion after a look: what its publisher says, and when the next look is due. */
export function afterLook(
  discussion: Discussion,
  comments: readonly StoredComment[],
  looked: CommentLook,
  channelMs: number,
  now: UnixMs,
): Discussion {
  switch (looked.outcome) {
    case 'failed': {
      const pollErrors = discussion.pollErrors + 1;
      const waitMs = Math.min(hourMs, channelMs * 2 ** Math.min(pollErrors, 8));
      const nextPoll = now + Math.max(waitMs, looked.retryAfterMs ?? 0);
      return { ...discussion, pollErrors, lastError: looked.error, nextPoll };
    }
    case 'later': {
      const nextPoll = Math.max(looked.at, now + secondMs);
      return { ...discussion, lastError: looked.reason, nextPoll };
    }
    case 'done': {
      const { validators, isUnchanged, result } = looked;
      const read = { ...discussion, validators, pollErrors: 0, lastError: null, readAt: now };
      const isFirst = Object.keys(discussion.validators).length === 0;
      const next = isUnchanged ? read : withPage(read, comments, result, now, isFirst);
      return { ...next, nextPoll: now + intervalMs(next, channelMs, now) };
    }
    default:
      return looked satisfies never;
  }
}

function withPage(
  discussion: Discussion,
  stored: readonly StoredComment[],
  page: CommentPage,
  now: UnixMs,
  isFirst: boolean,
): Discussion {
  const { closed, closingSentence, total, comments } = page;
  const next = {
    ...discussion,
    ...publisherState(discussion, closed, now, isFirst),
    closingSentence: closingSentence ?? discussion.closingSentence,
    total: total ?? Math.max(discussion.total ?? 0, comments.length),
  };
  const isTurned = discussion.closedPolls === 0 ? next.closedPolls > 0 : next.closedPolls === 0;
  // The page's count is not one: it is read less often, and follows the comments.
  const isChanged = isTurned || changesComments(discussion, stored, page);
  return isChanged ? { ...next, changedAt: now } : next;
}

function intervalMs(
  { source, changedAt, anchor }: Discussion,
  channelMs: number,
  now: UnixMs,
): number {
  return nextLookMs(changedAt ?? anchor, now, limitsOf(source), channelMs);
}

function limitsOf(source: DiscussionSource | null): LookInterval {
  return (source && sourceNamed(source.name)?.everyMs) ?? { least: 0, most: hourMs };
}
