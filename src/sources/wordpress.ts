import { z } from 'zod';
import type { Comment, CommentPage } from '../core/discussion/comment.ts';
import { ReadError } from '../core/errors.ts';
import { hourMs, secondMs } from '../core/time/duration.ts';
import { parsePublicationDate } from '../core/time/publication-date.ts';
import { decodeText } from '../text/charset.ts';
import { absoluteUrl } from '../text/url.ts';
import { probedJson } from './json.ts';
import { embedOf } from './linked-page.ts';
import { bareComment, cappedHtml, commenter, unescaped, withoutTags } from './comment-text.ts';
import {
  commentSource,
  documentAt,
  documentsTogether,
  looksForStatus,
  mostComments,
  nothingNew,
  unanswered,
  type FetchedDocument,
  type SourceAnswer,
  type SourceRequest,
} from './source.ts';
import { statusOnPage } from './web-page/status.ts';

/** A page of comments has at most this many: `per_page` allows no more. */
const perPage = 100;
/** With the article's page and its post, within the twenty requests of a look. */
const mostPages = 18;

/** What stands on an older page changes rarely: an edit, a removal, a late approval. */
const looksForOlder = 5;

const fields = 'id,parent,author_name,date_gmt,content,link,author_avatar_urls';

const RestComment = z.object({
  id: z.number().int(),
  /** 0 at top level. */
  parent: z.number().int().catch(0),
  author_name: z.string().catch(''),
  /** UTC, without a zone: "2026-11-24T08:23:00". */
  date_gmt: z.string().catch(''),
  content: z.object({ rendered: z.string() }),
  link: z.string().catch(''),
  /** By size in pixels. */
  author_avatar_urls: z.record(z.string(), z.string()).catch({}),
});

const Post = z.object({ comment_status: z.string() });

/** Of the interface: `api` is its root, with its route in the path or as `rest_route`. */
interface Place {
  api: string;
  post: string;
}

function addressOf(api: string, route: string, asked: Readonly<Record<string, string>>): string {
  const url = new URL(api);
  const root = url.searchParams.get('rest_route');
  if (root === null) url.pathname = `${url.pathname.replace(/\/$/u, '')}/wp/v2/${route}`;
  else url.searchParams.set('rest_route', `/wp/v2/${route}`);
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return url.href;
}

function pageAddress({ api, post }: Place, page: number): string {
  const paging = { per_page: String(perPage), page: String(page) };
  return addressOf(api, 'comments', { post, ...paging, _fields: fields });
}

function statusAddress({ api, post }: Place): string {
  return addressOf(api, `posts/${post}`, { _fields: 'comment_status' });
}

function jsonOf({ body, headers }: FetchedDocument): unknown {
  try {
    return JSON.parse(decodeText(body, headers['content-type'] ?? null));
  } catch {
    return undefined;
  }
}

function numberIn({ headers }: FetchedDocument, name: string): number | null {
  const text = headers[name] ?? '';
  return /^\d{1,9}$/u.test(text) ? Number(text) : null;
}

const idOf = (number: number) => `comment-${number}`;

function commentOf(written: z.infer<typeof RestComment>, base: string): Comment {
  const { id, parent, author_name: name, date_gmt: date, content, link } = written;
  const avatars = written.author_avatar_urls;
  const avatar = avatars['96'] ?? Object.values(avatars).at(-1) ?? '';
  return {
    ...bareComment,
    id: idOf(id),
    parentId: parent === 0 ? null : idOf(parent),
    author: commenter(unescaped(name)),
    avatarUrl: absoluteUrl(avatar, base),
    body: { html: cappedHtml(content.rendered, () => withoutTags(content.rendered)) },
    publishedAt: date === '' ? null : parsePublicationDate(`${date}Z`),
    url: absoluteUrl(link, base),
  };
}

interface Listed {
  comments: Comment[];
  /** Every comment of the document could be read. */
  isWhole: boolean;
}

function listed(document: FetchedDocument): Listed {
  const given = jsonOf(document);
  if (!Array.isArray(given)) {
    throw new ReadError(
      'The site’s WordPress interface does not answer with a list of comments. Ask the publisher to open "wp/v2/comments", or set `comments.source` of the feed to "comment-feed" in the configuration.',
    );
  }
  const read = given.map((one) => RestComment.safeParse(one));
  const comments = read.flatMap((one) =>
    one.success ? [commentOf(one.data, document.finalUrl)] : [],
  );
  return { comments, isWhole: comments.length === given.length };
}

