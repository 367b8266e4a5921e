import { z } from 'zod';
import type { Comment, CommentPage } from '../core/discussion/comment.ts';
import { hourMs, minuteMs } from '../core/time/duration.ts';
import { parsePublicationDate } from '../core/time/publication-date.ts';
import { absoluteUrl } from '../text/url.ts';
import { rewrittenHtml } from './comment-markup.ts';
import { bareComment, cappedHtml, commenter } from './comment-text.ts';
import { graphqlRequest, readGraphql } from './graphql.ts';
import { readable, refusesForGood } from './json.ts';
import { embedOf } from './linked-page.ts';
import {
  type Clues,
  commentSource,
  documentAt,
  nothingNew,
  type SourceAnswer,
  type SourceRequest,
  type SourceStep,
  unanswered,
} from './source.ts';

/** The most that the interface gives at once. */
const perPage = 50;
const mostPages = 19;

const Ref = z.object({
  /** The address of Coral, without a slash at its end. */
  root: z.url({ protocol: /^https?$/u }),
  story: z.string().min(1).max(200),
});
type Ref = z.infer<typeof Ref>;

/** Coral has a story once somebody has seen its page. */
const Found = z.object({ story: z.object({ id: z.string() }).nullable() });

const storyQuery = `query WirethreadStory($id: ID, $url: String) {
  story(id: $id, url: $url) { id }
}`;

const commentsQuery = `query WirethreadComments($story: ID!, $first: Int!, $after: Cursor) {
  story(id: $story) { isClosed commentCounts { totalPublished } }
  comments(storyID: $story, first: $first, after: $after, orderBy: CREATED_AT_DESC) {
    nodes {
      id body createdAt status deleted permalink
      author { username avatar }
      parent { id }
      editing { edited }
      revision {
        createdAt
        media {
          ... on GiphyMedia { url }
          ... on TwitterMedia { url }
          ... on YouTubeMedia { url }
          ... on ExternalMedia { url }
        }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

const Comments = z.object({
  story: z
    .object({
      isClosed: z.boolean(),
      commentCounts: z.object({ totalPublished: z.number().int().nonnegative() }),
    })
    .nullable(),
  comments: z.object({
    nodes: z.array(z.unknown()),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
  }),
});

const Entry = z.object({
  id: z.string().min(1).max(200),
  /** HTML. */
  body: z.string().nullish(),
  createdAt: z.string().catch(''),
  /** NONE and APPROVED are published; REJECTED, PREMOD and SYSTEM_WITHHELD are not. */
  status: z.string(),
  deleted: z.boolean().nullish(),
  permalink: z.string().nullish(),
  author: z.object({ username: z.string().nullish(), avatar: z.string().nullish() }).nullish(),
  parent: z.object({ id: z.string() }).nullish(),
  editing: z.object({ edited: z.boolean() }).nullish(),
  revision: z
    .object({
      createdAt: z.string(),
      /** A picture, or a post elsewhere, that the reader chose beside the text. */
      media: z.object({ url: z.string().nullish() }).nullish().catch(null),
    })
    .nullish(),
});
type Entry = z.infer<typeof Entry>;

const published = new Set(['NONE', 'APPROVED']);

function mediaHtml(address: string | null | undefined): string {
  const url = address == null || address.length > 2000 ? null : absoluteUrl(address, address);
  if (url === null) return '';
  const quoted = url.replaceAll('&', '&amp;').replaceAll('"', '%22').replaceAll('<', '%3C');
  return `<p><a href="${quoted}">${quoted}</a></p>`;
}

function commentOf(entry: Entry, root: string): Comment {
  const { id, body, createdAt, author, parent, editing, revision, permalink } = entry;
  const deleted = !published.has(entry.status) || entry.deleted === true || body == null;
  const written = deleted ? '' : `${body}${mediaHtml(revision?.media?.url)}`;
  const { html, text } = rewrittenHtml(written, root);
  return {
    ...bareComment,
    id,
    parentId: parent?.id ?? null,
    author: deleted ? '' : commenter(author?.username),
    avatarUrl: deleted ? null : absoluteUrl(author?.avatar ?? '', root),
    body: { html: cappedHtml(html, () => text) },
    publishedAt: parsePublicationDate(createdAt),
    editedAt:
      !deleted && editing?.edited && revision ? parsePublicationDate(revision.createdAt) : null,
    url: absoluteUrl(permalink ?? '', root),
    deleted,
  };
}

function commentsRequest({ root, story }: Ref, after: string | null): SourceRequest {
  return graphqlRequest(
    `${root}/api/graphql`,
    commentsQuery,
    { story, first: perPage, after },
    'coral',
  );
}

function readStory(ref: Ref, answers: readonly SourceAnswer[]): SourceStep<CommentPage> {
  const comments = new Map<string, Comment>();
  let isWhole = true;
  let closed: CommentPage['closed'] = 'unknown';
  let total: number | null = null;
  let after: string | null = null;
  for (let page = 1; page <= mostPages; page += 1) {
    const request = commentsRequest(ref, after);
    const ask = unanswered([request], answers);
    if (ask.length > 0) return { ask };
    const document = documentAt(request.url, answers);
    if (document === null) return { done: nothingNew };
    const { story, comments: list } = readGraphql(document, Comments, 'Coral');
    const { read, isWhole: isReadable } = readable(list.nodes, Entry);
    isWhole &&= isReadable && story !== null;
    closed = story?.isClosed ?? closed;
    total = story?.commentCounts.totalPublished ?? total;
    for (const entry of read) comments.set(entry.id, commentOf(entry, ref.root));
    const { hasNextPage, endCursor } = list.pageInfo;
    after = hasNextPage ? (endCursor ?? null) : null;
    isWhole &&= hasNextPage === (after !== null);
    if (after === null) break;
  }
  // Newest first, so that those of a long discussion that are read are the newest.
  const oldestFirst = [...comments.values()].reverse();
  const complete = isWhole && after === null;
  return { done: { complete, closed, closingSentence: null, total, comments: oldestFirst } };
}

/** What the page gives Coral's script; the page's own address where it names no other. */
function embedded(clues: Clues): { root: string; id: string | null; url: string | null } | null {
  const { root = '', storyId, storyUrl } = embedOf(clues, 'coral') ?? {};
  if (!URL.canParse(root) || !clues.keyedOrigins?.includes(new URL(root).origin)) return null;
  const url = storyId === undefined ? (storyUrl ?? clues.story.url) : null;
  return { root: root.replace(/\/{1,9}$/u, ''), id: storyId ?? null, url };
}

/**
 * Coral (github.com/coralproject/talk, 9: `schema.graphql`; docs.coralproject.net/api), by its GraphQL
 * interface. Strangers may send it only the requests of its own scripts, so the operator needs a token
 * of an administrator (`coral-cli token:create`). Newest first, fifty at once, at most 950. Comments
 * that are not published (yet), and those of deleted accounts, are placeholders.
 */
export const coral = commentSource({
  name: 'coral',
  ref: Ref,
  everyMs: { least: 2 * minuteMs, most: hourMs },
  find: (clues, answers) => {
    const place = embedded(clues);
    if (place === null) return { done: null };
    const { root, id, url } = place;
    const request = graphqlRequest(`${root}/api/graphql`, storyQuery, { id, url }, 'coral');
    const ask = unanswered([request], answers);
    if (ask.length > 0) return { ask };
    if (refusesForGood(request.url, answers)) return { done: null };
    const document = documentAt(request.url, answers);
    const story = document && readGraphql(document, Found, 'Coral').story;
    return { done: story ? { root, story: story.id } : null };
  },
  read: readStory,
});
