import type { CommentPage } from '../../core/discussion/comment.ts';
import {
  type Discussion,
  publisherState,
  type SourceAddress,
} from '../../core/discussion/discussion.ts';
import { errorText, FetchError } from '../../core/errors.ts';
import type { Story } from '../../core/story/story.ts';
import { hourMs, secondMs, type UnixMs } from '../../core/time/duration.ts';
import { findCommentSource } from '../../sources/index.ts';
import { shownAddress } from '../../text/masked-url.ts';
import type { Ports } from '../ports.ts';

const pageMaxBytes = 5_000_000;
const pageTimeoutMs = 15 * secondMs;

/** A discussion's comments, or why they could not be read. */
export type CommentFetch =
  { page: CommentPage; error: null } | { page: null; error: string; retryAfterMs: number | null };

/**
 * Fetches and reads a discussion's comments. A failure is a value: it never means "closed". A
 * comment feed does not say whether its discussion is closed, so the article's page is read too.
 */
export async function fetchComments(
  ports: Ports,
  source: SourceAddress,
  story: Story,
  signal: AbortSignal,
): Promise<CommentFetch> {
  try {
    const page = await readSource(ports, source, signal);
    const fromArticle =
      page.closed === 'unknown' ? await statusOnArticle(ports, source, story, signal) : {};
    return { page: { ...page, ...fromArticle }, error: null };
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
  return ports.parsers.comments({ body: answer.body, contentType, url: answer.url }, source);
}

/** Whether the article's page says "closed", and its count; `{}` when it cannot be read. */
async function statusOnArticle(
  ports: Ports,
  source: SourceAddress,
  story: Story,
  signal: AbortSignal,
): Promise<Partial<CommentPage>> {
  const settings = { source: 'page-selectors', selectors: null } as const;
  const article = findCommentSource(story, settings);
  if (!article || article.url === source.url) return {};
  try {
    const { closed, closingSentence, total } = await readSource(ports, article, signal);
    return { closed, closingSentence, ...(total !== null && { total }) };
  } catch (error) {
    if (signal.aborted) throw error;
    ports.log.debug(
      { url: shownAddress(article.url), error: errorText(error) },
      'comments.page-unread',
    );
    return {};
  }
}

/** The discussion after a fetch: what its publisher says, and the next poll, later after errors. */
export function afterFetch(
  discussion: Discussion,
  fetched: CommentFetch,
  pollEveryMs: number,
  now: UnixMs,
): Discussion {
  if (fetched.page === null) {
    const pollErrors = discussion.pollErrors + 1;
    const backoff = Math.min(hourMs, pollEveryMs * 2 ** Math.min(pollErrors, 8));
    const nextPoll = now + Math.max(backoff, fetched.retryAfterMs ?? 0);
    return { ...discussion, pollErrors, lastError: fetched.error, nextPoll };
  }
  const { closed, closingSentence, total, comments } = fetched.page;
  return {
    ...discussion,
    ...publisherState(discussion, closed, now),
    closingSentence: closingSentence ?? discussion.closingSentence,
    total: total ?? Math.max(discussion.total ?? 0, comments.length),
    pollErrors: 0,
    lastError: null,
    nextPoll: now + pollEveryMs,
  };
}
