import type { CommentPage } from './comment.ts';

/**
 * How many comments of one discussion a look takes in, the newest, and how many are stored: the time and
 * the memory of a look grow with them.
 */
export const mostRead = 10_000;
export const mostStored = 20_000;

/** The newest comments of a page that has more than a look takes in. It is not complete then. */
export function newestOfPage(page: CommentPage, most = mostRead): CommentPage {
  const { comments, total } = page;
  if (comments.length <= most) return page;
  const byTime = comments.toSorted(
    (a, b) => (a.publishedAt ?? Infinity) - (b.publishedAt ?? Infinity) || 0,
  );
  const newest = new Set(byTime.slice(-most));
  return {
    ...page,
    complete: false,
    total: total ?? comments.length,
    comments: comments.filter((comment) => newest.has(comment)),
  };
}

/** The page without the new comments that the discussion has no room for; they count in its total. */
export function withinRoom(
  page: CommentPage,
  storedIds: ReadonlySet<string>,
  most = mostStored,
): CommentPage {
  const { comments, total } = page;
  const added = comments.reduce((sum, { id }) => sum + (storedIds.has(id) ? 0 : 1), 0);
  const over = storedIds.size + added - most;
  if (over <= 0) return page;
  let room = Math.max(0, added - over);
  const taken = comments.filter(({ id }) => storedIds.has(id) || room-- > 0);
  return { ...page, total: total ?? storedIds.size + added, comments: taken };
}
