import { z } from 'zod';

/** CSS selectors of comments; those of fields are searched for inside the comment. */
export const Layout = z.object({
  comment: z.string(),
  author: z.string().optional(),
  text: z.string().optional(),
  time: z.string().optional(),
  permalink: z.string().optional(),
  /** An element naming the parent by `data-parent-id`, by a link's fragment, or by its text. */
  parent: z.string().optional(),
  closed: z.string().optional(),
  count: z.string().optional(),
  /** The zone of times that name none, as "EDT" or "+02:00". */
  zone: z.string().optional(),
});
export type Layout = z.infer<typeof Layout>;

/** Markup that many sites share, the most specific first. */
export const commonLayouts: readonly Layout[] = [
  {
    comment: '[itemprop~="comment"]',
    author: '[itemprop~="author"] [itemprop~="name"], [itemprop~="author"], [itemprop~="creator"]',
    text: '[itemprop~="text"], [itemprop~="commentText"]',
    time: '[itemprop~="dateCreated"], [itemprop~="datePublished"], [itemprop~="commentTime"], time',
    permalink: 'a[itemprop~="url"]',
  },
  {
    comment:
      '.comment-list li.comment, .commentlist li.comment, .comment-list > li, .commentlist > li',
    author: '.comment-author .fn, .comment-author cite, cite.fn, .comment-author, .fn',
    text: '.comment-content, .comment-text, .comment-entry',
    time: 'time, .comment-date, .comment-metadata a, .comment-meta a, .commentmetadata a, .comment-meta',
    permalink:
      '.comment-metadata a[href*="#comment"], .comment-meta a[href*="#comment"], a[href*="#comment-"]',
  },
  {
    comment:
      '#comments .comment, .comments .comment, .comment-section .comment, article.comment, li.comment, .comment[id]',
    author:
      '.comment-author, .commentAuthor, .author, .commenter, .username, .user-name, .user, cite',
    text: '.comment-text, .commentText, .comment-body, .commentBody, .comment-content, .text, .body, .message',
    time: 'time, .comment-date, .commentDate, .comment-time, .timestamp, .date, .time',
    permalink: '.permalink, a[href*="#comment"]',
  },
];

/** The parts of a page that hold its comments. */
export const commentSection =
  '#comments, .comments, .comments-area, .comment-section, #comment-section, .comment-list, .commentlist, #discussion, #respond';
