import { z } from 'zod';
import type { Comment, CommentPage } from '../core/discussion/comment.ts';
import { hourMs, minuteMs } from '../core/time/duration.ts';
import { bareComment, cappedHtml, commenter } from './comment-text.ts';
import { readable, readJson } from './json.ts';
import { discussionLinks } from './linked-page.ts';
import { commentSource, type FetchedDocument, mostComments, oneDocument } from './source.ts';
import { flattened } from './tree.ts';

const site = 'https://news.ycombinator.com';

const Item = z.object({
  id: z.number().int(),
  type: z.string(),
  created_at_i: z.number().int().nullish(),
  author: z.string().nullish(),
  text: z.string().nullish(),
  children: z.array(z.unknown()).default([]),
});
type Item = z.infer<typeof Item>;

function commentOf({ id, author, text, created_at_i }: Item, parent: Item | null): Comment {
  const isDeleted = author == null && (text ?? '') === '';
  return {
    ...bareComment,
    id: String(id),
    parentId: parent ? String(parent.id) : null,
    author: isDeleted ? '' : commenter(author),
    authorUrl: author == null ? null : `${site}/user?id=${encodeURIComponent(author)}`,
    body: { html: cappedHtml(text ?? '', () => text ?? '') },
    publishedAt: created_at_i == null ? null : created_at_i * 1000,
    url: `${site}/item?id=${id}`,
    deleted: isDeleted,
  };
}

function readItem(document: FetchedDocument): CommentPage {
  const { children } = readJson(document, Item, 'Hacker News');
  let isWhole = true;
  const repliesIn = (entries: readonly unknown[]) => {
    const replies = readable(entries, Item);
    isWhole &&= replies.isWhole;
    return replies.read;
  };
  const { nodes, isCut } = flattened(
    repliesIn(children),
    (item) => repliesIn(item.children),
    mostComments,
  );
  return {
    complete: isWhole && !isCut,
    closed: 'unknown',
    closingSentence: null,
    total: null,
    comments: nodes.map(({ node, parent }) => commentOf(node, parent)),
  };
}

/**
 * Hacker News, by the search interface that its site links to: `GET /api/v1/items/ID` gives the whole
 * tree at once (hn.algolia.com/api). A deleted comment has neither author nor text. The interface does
 * not say when a thread takes no more comments.
 */
export const hackerNews = commentSource({
  name: 'hacker-news',
  ref: z.object({ item: z.string().regex(/^\d{1,12}$/u) }),
  everyMs: { least: 2 * minuteMs, most: hourMs },
  find: (clues) => {
    const link = discussionLinks(clues).find(
      ({ hostname, pathname }) => hostname === 'news.ycombinator.com' && pathname === '/item',
    );
    const item = link?.searchParams.get('id') ?? '';
    return { done: /^\d{1,12}$/u.test(item) ? { item } : null };
  },
  read: ({ item }, answers) => {
    const url = `https://hn.algolia.com/api/v1/items/${item}`;
    return oneDocument({ url, format: 'json' }, answers, readItem);
  },
});
