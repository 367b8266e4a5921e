import { commentChanges, type CommentChanges } from '../../core/discussion/comment-changes.ts';
import type { Comment, CommentPage } from '../../core/discussion/comment.ts';
import {
  type Discussion,
  publisherWord,
  type SourceAddress,
} from '../../core/discussion/discussion.ts';
import { shortHash } from '../../text/hash.ts';
import { shownAddress } from '../../text/masked-url.ts';
import { errorText, FetchError } from '../../core/errors.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { StoredComment } from '../../core/discussion/stored-comment.ts';
import type { Story } from '../../core/story/story.ts';
import { hourMs, secondMs, type UnixMs } from '../../core/time/duration.ts';
import { renderComment } from '../../render/index.ts';
import { findCommentSource } from '../../sources/index.ts';
import { commentDeliveries, commentKey, ordinalAt } from '../outbox/keys.ts';
import type { Ports } from '../ports.ts';
import { wantComments } from '../outbox/want-comments.ts';

const pageMaxBytes = 5_000_000;

const pageTimeoutMs = 15 * secondMs;

/** A look at a discussion's source: the page, or why there is none. */
export type CommentFetch =
  { page: CommentPage; error: null } | { page: null; error: string; retryAfterMs: number | null };

/**
 * Fetches and reads a discussion's comments. A failure is a value: it never means "closed". A
 * comment feed cannot say whether the discussion is closed: its article's page is asked for that.
 */
export async function fetchComments(
  ports: Ports,
  source: SourceAddress,
  story: Story,
  signal: AbortSignal,
): Promise<CommentFetch> {
  try {
    const page = await readSource(ports, source, signal);
    const onPage = page.closed === 'unknown' ? await pageWord(ports, source, story, signal) : {};
    return { page: { ...page, ...onPage }, error: null };
  } catch (error) {
    if (signal.aborted) throw error;
    const retryAfterMs = error instanceof FetchError ? error.retryAfterMs : null;
    return { page: null, error: errorText(error), retryAfterMs };
  }
}

async function readSource(
  ports: Ports,
  source: SourceAddress,
  signal: AbortSignal,
): Promise<CommentPage> {
  const accept =
    source.source === 'comment-feed'
      ? 'application/atom+xml, application/rss+xml, application/xml;q=0.9'
      : 'text/html';
  const request = { url: source.url, accept, maxBytes: pageMaxBytes, timeoutMs: pageTimeoutMs };
  const answer = await ports.fetch(request, signal);
  const contentType = answer.headers['content-type'] ?? null;
  return ports.read.comments({ body: answer.body, contentType, url: answer.url }, source);
}

/** What the article's page says of its discussion as a whole; nothing when it cannot be read. */
async function pageWord(
  ports: Ports,
  source: SourceAddress,
  story: Story,
  signal: AbortSignal,
): Promise<Partial<CommentPage>> {
  const settings = { source: 'page-selectors', selectors: null } as const;
  const page = findCommentSource(story, settings);
  if (!page || page.url === source.url) return {};
  try {
    const { closed, closingSentence, total } = await readSource(ports, page, signal);
    return { closed, closingSentence, ...(total !== null && { total }) };
  } catch (error) {
    if (signal.aborted) throw error;
    ports.log.debug(
      { url: shownAddress(page.url), error: errorText(error) },
      'comments.page-unread',
    );
    return {};
  }
}

/** The discussion after a look: the publisher's word, the next poll, slower after failures. */
export function afterFetch(
  discussion: Discussion,
  look: CommentFetch,
  pollEveryMs: number,
  now: UnixMs,
): Discussion {
  if (look.page === null) {
    const pollErrors = discussion.pollErrors + 1;
    const backoff = Math.min(hourMs, pollEveryMs * 2 ** Math.min(pollErrors, 8));
    const nextPoll = now + Math.max(backoff, look.retryAfterMs ?? 0);
    return { ...discussion, pollErrors, lastError: look.error, nextPoll };
  }
  const { closed, closingSentence, total, comments } = look.page;
  return {
    ...discussion,
    ...publisherWord(discussion, closed, now),
    closingSentence: closingSentence ?? discussion.closingSentence,
    total: total ?? Math.max(discussion.total ?? 0, comments.length),
    pollErrors: 0,
    lastError: null,
    nextPoll: now + pollEveryMs,
  };
}

