import { z } from 'zod';
import type { Comment, CommentPage } from '../core/discussion/comment.ts';
import { ReadError } from '../core/errors.ts';
import { hourMs, minuteMs } from '../core/time/duration.ts';
import { parsePublicationDate } from '../core/time/publication-date.ts';
import { sha1 } from '../text/hash.ts';
import { bareComment } from './comment-text.ts';
import { githubComment } from './github-comment.ts';
import { graphqlRequest, readGraphql } from './graphql.ts';
import { readable, refusesForGood } from './json.ts';
import { discussionLinks, embedOf } from './linked-page.ts';
import {
  type Clues,
  commentSource,
  documentAt,
  mostComments,
  nothingNew,
  type SourceAnswer,
  type SourceRequest,
  type SourceStep,
  unanswered,
} from './source.ts';

const origin = 'https://api.github.com';
const perPage = 100;
/** For comments, then for answers that did not fit in with what they answer. */
const mostRequests = 19;
const longestTerm = 1_000;

const Ref = z.object({
  repository: z.string().regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/u),
  discussion: z.number().int().positive(),
});
type Ref = z.infer<typeof Ref>;

const fields =
  'databaseId body createdAt lastEditedAt deletedAt isMinimized url author { login avatarUrl }';
const page = 'pageInfo { hasNextPage endCursor }';

const discussionQuery = `query ($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    discussion(number: $number) {
      locked
      comments(first: ${perPage}, after: $after) {
        totalCount ${page}
        nodes { id ${fields} replies(first: ${perPage}) { totalCount ${page} nodes { ${fields} } } }
      }
    }
  }
}`;

const repliesQuery = `query ($comment: ID!, $after: String) {
  node(id: $comment) {
    ... on DiscussionComment { replies(first: ${perPage}, after: $after) { ${page} nodes { ${fields} } } }
  }
}`;

const searchQuery = `query ($query: String!) {
  search(type: DISCUSSION, first: 20, query: $query) {
    nodes { ... on Discussion { number title } }
  }
}`;

const count = z.number().int().nonnegative();
const text = z.string().nullish();
const PageInfo = z.object({ hasNextPage: z.boolean(), endCursor: text });
const Nodes = z.object({ pageInfo: PageInfo, nodes: z.array(z.unknown()) });

const Found = z.object({
  repository: z
    .object({
      discussion: z
        .object({ locked: z.boolean(), comments: Nodes.extend({ totalCount: count }) })
        .nullable(),
    })
    .nullable(),
});

const Replies = z.object({ node: z.object({ replies: Nodes }).nullable() });

const Entry = z.object({
  databaseId: count,
  body: z.string().catch(''),
  createdAt: z.string().catch(''),
  lastEditedAt: text,
  deletedAt: text,
  /** A moderator hid it: readers see it after a click only. */
  isMinimized: z.boolean().catch(false),
  url: z.string(),
  author: z.object({ login: z.string(), avatarUrl: text }).nullish(),
});

const TopEntry = Entry.extend({
  id: z.string().min(1).max(200),
  replies: Nodes.extend({ totalCount: count }),
});

const SearchResult = z.object({
  search: z.object({
    nodes: z.array(z.object({ number: count.optional(), title: z.string().optional() }).nullable()),
  }),
});

function commentOf(entry: z.infer<typeof Entry>, parentId: string | null): Comment {
  const { databaseId, author, body, createdAt, lastEditedAt, url } = entry;
  const id = String(databaseId);
  const publishedAt = parsePublicationDate(createdAt);
  if (entry.deletedAt != null || entry.isMinimized) {
    return {
      ...bareComment,
      id,
      parentId,
      author: '',
      body: { markdown: '' },
      publishedAt,
      deleted: true,
    };
  }
  const comment = githubComment({
    id,
    login: author?.login ?? null,
    avatar: author?.avatarUrl,
    markdown: body,
    publishedAt,
    editedAt: lastEditedAt == null ? null : parsePublicationDate(lastEditedAt),
    url,
  });
  return { ...comment, parentId };
}

function asked(query: string, variables: Readonly<Record<string, unknown>>): SourceRequest {
  return graphqlRequest(`${origin}/graphql`, query, variables, 'github');
}

/** A comment some of whose answers did not fit into the answer with it. */
interface OpenBranch {
  comment: string;
  parentId: string;
  after: string;
}

/** What of a discussion has been read. */
class Reading {
  readonly comments: Comment[] = [];
  readonly branches: OpenBranch[] = [];
  isWhole = true;
  total = 0;

  takePage(list: z.infer<typeof Nodes>): void {
    for (const entry of this.readable(list.nodes, TopEntry)) {
      const parentId = String(entry.databaseId);
      this.comments.push(commentOf(entry, null));
      this.total += 1 + entry.replies.totalCount;
      this.takeReplies(entry.replies, { comment: entry.id, parentId });
    }
  }

  takeReplies(list: z.infer<typeof Nodes>, branch: Omit<OpenBranch, 'after'>): void {
    for (const entry of this.readable(list.nodes, Entry)) {
      this.comments.push(commentOf(entry, branch.parentId));
    }
    const after = this.next(list);
    if (after !== null) this.branches.push({ ...branch, after });
  }

  /** Where a list's next page begins; `null` after the last. */
  next({ pageInfo: { hasNextPage, endCursor } }: z.infer<typeof Nodes>): string | null {
    const after = hasNextPage ? (endCursor ?? null) : null;
    this.isWhole &&= hasNextPage === (after !== null);
    return after;
  }

