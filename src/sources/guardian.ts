import { z } from 'zod';
import type { Comment, CommentPage } from '../core/discussion/comment.ts';
import { hourMs, minuteMs } from '../core/time/duration.ts';
import { parsePublicationDate } from '../core/time/publication-date.ts';
import { bareComment, cappedHtml, commenter, withoutTags } from './comment-text.ts';
import { probedJson, readable, readJson } from './json.ts';
import { discussionLinks, embedOf } from './linked-page.ts';
import { commentSource, documentAt, mostComments, nothingNew, unanswered } from './source.ts';

const api = 'https://discussion.theguardian.com/discussion-api/discussion/p';
const perPage = 100;
/** The twenty requests of a look. */
const mostPages = 20;

const Profile = z.object({
  displayName: z.string().nullish(),
  webUrl: z.string().nullish(),
  secureAvatarUrl: z.string().nullish(),
});

const Entry = z.object({
  id: z.union([z.number().int(), z.string().min(1).max(40)]).transform(String),
  body: z.string().nullish(),
  isoDateTime: z.string().nullish(),
  /** "visible", or "blocked" with a moderator's sentence as its body. */
  status: z.string().default('visible'),
  webUrl: z.string().nullish(),
  userProfile: Profile.nullish(),
  responseTo: z
    .object({ commentId: z.union([z.number(), z.string()]).transform(String) })
    .nullish()
    .catch(null),
});

const Answer = z.object({
  status: z.literal('ok'),
  pages: z.number().int().nonnegative(),
  discussion: z.object({
    commentCount: z.number().int().nonnegative(),
    isClosedForComments: z.boolean(),
    comments: z.array(z.unknown()),
  }),
});
type Answer = z.infer<typeof Answer>;

/** Oldest first, so that a comment stays on its page; without threads, so that none is cut off. */
function pageAddress(key: string, page: number): string {
  return `${api}/${key}?orderBy=oldest&pageSize=${perPage}&displayThreaded=false&page=${page}`;
}

function ownAddress(href: string | null | undefined, host: string): string | null {
  if (href == null || !URL.canParse(href)) return null;
  const url = new URL(href);
  return url.hostname === host ? url.href : null;
}

function commentOf(entry: z.infer<typeof Entry>): Comment {
  const { id, userProfile: profile, responseTo } = entry;
  const deleted = entry.status !== 'visible';
  const body = entry.body ?? '';
  return {
    ...bareComment,
    id,
    parentId: responseTo?.commentId ?? null,
    author: deleted ? '' : commenter(profile?.displayName),
    authorUrl: deleted ? null : ownAddress(profile?.webUrl, 'profile.theguardian.com'),
    avatarUrl: deleted ? null : ownAddress(profile?.secureAvatarUrl, 'avatar.guim.co.uk'),
    body: {
      html: deleted ? '' : cappedHtml(body, () => withoutTags(body)),
    },
    publishedAt: entry.isoDateTime == null ? null : parsePublicationDate(entry.isoDateTime),
    url:
      ownAddress(entry.webUrl, 'discussion.theguardian.com') ??
      `https://discussion.theguardian.com/comment-permalink/${encodeURIComponent(id)}`,
    deleted,
  };
}

/** The count changes with each comment: pages with different ones were read in different moments. */
function joined(pages: readonly Answer[], areAll: boolean): CommentPage {
  const comments = new Map<string, Comment>();
  let isReadable = true;
  for (const { discussion } of pages) {
    const { read, isWhole: isPageWhole } = readable(discussion.comments, Entry);
    isReadable &&= isPageWhole;
    for (const entry of read) comments.set(entry.id, commentOf(entry));
  }
  const counts = new Set(pages.map(({ discussion }) => discussion.commentCount));
  const total = Math.max(...counts);
  const isWhole = areAll && isReadable && counts.size === 1 && comments.size >= total;
  return {
    complete: isWhole && comments.size <= mostComments,
    closed: pages.some(({ discussion }) => discussion.isClosedForComments),
    closingSentence: null,
    total,
    comments: [...comments.values()].slice(0, mostComments),
  };
}

const keyOf = (text: string) => /^\/?p\/([\da-z]{3,10})$/u.exec(text)?.[1] ?? null;

function linkedKey({ hostname, pathname }: URL): string | null {
  const path = /^\/(?:discussion\/)?(p\/[\da-z]+)\/?$/u.exec(pathname)?.[1] ?? '';
  return /^(?:gu\.com|(?:www\.|discussion\.)?theguardian\.com)$/u.test(hostname)
    ? keyOf(path)
    : null;
}

/**
 * The Guardian's discussions, by the interface that its own pages use (github.com/guardian/dotcom-rendering,
 * 2025: `src/lib/discussionApi.tsx`, `src/lib/discussion.ts`), which answers without a key. A comment that
 * a moderator removed stays as a placeholder; readers cannot edit theirs. Of more than 2,000 comments
 * the first hundred and the newest 1,900 are read.
 */
export const guardian = commentSource({
  name: 'guardian',
  ref: z.object({ key: z.string().regex(/^[\da-z]{3,10}$/u) }),
  everyMs: { least: 2 * minuteMs, most: hourMs },
  find: (clues, answers) => {
    const [linked] = discussionLinks(clues).flatMap((link) => linkedKey(link) ?? []);
    const key = linked ?? keyOf(embedOf(clues, 'guardian')?.['key'] ?? '');
    if (key === null) return { done: null };
    const probed = probedJson(pageAddress(key, 1), Answer, answers);
    return 'ask' in probed ? probed : { done: probed.done && { key } };
  },
  read: ({ key }, answers) => {
    // Only the first page says how many there are, so it is needed although it is the same.
    const request = (page: number) => ({
      url: pageAddress(key, page),
      format: 'json' as const,
      unconditional: true,
    });
    const ask = unanswered([request(1)], answers);
    if (ask.length > 0) return { ask };
    const first = documentAt(pageAddress(key, 1), answers);
    if (first === null) return { done: nothingNew };
    const { pages: count } = readJson(first, Answer, 'The Guardian');
    const from = Math.max(2, count - mostPages + 2);
    const others = Array.from({ length: Math.max(0, count - from + 1) }, (_, index) =>
      request(from + index),
    );
    const more = unanswered(others, answers);
    if (more.length > 0) return { ask: more };
    const documents = [first, ...others.flatMap(({ url }) => documentAt(url, answers) ?? [])];
    const pages = documents.map((document) => readJson(document, Answer, 'The Guardian'));
    return { done: joined(pages, documents.length === count || count === 0) };
  },
});
