import { z } from 'zod';
import type { Comment, CommentPage } from '../core/discussion/comment.ts';
import { hourMs, minuteMs } from '../core/time/duration.ts';
import { parsePublicationDate } from '../core/time/publication-date.ts';
import { absoluteUrl } from '../text/url.ts';
import { bareComment, cappedHtml, commenter } from './comment-text.ts';
import { readable, readJson } from './json.ts';
import { embedOf } from './linked-page.ts';
import {
  type Clues,
  commentSource,
  documentAt,
  nothingNew,
  type SourceAnswer,
  type SourceStep,
  unanswered,
} from './source.ts';

const site = 'https://disqus.com';
const api = `${site}/api/3.0/threads`;
const perPage = 100;
/** With the thread's own document, within the twenty requests of a look. */
const mostPages = 18;
const looksForThread = 5;

const Ref = z.object({
  forum: z.string().regex(/^[\da-z-]{2,60}$/u),
  /** "ident:" and the page's own identifier, or "link:" and its address. */
  thread: z.string().regex(/^(?:ident|link):./u),
  /** The article's address, below which each comment has its own. */
  page: z.string().nullable(),
});
type Ref = z.infer<typeof Ref>;

const Thread = z.object({
  response: z.object({
    isClosed: z.boolean().default(false),
    posts: z.number().int().nonnegative(),
  }),
});

const Posts = z.object({
  cursor: z.object({ hasNext: z.boolean().default(false), next: z.string().nullish() }),
  response: z.array(z.unknown()),
});

const Post = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  parent: z
    .union([z.string(), z.number()])
    .nullish()
    .transform((parent) => (parent == null ? null : String(parent))),
  /** HTML. */
  message: z.string().catch(''),
  /** UTC, without a zone. */
  createdAt: z.string().catch(''),
  isDeleted: z.boolean().catch(false),
  isSpam: z.boolean().catch(false),
  author: z
    .object({
      name: z.string().nullish(),
      profileUrl: z.string().nullish(),
      isAnonymous: z.boolean().catch(false),
      avatar: z.object({ permalink: z.string().nullish() }).nullish(),
    })
    .nullish()
    .catch(null),
});

function commentOf(post: z.infer<typeof Post>, page: string | null): Comment {
  const { id, parent, author, message, createdAt } = post;
  const deleted = post.isDeleted || post.isSpam;
  const isMember = author?.isAnonymous === false && !deleted;
  return {
    ...bareComment,
    id,
    parentId: parent,
    author: deleted ? '' : commenter(author?.name),
    authorUrl: isMember ? absoluteUrl(author.profileUrl ?? '', site) : null,
    avatarUrl: isMember ? absoluteUrl(author.avatar?.permalink ?? '', site) : null,
    body: { html: deleted ? '' : cappedHtml(message, () => message) },
    publishedAt: createdAt === '' ? null : parsePublicationDate(`${createdAt}Z`),
    url: page === null ? null : `${page}#comment-${id}`,
    deleted,
  };
}

/** Without it the comments are read all the same. */
function threadIn(answer: SourceAnswer | undefined) {
  return answer?.kind === 'document' ? readJson(answer, Thread, 'Disqus').response : null;
}

function readThread(
  { forum, thread, page }: Ref,
  answers: readonly SourceAnswer[],
): SourceStep<CommentPage> {
  const asked = `forum=${forum}&thread=${encodeURIComponent(thread)}`;
  const about = `${api}/details.json?${asked}`;
  const list = (cursor: string | null) =>
    `${api}/listPosts.json?${asked}&limit=${perPage}&order=desc&include=approved&include=deleted` +
    (cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`);
  const head = { url: about, format: 'json', key: 'disqus', everyLooks: looksForThread } as const;
  const first = { url: list(null), format: 'json', key: 'disqus' } as const;
  const ask = unanswered([first, head], answers);
  if (ask.length > 0) return { ask };
  let document = documentAt(first.url, answers);
  const stated = threadIn(answers.find(({ url }) => url === about));
  const status = {
    closed: stated ? stated.isClosed : ('unknown' as const),
    closingSentence: null,
    total: stated?.posts ?? null,
  };
  if (document === null) return { done: { ...nothingNew, ...status } };
  const comments = new Map<string, Comment>();
  let isWhole = true;
  for (let pages = 1; ; pages += 1) {
    const { cursor, response } = readJson(document, Posts, 'Disqus');
    const posts = readable(response, Post);
    isWhole &&= posts.isWhole;
    for (const post of posts.read) comments.set(post.id, commentOf(post, page));
    if (!cursor.hasNext || !cursor.next) break;
    if (pages === mostPages) {
      isWhole = false;
      break;
    }
    const next = {
      url: list(cursor.next),
      format: 'json',
      key: 'disqus',
      unconditional: true,
    } as const;
    const more = unanswered([next], answers);
    if (more.length > 0) return { ask: more };
    document = documentAt(next.url, answers);
    if (document === null) return { done: { ...nothingNew, ...status } };
  }
  // Newest first, so that those of a long thread that are read are the newest.
  const oldestFirst = [...comments.values()].reverse();
  return { done: { ...status, complete: isWhole, comments: oldestFirst } };
}

/** The page's own identifier is sure; its address may have changed since. */
function threadOf(clues: Clues): Ref | null {
  const { forum, identifier, url } = embedOf(clues, 'disqus') ?? {};
  const link = url ?? clues.story.url;
  const thread = identifier === undefined ? link && `link:${link}` : `ident:${identifier}`;
  const page = clues.story.url?.split('#')[0] ?? null;
  return Ref.safeParse({ forum, thread, page }).data ?? null;
}

/**
 * Disqus, by its interface 3.0 (disqus.com/api/docs/threads/listPosts), which asks for a key of the
 * operator's own application and allows 1,000 requests an hour. Newest first, a hundred at once, at
 * most 1,800. Deleted comments stay as placeholders.
 */
export const disqus = commentSource({
  name: 'disqus',
  ref: Ref,
  everyMs: { least: 2 * minuteMs, most: hourMs },
  find: (clues) => ({
    done: clues.keyedOrigins?.includes(site) ? threadOf(clues) : null,
  }),
  read: readThread,
});