  private readable<T>(entries: readonly unknown[], schema: z.ZodType<T>): T[] {
    const { read, isWhole } = readable(entries, schema);
    this.isWhole &&= isWhole;
    return read;
  }
}

function readDiscussion(ref: Ref, answers: readonly SourceAnswer[]): SourceStep<CommentPage> {
  const [owner, name] = ref.repository.split('/');
  const reading = new Reading();
  let closed = false;
  let left = mostRequests;
  for (let after: string | null = null; ;) {
    const request = asked(discussionQuery, { owner, name, number: ref.discussion, after });
    const ask = unanswered([request], answers);
    if (ask.length > 0) return { ask };
    const document = documentAt(request.url, answers);
    if (document === null) return { done: nothingNew };
    const { repository } = readGraphql(document, Found, 'GitHub');
    const discussion = repository?.discussion;
    if (!discussion) {
      throw new ReadError(
        'GitHub has no such discussion any more, or GITHUB_TOKEN may not read it.',
      );
    }
    closed = discussion.locked;
    reading.takePage(discussion.comments);
    after = reading.next(discussion.comments);
    left -= 1;
    if (after === null || left === 0) {
      reading.isWhole &&= after === null;
      reading.total = Math.max(reading.total, discussion.comments.totalCount);
      break;
    }
  }
  for (let branch = reading.branches.shift(); branch; branch = reading.branches.shift()) {
    left -= 1;
    if (left < 0) {
      reading.isWhole = false;
      break;
    }
    const request = asked(repliesQuery, { comment: branch.comment, after: branch.after });
    const ask = unanswered([request], answers);
    if (ask.length > 0) return { ask };
    const document = documentAt(request.url, answers);
    const replies = document && readGraphql(document, Replies, 'GitHub').node?.replies;
    if (replies) reading.takeReplies(replies, branch);
    else reading.isWhole = false;
  }
  const comments = [...new Map(reading.comments.map((one) => [one.id, one])).values()];
  return {
    done: {
      complete: reading.isWhole && comments.length <= mostComments,
      closed,
      closingSentence: null,
      total: reading.total,
      comments: comments.slice(0, mostComments),
    },
  };
}

function linkedDiscussion(clues: Clues): Ref | null {
  for (const { hostname, pathname } of discussionLinks(clues)) {
    const [, repository, number] =
      /^\/([^/]+\/[^/]+)\/discussions\/(\d{1,9})\/?$/u.exec(pathname) ?? [];
    const ref = Ref.safeParse({ repository, discussion: Number(number) });
    if (/^(?:www\.)?github\.com$/u.test(hostname) && ref.success) return ref.data;
  }
  return null;
}

/** The discussion that giscus shows for a page, by its title or by the mark in its text. */
function searchedDiscussion(
  { repository = '', category, term = '', strict }: Readonly<Record<string, string>>,
  answers: readonly SourceAnswer[],
): SourceStep<Ref | null> {
  const isStrict = strict === '1';
  const words = isStrict ? sha1(term) : term.slice(0, longestTerm);
  const parts = [
    `repo:${repository.toLowerCase()}`,
    ...(category === undefined ? [] : [`category:${JSON.stringify(category)}`]),
    isStrict ? 'in:body' : 'in:title',
    JSON.stringify(words),
  ];
  const request = asked(searchQuery, { query: parts.join(' ') });
  const ask = unanswered([request], answers);
  if (ask.length > 0) return { ask };
  if (refusesForGood(request.url, answers)) return { done: null };
  const document = documentAt(request.url, answers);
  const nodes = document ? readGraphql(document, SearchResult, 'GitHub').search.nodes : [];
  const found = nodes.flatMap((node) => (node?.number === undefined ? [] : [node]));
  const title = ({ title: own = '' }: { title?: string | undefined }) => own.toLowerCase();
  const wanted = term.toLowerCase();
  const node = isStrict
    ? found[0]
    : (found.find((one) => title(one) === wanted) ??
      found.find((one) => title(one).includes(wanted)));
  return { done: Ref.safeParse({ repository, discussion: node?.number }).data ?? null };
}

/**
 * The comments of a GitHub discussion, also one that giscus shows on a page (docs.github.com/graphql:
 * Discussion, DiscussionComment; github.com/giscus/giscus, `client.ts`,
 * `services/github/getDiscussion.ts`). GitHub asks for a token of the operator's: 5,000 points an hour,
 * about one a request. A hundred comments with a hundred answers each at once, in at most 19 requests:
 * the first are read. Deleted comments, and those that a moderator hid, are placeholders. A locked
 * discussion is closed.
 */
export const giscus = commentSource({
  name: 'giscus',
  ref: Ref,
  everyMs: { least: 2 * minuteMs, most: hourMs },
  find: (clues, answers) => {
    if (!clues.keyedOrigins?.includes(origin)) return { done: null };
    const linked = linkedDiscussion(clues);
    if (linked) return { done: linked };
    const embed = embedOf(clues, 'giscus') ?? {};
    const { repository, number, term = '' } = embed;
    const ref = Ref.safeParse({ repository, discussion: Number(number ?? 1) }).data ?? null;
    if (ref === null || number !== undefined) return { done: ref };
    return term === '' ? { done: null } : searchedDiscussion(embed, answers);
  },
  read: readDiscussion,
});