/**
 * All pages as one. Between two requests a comment may come or go, and shift the others from page to
 * page: complete only when every page states the same total, and so many were read.
 */
function joined(pages: readonly FetchedDocument[]): CommentPage {
  const comments = new Map<string, Comment>();
  let isWhole = true;
  for (const page of pages) {
    const list = listed(page);
    isWhole &&= list.isWhole;
    for (const comment of list.comments) {
      if (!comments.has(comment.id)) comments.set(comment.id, comment);
    }
  }
  const totals = new Set(pages.map((page) => numberIn(page, 'x-wp-total')));
  const [total = null] = totals;
  const read = [...comments.values()].slice(0, mostComments);
  const isCounted = totals.size === 1 && total === comments.size;
  const complete = isWhole && isCounted && read.length === comments.size;
  const gone = complete ? answeredButGone(comments) : [];
  return { ...nothingNew, complete, total, comments: [...read, ...gone] };
}

/** A comment in the trash is not listed, but its answers still name it. */
function answeredButGone(listed: ReadonlyMap<string, Comment>): Comment[] {
  const parents = [...listed.values()].flatMap(({ parentId }) => parentId ?? []);
  const missing = new Set(parents.filter((id) => !listed.has(id)));
  return [...missing].map((id) => ({
    ...bareComment,
    id,
    author: commenter(null),
    body: { html: '' },
    deleted: true,
  }));
}

/** `"open"` says little: WordPress closes old posts without changing it. */
function isClosed(place: Place, answers: readonly SourceAnswer[]): boolean {
  const answer = answers.find(({ url }) => url === statusAddress(place));
  if (answer?.kind !== 'document') return false;
  const stated = Post.safeParse(jsonOf(answer));
  return stated.success && stated.data.comment_status === 'closed';
}

const Ref = z.object({
  api: z.url({ protocol: /^https?$/u }),
  post: z.string().regex(/^\d{1,18}$/u),
  page: z.string().nullable(),
});

/**
 * Comments by WordPress's own interface (REST API Handbook, "Comments": `/wp/v2/comments`; WordPress
 * 4.7 to 6.8). Newest first, 100 a page; `X-WP-Total` says how many there are. Held back, spam and
 * trashed ones are not in it. Many sites close the interface to strangers: then another source is
 * used. Whether comments are closed is what the post says; the words for it stand on the page.
 */
export const wordpress = commentSource({
  name: 'wordpress',
  ref: Ref,
  everyMs: { least: secondMs, most: hourMs },
  find: (clues, answers) => {
    const { url, commentLinks } = clues.story;
    const page = (commentLinks.page ?? url)?.split('#')[0] ?? null;
    const ref = Ref.safeParse({ ...embedOf(clues, 'wordpress'), page });
    if (!ref.success) return { done: null };
    const { api, post } = ref.data;
    const probe = addressOf(api, 'comments', { post, per_page: '1', _fields: 'id' });
    const probed = probedJson(probe, z.array(z.unknown()), answers);
    return 'ask' in probed ? probed : { done: probed.done && ref.data };
  },
  read: ({ page, ...place }, answers) => {
    const newest = pageAddress(place, 1);
    // A page is the same while another one changes, and its headers are not compared.
    const wanted: SourceRequest[] = [{ url: newest, format: 'json', unconditional: true }];
    wanted.push({ url: statusAddress(place), format: 'json', everyLooks: looksForStatus });
    if (page !== null) wanted.push({ url: page, format: 'page', everyLooks: looksForStatus });
    const ask = unanswered(wanted, answers);
    if (ask.length > 0) return { ask };
    const first = documentAt(newest, answers);
    if (first === null) return { done: nothingNew };
    const count = Math.min(mostPages, numberIn(first, 'x-wp-totalpages') ?? 1);
    const older = Array.from({ length: Math.max(0, count - 1) }, (_, index) =>
      pageAddress(place, index + 2),
    );
    const rest = documentsTogether(
      older.map((url) => ({
        url,
        format: 'json' as const,
        unconditional: true,
        everyLooks: looksForOlder,
      })),
      answers,
    );
    if ('ask' in rest) return rest;
    const pages = [first, ...(rest.done ?? [])];
    const { closed = 'unknown', closingSentence = null } =
      page === null ? {} : statusOnPage(page, answers);
    return {
      done: { ...joined(pages), closed: isClosed(place, answers) ? true : closed, closingSentence },
    };
  },
});
