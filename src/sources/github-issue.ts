import { z } from 'zod';
import type { Comment, CommentPage } from '../core/discussion/comment.ts';
import { hourMs, minuteMs } from '../core/time/duration.ts';
import { parsePublicationDate } from '../core/time/publication-date.ts';
import { githubComment } from './github-comment.ts';
import { probedJson, readable, readJson } from './json.ts';
import { discussionLinks, embedOf } from './linked-page.ts';
import {
  type Clues,
  commentSource,
  documentAt,
  documentsTogether,
  mostComments,
  nothingNew,
  type SourceAnswer,
  type SourceRequest,
  type SourceStep,
  unanswered,
} from './source.ts';

const api = 'https://api.github.com';
const perPage = 100;
/** GitHub answers 60 requests an hour without a key, for all discussions together. */
const mostPages = 10;
/** Every ten minutes at most: two requests then, and two or more when something has changed. */
const everyLooks = 5;
const longestTerm = 200;

const name = /^[\w.-]{1,100}\/[\w.-]{1,100}$/u;

const Ref = z.object({ repository: z.string().regex(name), issue: z.number().int().positive() });
type Ref = z.infer<typeof Ref>;

const Issue = z.object({
  number: z.number().int(),
  comments: z.number().int().nonnegative(),
  locked: z.boolean(),
});

const Entry = z.object({
  id: z.number().int(),
  html_url: z.string(),
  body: z.string().nullish(),
  created_at: z.string().catch(''),
  updated_at: z.string().catch(''),
  /** `null` for a deleted account. */
  user: z.object({ login: z.string(), avatar_url: z.string().nullish() }).nullish(),
});

const Found = z.object({
  items: z.array(z.object({ number: z.number().int().positive(), title: z.string() })),
});

function commentOf(entry: z.infer<typeof Entry>): Comment {
  const { id, html_url: url, body, user } = entry;
  const publishedAt = parsePublicationDate(entry.created_at);
  const updatedAt = parsePublicationDate(entry.updated_at);
  const isEdited = publishedAt !== null && updatedAt !== null && updatedAt > publishedAt;
  return githubComment({
    id: String(id),
    login: user?.login ?? null,
    avatar: user?.avatar_url,
    markdown: body ?? '',
    publishedAt,
    editedAt: isEdited ? updatedAt : null,
    url,
  });
}

function readIssue(
  { repository, issue }: Ref,
  answers: readonly SourceAnswer[],
): SourceStep<CommentPage> {
  const about = `${api}/repos/${repository}/issues/${issue}`;
  const page = (number: number): SourceRequest => ({
    url: `${about}/comments?per_page=${perPage}&page=${number}`,
    format: 'json',
    key: 'github' as const,
    everyLooks,
  });
  const step = documentsTogether(
    [{ url: about, format: 'json', key: 'github', everyLooks }, page(1)],
    answers,
  );
  if ('ask' in step) return step;
  const [head, first] = step.done ?? [];
  if (!head || !first) return { done: nothingNew };
  const { comments: total, locked } = readJson(head, Issue, 'GitHub');
  const count = Math.ceil(total / perPage);
  const from = Math.max(2, count - mostPages + 2);
  const others = Array.from({ length: Math.max(0, count - from + 1) }, (_, index) => ({
    ...page(from + index),
    unconditional: true,
  }));
  const ask = unanswered(others, answers);
  if (ask.length > 0) return { ask };
  const documents = [first, ...others.flatMap(({ url }) => documentAt(url, answers) ?? [])];
  const lists = documents.map((document) =>
    readable(readJson(document, z.array(z.unknown()), 'GitHub'), Entry),
  );
  const read = lists.flatMap((list) => list.read.map(commentOf));
  const comments = [...new Map(read.map((comment) => [comment.id, comment])).values()];
  const isWhole = lists.every((list) => list.isWhole) && comments.length === total;
  return {
    done: {
      complete: isWhole && total <= mostComments,
      closed: locked,
      closingSentence: null,
      total,
      comments: comments.slice(0, mostComments),
    },
  };
}

function linkedIssue(clues: Clues): Ref | null {
  for (const { hostname, pathname } of discussionLinks(clues)) {
    const [, repository, issue] = /^\/([^/]+\/[^/]+)\/issues\/(\d{1,9})\/?$/u.exec(pathname) ?? [];
    const ref = Ref.safeParse({ repository, issue: Number(issue) });
    if (/^(?:www\.)?github\.com$/u.test(hostname) && ref.success) return ref.data;
  }
  return null;
}

/** The issue that utterances shows: the first one whose title holds the term. */
function searchedIssue(
  repository: string,
  term: string,
  answers: readonly SourceAnswer[],
): SourceStep<Ref | null> {
  const query = `"${term.replaceAll('"', '')}" type:issue in:title repo:${repository}`;
  const url = `${api}/search/issues?q=${encodeURIComponent(query)}&sort=created&order=asc`;
  const probed = probedJson(url, Found, answers);
  if ('ask' in probed) return probed;
  const items = probed.done?.items ?? [];
  const item = items.find(({ title }) => title.toLowerCase().includes(term.toLowerCase()));
  return { done: item ? { repository, issue: item.number } : null };
}

/**
 * The comments of a GitHub issue, also one that utterances shows on a page (docs.github.com/rest/issues,
 * version 2022-11-28; github.com/utterance/utterances, `src/github.ts`). Without a key GitHub answers 60
 * requests an hour and 10 searches a minute, and counts an unchanged answer too: an issue is read every
 * ten minutes. Of more than 1,000 comments the first hundred and the newest are read. A locked issue is
 * closed; a closed one still takes comments.
 */
export const githubIssue = commentSource({
  name: 'github-issue',
  ref: Ref,
  everyMs: { least: 2 * minuteMs, most: hourMs },
  find: (clues, answers) => {
    const linked = linkedIssue(clues);
    if (linked) return { done: linked };
    const { repository = '', issue, term = '' } = embedOf(clues, 'github-issue') ?? {};
    if (!name.test(repository)) return { done: null };
    if (issue !== undefined) {
      return { done: Ref.safeParse({ repository, issue: Number(issue) }).data ?? null };
    }
    return term === ''
      ? { done: null }
      : searchedIssue(repository, term.slice(0, longestTerm), answers);
  },
  read: readIssue,
});
