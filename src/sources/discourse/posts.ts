import { nameToEmoji } from 'gemoji';
import { z } from 'zod';
import type { Comment, CommentPage } from '../../core/discussion/comment.ts';
import { parsePublicationDate } from '../../core/time/publication-date.ts';
import { absoluteUrl } from '../../text/url.ts';
import { rewrittenHtml, type ElementRule } from '../comment-markup.ts';
import { bareComment, cappedHtml, commenter, oneLine } from '../comment-text.ts';
import { readable } from '../json.ts';

/** Posts that are asked for by their ids, in one address of about 2,000 characters. */
const chunkLength = 100;
const mostChunks = 17;
const actionType = 3;
/** U+1F3FB, the lightest tone of skin. */
const firstTone = 0x1f3fb;

const Post = z.object({
  id: z.number().int(),
  post_number: z.number().int().positive(),
  /** 1 a post, 2 a moderator's, 3 what was done to the topic ("closed"). */
  post_type: z.number().int().catch(1),
  action_code: z.string().nullable().catch(null),
  reply_to_post_number: z.number().int().nullable().catch(null),
  username: z.string().nullable().catch(null),
  avatar_template: z.string().catch(''),
  created_at: z.string().catch(''),
  updated_at: z.string().catch(''),
  /** From 1; each public edit adds one. */
  version: z.number().int().catch(1),
  cooked: z.string(),
  /** Hidden after readers' reports: its text is a note that says so. */
  hidden: z.boolean().catch(false),
  user_deleted: z.boolean().catch(false),
  deleted_at: z.string().nullable().catch(null),
});
type Post = z.infer<typeof Post>;

/** Posts by their ids. */
export const Posts = z.object({ post_stream: z.object({ posts: z.array(z.unknown()) }) });
type Posts = z.infer<typeof Posts>;

/** The first posts of a topic, and the ids of all. */
export const Topic = Posts.extend({
  closed: z.boolean().nullable().catch(null),
  archived: z.boolean().nullable().catch(null),
  /** The topic was made for a page that embeds it, and its first post is that page's text. */
  expandable_first_post: z.boolean().catch(false),
  post_stream: z.object({
    posts: z.array(z.unknown()),
    stream: z.array(z.number().int()),
  }),
});
export type Topic = z.infer<typeof Topic>;

/** The character of ":smile:" or, with a tone of skin, ":wave:t2:"; a forum's own emoji stay words. */
function emojiOf(words: string): string {
  const [, name = '', tone] = /^:([\w+-]{1,60})(?::t([2-6]))?:$/u.exec(words) ?? [];
  const emoji = Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined;
  if (emoji === undefined) return words;
  const isSingle = emoji.length === String.fromCodePoint(emoji.codePointAt(0) ?? 0).length;
  return tone !== undefined && isSingle
    ? emoji + String.fromCodePoint(firstTone + Number(tone) - 2)
    : emoji;
}

/** What Discourse adds to a text for its own pages. */
const withoutOwnParts: ElementRule = (name, { class: list = '', alt = '' }) => {
  const classes = ` ${list.slice(0, 300)} `;
  if (name === 'img' && / (?:emoji|avatar|site-icon) /u.test(classes))
    return { text: emojiOf(alt) };
  const isOwn = name === 'svg' || / (?:meta|quote-controls|badge|clicks) /u.test(classes);
  return isOwn && name !== 'a' ? 'omit' : 'keep';
};

function commentOf(post: Post, { forum, topic }: { forum: string; topic: string }): Comment {
  const { post_number: number, reply_to_post_number: parent, username, version } = post;
  const deleted = post.hidden || post.user_deleted || post.deleted_at !== null;
  const { html, text } = deleted
    ? { html: '', text: '' }
    : rewrittenHtml(post.cooked, forum, withoutOwnParts);
  const avatar = absoluteUrl(post.avatar_template.replace('{size}', '96'), forum);
  return {
    ...bareComment,
    id: String(number),
    parentId: parent === null ? null : String(parent),
    author: deleted ? '' : commenter(username),
    authorUrl: deleted || !username ? null : `${forum}u/${encodeURIComponent(username)}`,
    avatarUrl: deleted ? null : avatar,
    body: { html: cappedHtml(html, () => text) },
    publishedAt: parsePublicationDate(post.created_at),
    editedAt: deleted || version <= 1 ? null : parsePublicationDate(post.updated_at),
    url: `${forum}t/${topic}/${number}`,
    deleted,
  };
}

/** A deleted post is not listed, but its answers still name it. */
function answeredButGone(comments: readonly Comment[], isArticle: boolean): Comment[] {
  const listed = new Set(comments.map(({ id }) => id));
  const named = comments.flatMap(({ parentId }) => parentId ?? []);
  const gone = new Set(named.filter((id) => !listed.has(id) && !(isArticle && id === '1')));
  return [...gone].map((id) => ({
    ...bareComment,
    id,
    author: '',
    body: { html: '' },
    deleted: true,
  }));
}

/** What closed the topic says so in a post of its own, in the forum's language. */
function closingSentence(posts: readonly Post[], forum: string): string | null {
  const closing = posts.findLast(
    ({ post_type: type, action_code: code }) =>
      type === actionType && /^(?:auto)?closed\./u.test(code ?? ''),
  );
  if (!closing?.action_code?.endsWith('.enabled')) return null;
  return oneLine(rewrittenHtml(closing.cooked, forum, withoutOwnParts).text).slice(0, 600) || null;
}

/** The comments of a topic, with the posts that were asked for by their ids. */
export function commentPage(
  topic: Topic,
  more: readonly Posts[],
  place: { forum: string; topic: string; isArticle: boolean },
): CommentPage {
  const lists = [topic, ...more].map((list) => readable(list.post_stream.posts, Post));
  const posts = new Map(lists.flatMap(({ read }) => read).map((post) => [post.id, post]));
  const { stream } = topic.post_stream;
  const ordered = stream.flatMap((id) => posts.get(id) ?? []);
  const isArticle = place.isArticle || topic.expandable_first_post;
  const written = ordered.filter(
    ({ post_type: type, post_number: number }) =>
      type !== actionType && !(isArticle && number === 1),
  );
  const comments = written
    .map((post) => commentOf(post, place))
    .map((comment) =>
      isArticle && comment.parentId === '1' ? { ...comment, parentId: null } : comment,
    );
  const complete = ordered.length === new Set(stream).size;
  const isOpen = topic.closed === false && topic.archived === false;
  return {
    complete,
    closed: topic.closed || topic.archived ? true : isOpen ? false : 'unknown',
    closingSentence: topic.closed ? closingSentence(ordered, place.forum) : null,
    total: new Set(stream).size - (ordered.length - written.length),
    comments: [...comments, ...(complete ? answeredButGone(comments, isArticle) : [])],
  };
}

/** Chunks of the posts that the topic's own answer lacks, the newest first. */
export function missingChunks({ post_stream: { posts, stream } }: Topic): number[][] {
  const given = new Set(readable(posts, Post.pick({ id: true })).read.map(({ id }) => id));
  const missing = [...new Set(stream)].filter((id) => !given.has(id)).reverse();
  const count = Math.min(mostChunks, Math.ceil(missing.length / chunkLength));
  return Array.from({ length: count }, (_, index) =>
    missing.slice(index * chunkLength, (index + 1) * chunkLength).reverse(),
  );
}
