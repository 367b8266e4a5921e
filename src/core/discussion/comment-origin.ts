import { storyKey } from '../../text/canonical-url.ts';
import { shortHash } from '../../text/hash.ts';
import type { Comment } from './comment.ts';
import { isMadeId } from './known-ids.ts';

type Identified = Pick<Comment, 'id' | 'url' | 'author' | 'publishedAt'>;

/** A story, for what its comments have in common in all feeds and channels. */
export interface CommentedStory {
  id: string;
  url: string | null;
}

/**
 * What identifies a comment at its source, the same in every channel and feed that brings it. The
 * first that it has:
 * - its own address: on its article's host, with a fragment that has a digit ("#comment-34");
 * - its id among the comments of its article, by one source;
 * - without an id of its site: its author and time.
 *
 * `shared` is what several comments have, and so names none of them. Stored: a change of how an origin
 * is made loses the rulings on comments.
 */
export function commentOrigin(
  comment: Identified,
  source: string,
  story: CommentedStory,
  shared: ReadonlySet<string> = new Set(),
): string {
  const article = story.url === null ? null : storyKey(story.url);
  const address = comment.url === null || shared.has(comment.url) ? null : addressKey(comment.url);
  if (address !== null && article !== null && hostOf(address) === hostOf(article)) {
    return shortHash(JSON.stringify(['address', address]));
  }
  const place = article ?? `story ${story.id}`;
  const { id, author, publishedAt } = comment;
  const writing = writingOf(comment);
  const isNamed = writing !== null && !shared.has(writing);
  const named = isNamed ? ['by', author, publishedAt] : ['id', id];
  return shortHash(JSON.stringify([source, place, ...named]));
}

/** Author and time of a comment without an id of its site; `null` for any other. */
function writingOf({ id, author, publishedAt }: Identified): string | null {
  return isMadeId(id) && publishedAt !== null ? JSON.stringify([author, publishedAt]) : null;
}

/**
 * What names more than one of the comments: addresses, and authors with times, which may be as coarse
 * as a day. `stored` are the comments of the source before, which keep the origins that they have.
 */
export function sharedSigns(
  comments: readonly Identified[],
  stored: readonly Identified[] = [],
): Set<string> {
  const present = new Map(comments.map((comment) => [comment.id, comment]));
  const earlier = stored.filter(({ id }) => !present.has(id));
  const signs = [
    ...comments.map(({ url }) => url),
    ...[...present.values(), ...earlier].map(writingOf),
  ];
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const sign of signs) {
    if (sign === null) continue;
    if (seen.has(sign)) shared.add(sign);
    seen.add(sign);
  }
  return shared;
}

/** `null` for an address that may not be one comment's own. */
function addressKey(url: string): string | null {
  const fragment = URL.canParse(url) ? new URL(url).hash : '';
  const page = /\d/u.test(fragment) ? storyKey(url) : null;
  return page && page + fragment;
}

const hostOf = (key: string) => key.split(/[/?#]/u, 1)[0];
