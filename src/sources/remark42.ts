import { z } from 'zod';
import type { Comment, CommentPage } from '../core/discussion/comment.ts';
import { hourMs, minuteMs } from '../core/time/duration.ts';
import { parsePublicationDate } from '../core/time/publication-date.ts';
import { absoluteUrl } from '../text/url.ts';
import { rewrittenHtml } from './comment-markup.ts';
import { bareComment, cappedHtml, commenter, unescaped } from './comment-text.ts';
import { readable, readJson } from './json.ts';
import { embedOf } from './linked-page.ts';
import { commentSource, type FetchedDocument, mostComments, oneDocument } from './source.ts';

const Entry = z.object({
  id: z.string().min(1).max(200),
  /** Empty at top level. */
  pid: z.string().catch(''),
  text: z.string(),
  user: z.object({ name: z.string(), picture: z.string().catch('') }),
  time: z.string().catch(''),
  edit: z.object({ time: z.string() }).nullable().catch(null),
  delete: z.boolean().catch(false),
});

const Found = z.object({
  comments: z.array(z.unknown()).nullable(),
  info: z.object({
    /** Empty when the server cannot say anything of the page. */
    url: z.string().catch(''),
    /** Deleted ones are not counted. */
    count: z.number().int().nonnegative(),
    read_only: z.boolean().catch(false),
  }),
});

const Ref = z.object({
  host: z.url({ protocol: /^https?$/u }),
  site: z.string().min(1).max(200),
  url: z.url({ protocol: /^https?$/u }),
});
type Ref = z.infer<typeof Ref>;

function commentOf(entry: z.infer<typeof Entry>, { host, url }: Ref): Comment {
  const { id, pid, user, delete: deleted } = entry;
  const { html, text } = deleted ? { html: '', text: '' } : rewrittenHtml(entry.text, host);
  const edited = deleted ? null : entry.edit;
  return {
    ...bareComment,
    id,
    parentId: pid === '' ? null : pid,
    author: deleted ? '' : commenter(unescaped(user.name)),
    avatarUrl: deleted ? null : absoluteUrl(user.picture, host),
    body: { html: cappedHtml(html, () => text) },
    publishedAt: parsePublicationDate(entry.time),
    editedAt: edited && parsePublicationDate(edited.time),
    url: `${url}#remark42__comment-${encodeURIComponent(id)}`,
    deleted,
  };
}

/** An error of its store empties the list: it is believed where its count agrees with it. */
function readFound(document: FetchedDocument, ref: Ref): CommentPage {
  const { comments, info } = readJson(document, Found, 'Remark42');
  const { read, isWhole } = readable(comments ?? [], Entry);
  const present = read.filter((entry) => !entry.delete).length;
  const isFound = info.url !== '';
  return {
    complete: isWhole && isFound && present === info.count && read.length <= mostComments,
    closed: info.read_only ? true : isFound ? false : 'unknown',
    closingSentence: null,
    total: info.count,
    comments: read.slice(-mostComments).map((entry) => commentOf(entry, ref)),
  };
}

/**
 * Remark42 (remark42.com/docs/contributing/api, and `rest_public.go` of github.com/umputun/remark42,
 * 1.14): `GET /api/v1/find` gives all comments of a page at once, here as a list by time, since a
 * tree leaves out deleted ones. Of more than 5,000, the newest are read.
 */
export const remark42 = commentSource({
  name: 'remark42',
  ref: Ref,
  everyMs: { least: 2 * minuteMs, most: hourMs },
  find: (clues) => ({ done: Ref.safeParse(embedOf(clues, 'remark42')).data ?? null }),
  read: (ref, answers) => {
    const asked = new URLSearchParams({
      site: ref.site,
      url: ref.url,
      sort: '+time',
      format: 'plain',
    });
    const url = `${ref.host.replace(/\/{0,9}$/u, '')}/api/v1/find?${asked.toString()}`;
    return oneDocument({ url, format: 'json' }, answers, (document) => readFound(document, ref));
  },
});
