import { z } from 'zod';
import type { Comment, CommentPage } from '../core/discussion/comment.ts';
import { hourMs, minuteMs } from '../core/time/duration.ts';
import { parsePublicationDate } from '../core/time/publication-date.ts';
import { absoluteUrl } from '../text/url.ts';
import { rewrittenHtml } from './comment-markup.ts';
import { bareComment, cappedHtml, commenter } from './comment-text.ts';
import { readable, readJson } from './json.ts';
import { embedOf } from './linked-page.ts';
import {
  commentSource,
  documentAt,
  nothingNew,
  unanswered,
  type FetchedDocument,
  type SourceAnswer,
  type SourceRequest,
  type SourceStep,
} from './source.ts';

/** Ghost 6 gives no more at once. */
const perPage = 100;
/** The other half of a look's requests is for threads whose answers do not come with them. */
const mostPages = 10;
const mostRequests = 20;

const count = z.number().int().nonnegative();

const Answer = z.object({
  id: z.string().min(1).max(40),
  /** `null` unless it is published. */
  html: z.string().nullable().catch(null),
  /** "published", "hidden" by a moderator, "deleted" by its author. */
  status: z.string(),
  created_at: z.string().catch(''),
  edited_at: z.string().nullable().catch(null),
  /** `null` for someone who is no member any more. */
  member: z
    .object({
      name: z.string().nullable().catch(null),
      avatar_image: z.string().nullable().catch(null),
    })
    .nullable()
    .catch(null),
  /** Another answer in the same thread. */
  in_reply_to_id: z.string().nullable().catch(null),
});
type Answer = z.infer<typeof Answer>;

/** A comment with its first answers; up to Ghost 5.100 with all of them. */
const Top = Answer.extend({
  replies: z.array(z.unknown()).catch([]),
  count: z.object({ replies: count.catch(0) }).catch({ replies: 0 }),
});
type Top = z.infer<typeof Top>;

const Listed = z.object({
  comments: z.array(z.unknown()),
  meta: z.object({ pagination: z.object({ pages: count, total: count }) }),
});

const Ref = z.object({
  site: z.url({ protocol: /^https?$/u }),
  post: z.string().regex(/^[\da-f]{24}$/u),
  page: z.url({ protocol: /^https?$/u }),
});
type Ref = z.infer<typeof Ref>;

function request({ site }: Ref, path: string, asked: Record<string, string>): SourceRequest {
  const url = `${site.replace(/\/{0,9}$/u, '')}/members/api/comments/${path}/?${new URLSearchParams(asked).toString()}`;
  // Another page, or an answer, changes without this one.
  return { url, format: 'json', unconditional: true };
}

function pageRequest(ref: Ref, page: number): SourceRequest {
  const paging = { limit: String(perPage), page: String(page), order: 'created_at desc' };
  return request(ref, `post/${ref.post}`, paging);
}

function answersRequest(ref: Ref, id: string): SourceRequest {
  const paging = { limit: String(perPage), order: 'created_at asc' };
  return request(ref, `${encodeURIComponent(id)}/replies`, paging);
}

interface List<T> {
  read: T[];
  /** Every one of the document could be read. */
  isWhole: boolean;
  pages: number;
  total: number;
}

function listOf<T>(document: FetchedDocument, schema: z.ZodType<T>): List<T> {
  const { comments, meta } = readJson(document, Listed, 'Ghost');
  return { ...readable(comments, schema), ...meta.pagination };
}

function commentOf(written: Answer, parentId: string | null, { site, page }: Ref): Comment {
  const { id, member, edited_at: edited } = written;
  const deleted = written.status !== 'published';
  const { html, text } = deleted ? { html: '', text: '' } : rewrittenHtml(written.html ?? '', page);
  return {
    ...bareComment,
    id,
    parentId,
    author: deleted ? '' : commenter(member?.name),
    avatarUrl: deleted ? null : absoluteUrl(member?.avatar_image ?? '', site),
    body: { html: cappedHtml(html, () => text) },
    publishedAt: parsePublicationDate(written.created_at),
    editedAt: deleted || edited === null ? null : parsePublicationDate(edited),
    url: `${page.split('#')[0] ?? page}#ghost-comments-${id}`,
    deleted,
  };
}

/** The pages of comments, the newest first, each once. */
function topsOf(ref: Ref, answers: readonly SourceAnswer[]): SourceStep<List<Top> | null> {
  const first = pageRequest(ref, 1);
  const ask = unanswered([first], answers);
  if (ask.length > 0) return { ask };
  const document = documentAt(first.url, answers);
  if (document === null) return { done: null };
  const newest = listOf(document, Top);
  const older = Array.from({ length: Math.min(mostPages, newest.pages) - 1 }, (_, index) =>
    pageRequest(ref, index + 2),
  );
  const more = unanswered(older, answers);
  if (more.length > 0) return { ask: more };
  const lists = [newest];
  for (const { url } of older) {
    const page = documentAt(url, answers);
    if (page !== null) lists.push(listOf(page, Top));
  }
  // Between two requests a comment may come or go, and shift the others from page to page.
  const tops = new Map(lists.flatMap(({ read }) => read).map((top) => [top.id, top]));
  const isWhole = lists.every((list) => list.isWhole && list.total === tops.size);
  return { done: { ...newest, read: [...tops.values()], isWhole } };
}

/** Threads whose answers did not all come with them, the newest first. */
function isShort({ count: stated, replies }: Top): boolean {
  return stated.replies > replies.length;
}

function readPost(ref: Ref, answers: readonly SourceAnswer[]): SourceStep<CommentPage> {
  const listed = topsOf(ref, answers);
  if ('ask' in listed) return listed;
  if (listed.done === null) return { done: nothingNew };
  const { read: tops, pages, total: stated, isWhole } = listed.done;
  const room = mostRequests - Math.max(1, Math.min(mostPages, pages));
  const long = tops.filter(isShort).slice(0, room);
  const asked = new Map(long.map(({ id }) => [id, answersRequest(ref, id)]));
  const ask = unanswered([...asked.values()], answers);
  if (ask.length > 0) return { ask };
  let complete = isWhole;
  let total = Math.max(0, stated - tops.length);
  const comments: Comment[] = [];
  for (const top of tops) {
    const document = documentAt(asked.get(top.id)?.url ?? '', answers);
    const list = document
      ? listOf(document, Answer)
      : { ...readable(top.replies, Answer), pages: isShort(top) ? 2 : 1 };
    complete &&= list.isWhole && list.pages <= 1;
    total += 1 + Math.max(list.read.length, document ? 0 : top.count.replies);
    comments.push(commentOf(top, null, ref));
    for (const answer of list.read) {
      comments.push(commentOf(answer, answer.in_reply_to_id ?? top.id, ref));
    }
  }
  return { done: { ...nothingNew, complete, total, comments } };
}

/**
 * Ghost's own comments, as its script reads them without a member's session (`comments-members.js`,
 * `comments-service.js` and `mappers/comments.js` of github.com/TryGhost/Ghost, 5.0 to 6): comments
 * of a post in pages, each with its first answers, the rest by `comments/ID/replies`. Hidden and
 * deleted ones with answers stay, without text. Of many, the newest 1,000 are read, and of a thread
 * the first 100 answers. Ghost closes no discussion of a single post.
 */
export const ghost = commentSource({
  name: 'ghost',
  ref: Ref,
  everyMs: { least: 2 * minuteMs, most: hourMs },
  find: (clues) => ({ done: Ref.safeParse(embedOf(clues, 'ghost')).data ?? null }),
  read: readPost,
});
