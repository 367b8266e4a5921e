import type { CommentPage } from '../../core/discussion/comment.ts';
import type { Discussion, DiscussionSource } from '../../core/discussion/discussion.ts';
import type { StoredComment } from '../../core/discussion/stored-comment.ts';
import type { SubscriptionSettings } from '../../core/feed/subscription.ts';
import type { Story } from '../../core/story/story.ts';
import { hourMs, minuteMs, type UnixMs } from '../../core/time/duration.ts';
import type { Ports } from '../ports.ts';
import { afterLook, type CommentLook, lookAtComments } from './fetch-comments.ts';
import { lookForSource } from './find-source.ts';

type Found = Discussion & { source: DiscussionSource };

/** A story and its feed's settings, by which another source may be found. */
export interface ReadingClues {
  story: Story;
  settings: SubscriptionSettings['comments'];
}

/** A discussion after a look, with what was read; `page` is `null` when nothing changed or it failed. */
export interface Reading {
  discussion: Discussion;
  page: CommentPage | null;
}

/**
 * Looks in a row that must fail, and the time without comments, before another source is read: most
 * outages are short, and another source may have fewer comments.
 */
const failuresBeforeChange = 3;
const outageMs = hourMs;
const firstRetryMs = 15 * minuteMs;

/**
 * Reads a discussion's comments. When its source has failed for an hour, another one that answers is
 * read in its place; the first is tried again every quarter of an hour, and taken back once it answers.
 */
export async function readDiscussion(
  ports: Ports,
  discussion: Found,
  comments: readonly StoredComment[],
  clues: ReadingClues,
  signal: AbortSignal,
): Promise<Reading> {
  const everyMs = clues.settings.pollEveryMs;
  const now = ports.clock.now();
  const settled = (before: Discussion, looked: CommentLook): Reading => ({
    discussion: afterLook(before, comments, looked, everyMs, now),
    page: looked.outcome === 'done' && !looked.isUnchanged ? looked.result : null,
  });
  /** A look at another source; `null` when it does not answer. */
  const change = async (to: Found): Promise<Reading | null> => {
    const unread = { ...to, validators: {} };
    const looked = await lookAtComments(ports, unread, comments, everyMs, signal);
    return looked.outcome === 'done' ? settled(to, looked) : null;
  };
  const { replaced } = discussion;
  let current = discussion;
  if (replaced && replaced.tryAt <= now) {
    const back = await change({ ...discussion, source: replaced.source, replaced: null });
    if (back) return back;
    current = { ...discussion, replaced: { ...replaced, tryAt: now + firstRetryMs } };
  }
  const looked = await lookAtComments(ports, current, comments, everyMs, signal);
  const read = settled(current, looked);
  const { pollErrors, lastError } = read.discussion;
  const isOut = now - (current.readAt ?? -Infinity) >= outageMs;
  const isFailing = looked.outcome === 'failed' && pollErrors >= failuresBeforeChange && isOut;
  if (!isFailing || current.replaced) return read;
  const other = await otherSource(ports, current, clues, signal);
  if (!other) return read;
  const reason = lastError ?? '';
  const next = replacement(current, other, { reason, now });
  return (await change(next)) ?? read;
}

function replacement(
  discussion: Found,
  source: DiscussionSource,
  { reason, now }: { reason: string; now: UnixMs },
): Found {
  const replaced = { source: discussion.source, tryAt: now + firstRetryMs, reason };
  return { ...discussion, source, replaced };
}

/** Another source of the same story; never one where the feed's settings name theirs. */
async function otherSource(
  ports: Ports,
  { source }: Found,
  { story, settings }: ReadingClues,
  signal: AbortSignal,
): Promise<DiscussionSource | null> {
  const found = await lookForSource(ports, { story, settings, except: source.name }, signal);
  return found.outcome === 'done' ? found.result : null;
}
