import { z } from 'zod';
import type { Comment, CommentPage } from '../core/discussion/comment.ts';
import { hourMs, minuteMs } from '../core/time/duration.ts';
import { parsePublicationDate } from '../core/time/publication-date.ts';
import { bareComment, cappedHtml, commenter } from './comment-text.ts';
import { readable, readJson } from './json.ts';
import { discussionLinks } from './linked-page.ts';
import { commentSource, type FetchedDocument, mostComments, oneDocument } from './source.ts';

const Entry = z.object({
  short_id: z.string().min(1).max(40),
  created_at: z.string(),
  last_edited_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  is_deleted: z.boolean().default(false),
  is_moderated: z.boolean().default(false),
  comment: z.string().nullish(),
  parent_comment: z.string().nullish(),
  url: z.url({ protocol: /^https?$/u }).nullish(),
  /** A name, or an object in versions before 2023. */
  commenting_user: z.union([z.string(), z.object({ username: z.string() })]).nullish(),
});

const StoryAnswer = z.object({
  comment_count: z.number().int().nonnegative().nullish(),
  comments: z.array(z.unknown()),
});

function commentOf(entry: z.infer<typeof Entry>, site: string): Comment {
  const { commenting_user: user, comment } = entry;
  const name = typeof user === 'string' ? user : (user?.username ?? null);
  const deleted = entry.is_deleted || entry.is_moderated;
  const publishedAt = parsePublicationDate(entry.created_at);
  const edited = entry.last_edited_at ?? entry.updated_at;
  const editedAt = edited == null ? null : parsePublicationDate(edited);
  return {
    ...bareComment,
    id: entry.short_id,
    parentId: entry.parent_comment ?? null,
    author: deleted ? '' : commenter(name),
    authorUrl: name === null || deleted ? null : `${site}/~${encodeURIComponent(name)}`,
    body: { html: cappedHtml(comment ?? '', () => comment ?? '') },
    publishedAt,
    editedAt: editedAt !== null && publishedAt !== null && editedAt > publishedAt ? editedAt : null,
    url: entry.url ?? null,
    deleted,
  };
}

function readStory(document: FetchedDocument): CommentPage {
  const answer = readJson(document, StoryAnswer, 'Lobsters');
  const site = new URL(document.finalUrl).origin;
  const { read, isWhole } = readable(answer.comments, Entry);
  const comments = read.slice(0, mostComments).map((entry) => commentOf(entry, site));
  return {
    complete: isWhole && read.length <= mostComments,
    closed: 'unknown',
    closingSentence: null,
    total: answer.comment_count ?? null,
    comments,
  };
}

/**
 * Lobsters, and sites that run its software: `GET /s/ID.json` has every comment of a story
 * (github.com/lobsters/lobsters, `app/models/comment.rb` `as_json`). A deleted or moderated comment
 * stays as a placeholder.
 */
export const lobsters = commentSource({
  name: 'lobsters',
  ref: z.object({ url: z.url({ protocol: /^https?$/u }) }),
  everyMs: { least: 2 * minuteMs, most: hourMs },
  find: (clues) => {
    const isAsked = clues.settings.source === 'lobsters';
    for (const { hostname, pathname, origin } of discussionLinks(clues)) {
      const id = /^\/s\/([\da-z]{4,12})(?:\/|$)/u.exec(pathname)?.[1];
      if (id !== undefined && (isAsked || hostname === 'lobste.rs')) {
        return { done: { url: `${origin}/s/${id}.json` } };
      }
    }
    return { done: null };
  },
  read: ({ url }, answers) => {
    return oneDocument({ url, format: 'json' }, answers, readStory);
  },
});