/** What a look changes in a discussion's thread. */
export interface CommentUpdate {
  changes: CommentChanges;
  /** Rows to store, in the order of the thread. */
  comments: StoredComment[];
}

const hashOf = ({ author, html }: Comment) => shortHash(`${author}\n${html}`);

/** Compares a source's answer with the comments stored. */
function sourceChanges(stored: readonly StoredComment[], page: CommentPage): CommentChanges {
  const known = stored.map(({ comment, hash, state, missing }) => {
    return { id: comment.id, hash, state, missing };
  });
  return commentChanges(known, page, hashOf);
}

/** How many comments are live once an answer's changes are stored. */
export function liveCountAfter(stored: readonly StoredComment[], page: CommentPage): number {
  const { added, goneIds } = sourceChanges(stored, page);
  return liveCount(stored) + added.length - goneIds.length;
}

export function liveCount(stored: readonly StoredComment[]): number {
  return stored.filter(({ state }) => state === 'live').length;
}

/** The rows that a source's answer changes. */
export function commentUpdate(
  { clock }: Pick<Ports, 'clock'>,
  discussion: Discussion,
  stored: readonly StoredComment[],
  page: CommentPage,
): CommentUpdate {
  const byId = new Map(stored.map((row) => [row.comment.id, row]));
  const changes = sourceChanges(stored, page);
  // Never before those stored, though the clock were turned back: a parent stands before its replies.
  const last = stored.reduce((most, { ordinal }) => Math.max(most, ordinal), 0);
  const first = Math.max(ordinalAt(clock.now(), 0), last + 1);
  const rows = new Map<string, StoredComment>();
  const change = (id: string, change: Partial<StoredComment>) => {
    const row = rows.get(id) ?? byId.get(id);
    if (row) rows.set(id, { ...row, ...change });
  };
  for (const [index, comment] of changes.added.entries()) {
    const parts = partsOf(comment);
    const text = { comment, hash: hashOf(comment), parts };
    if (byId.has(comment.id)) change(comment.id, { ...text, state: 'live', missing: 0 });
    else {
      rows.set(comment.id, {
        ...text,
        discussionId: discussion.id,
        key: commentKey(discussion.id, comment.id),
        state: 'live',
        missing: 0,
        hidden: false,
        ordinal: first + index,
      });
    }
  }
  for (const comment of changes.edited) {
    const before = byId.get(comment.id)?.parts ?? 1;
    const parts = Math.max(before, partsOf(comment));
    change(comment.id, { comment, hash: hashOf(comment), parts });
  }
  for (const id of changes.foundIds) change(id, { missing: 0 });
  for (const id of changes.missingIds) change(id, { missing: (byId.get(id)?.missing ?? 0) + 1 });
  for (const id of changes.goneIds) change(id, { state: 'gone' });
  return { changes, comments: [...rows.values()] };
}

/** A site's name is cut to so many characters: the longest frame decides the number of parts. */
const longestSiteName = 'M'.repeat(80);

/** How many messages a comment takes at the most, whatever its site is called. */
function partsOf(comment: Comment): number {
  return renderComment(comment, {
    key: '',
    articleUrl: null,
    siteName: longestSiteName,
    replyTo: null,
    hidden: false,
    buttonsDisabled: false,
    language: 'en',
  }).length;
}

/** Since when comments vanish in masses; over once a complete answer has the others again. */
export function vanishedSince(
  before: UnixMs | null,
  { massDisappearance }: CommentChanges,
  { complete }: CommentPage,
  now: UnixMs,
): UnixMs | null {
  if (massDisappearance) return before ?? now;
  return complete ? null : before;
}

/** Stores a commentUpdate and asks for its messages in the thread; the keys of the comments gone. */
export async function saveCommentUpdate(
  ledger: Ledger,
  discussion: Discussion,
  { changes, comments }: CommentUpdate,
  now: UnixMs,
): Promise<string[]> {
  await ledger.discussions.saveComments(comments);
  const byId = new Map(comments.map((row) => [row.comment.id, row]));
  const shownAnew = [...changes.added, ...changes.edited].flatMap(({ id }) => byId.get(id) ?? []);
  await wantComments(ledger, discussion, shownAnew, now);
  const gone = changes.goneIds.flatMap((id) => byId.get(id) ?? []);
  await ledger.deliveries.remove(gone.flatMap(({ key, parts }) => commentDeliveries(key, parts)));
  return gone.map(({ key }) => key);
}
