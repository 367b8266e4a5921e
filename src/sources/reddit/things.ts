import { z } from 'zod';
import type { Comment } from '../../core/discussion/comment.ts';
import { secondMs } from '../../core/time/duration.ts';
import { absoluteUrl } from '../../text/url.ts';
import { rewrittenHtml } from '../comment-markup.ts';
import { bareComment, cappedHtml, commenter } from '../comment-text.ts';

export const site = 'https://www.reddit.com';

const seconds = z.number().nonnegative();

/** Reddit's objects: `t1` a comment, `t3` a post, `more` the ids of comments that are left out. */
export const Thing = z.object({ kind: z.string(), data: z.unknown() });

export const Listing = z.object({ data: z.object({ children: z.array(Thing) }) });

export const Post = z.object({
  num_comments: z.number().int().nonnegative(),
  locked: z.boolean().catch(false),
  archived: z.boolean().catch(false),
});

export const Entry = z.object({
  id: z.string().min(1).max(40),
  parent_id: z.string(),
  author: z.string().nullish(),
  /** Markdown, and the HTML of it. */
  body: z.string().catch(''),
  body_html: z.string().catch(''),
  created_utc: seconds,
  /** When it was edited last; `false` for never; `true` for an edit of long ago. */
  edited: z.union([seconds, z.boolean()]).catch(false),
  permalink: z.string().nullish(),
  /** "" without any. */
  replies: z.union([Listing, z.literal('')]).nullish(),
});
export type Entry = z.infer<typeof Entry>;

/** `children` is empty for a branch that is too deep: its comments are below `parent_id`. */
export const More = z.object({
  parent_id: z.string(),
  children: z.array(z.string().max(40)),
});
export type More = z.infer<typeof More>;

/** A deleted comment has no author, and one of these in place of its text. */
const deletedText = /^\[ ?(?:deleted|removed)(?: by (?:reddit|moderator))? ?\]$/iu;
const noAuthor = '[deleted]';

/** The id without the kind before it; `null` for a post's. */
function parentOf({ parent_id: parent }: Pick<Entry, 'parent_id'>): string | null {
  return parent.startsWith('t1_') ? parent.slice(3) : null;
}

export function commentOf(entry: Entry): Comment {
  const { id, author, body, body_html: written, created_utc: created, edited, permalink } = entry;
  const isAnonymous = author == null || author === noAuthor;
  const deleted = isAnonymous && deletedText.test(body.slice(0, 100).trim());
  const { html, text } = deleted ? { html: '', text: '' } : rewrittenHtml(written, site);
  return {
    ...bareComment,
    id,
    parentId: parentOf(entry),
    author: deleted ? '' : commenter(isAnonymous ? null : author),
    authorUrl: isAnonymous ? null : `${site}/user/${encodeURIComponent(author)}`,
    body: { html: cappedHtml(html, () => text) },
    publishedAt: Math.trunc(created * secondMs),
    editedAt: typeof edited === 'number' && !deleted ? Math.trunc(edited * secondMs) : null,
    url: absoluteUrl(permalink ?? '', site),
    deleted,
  };
}
