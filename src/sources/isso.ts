import { z } from 'zod';
import type { Comment, CommentPage } from '../core/discussion/comment.ts';
import { hourMs, minuteMs, secondMs } from '../core/time/duration.ts';
import { absoluteUrl } from '../text/url.ts';
import { rewrittenHtml } from './comment-markup.ts';
import { bareComment, cappedHtml, commenter, unescaped } from './comment-text.ts';
import { readable, readJson } from './json.ts';
import { embedOf } from './linked-page.ts';
import { commentSource, type FetchedDocument, mostComments, oneDocument } from './source.ts';
import { flattened } from './tree.ts';

const count = z.number().int().nonnegative();
/** Unix seconds, with a fraction. */
const Seconds = z.number().nonnegative().max(1e11);

const Entry = z.object({
  id: z.number().int(),
  /** Its server escapes it as for HTML. */
  author: z.string().nullable().catch(null),
  text: z.string().nullable(),
  created: Seconds,
  modified: Seconds.nullable().catch(null),
  /** 1 shown, 2 held back, 4 deleted but answered. */
  mode: z.number().int(),
  gravatar_image: z.string().catch(''),
  hidden_replies: count.catch(0),
  replies: z.array(z.unknown()).catch([]),
});
type Entry = z.infer<typeof Entry>;

const Thread = z.object({
  /** Of the top level, or of all: it depends on the version. */
  total_replies: count,
  hidden_replies: count.catch(0),
  replies: z.array(z.unknown()),
});

const Ref = z.object({
  api: z.url({ protocol: /^https?$/u }),
  /** The name of the thread: the path of its page, or what the page says. */
  uri: z.string().min(1).max(1_000),
  page: z.url({ protocol: /^https?$/u }),
});
type Ref = z.infer<typeof Ref>;

function commentOf(entry: Entry, parent: Entry | null, { api, page }: Ref): Comment {
  const { id, author, created, modified } = entry;
  const deleted = entry.mode === 4;
  const { html, text } = deleted ? { html: '', text: '' } : rewrittenHtml(entry.text ?? '', page);
  return {
    ...bareComment,
    id: String(id),
    parentId: parent && String(parent.id),
    author: deleted ? '' : commenter(unescaped(author ?? '')),
    avatarUrl: deleted ? null : absoluteUrl(entry.gravatar_image, api),
    body: { html: cappedHtml(html, () => text) },
    publishedAt: Math.trunc(created * secondMs),
    editedAt: modified === null || deleted ? null : Math.trunc(modified * secondMs),
    url: `${page.split('#')[0] ?? page}#isso-${id}`,
    deleted,
  };
}

function readThread(document: FetchedDocument, ref: Ref): CommentPage {
  const thread = readJson(document, Thread, 'Isso');
  let isWhole = true;
  const shown = ({
    hidden_replies: hidden,
    replies,
  }: Pick<Entry, 'hidden_replies' | 'replies'>) => {
    const list = readable(replies, Entry);
    isWhole &&= list.isWhole && hidden === 0;
    return list.read;
  };
  const { nodes, isCut } = flattened(shown(thread), shown, mostComments);
  return {
    complete: isWhole && !isCut,
    closed: 'unknown',
    closingSentence: null,
    total: Math.max(thread.total_replies, nodes.length),
    comments: nodes.map(({ node, parent }) => commentOf(node, parent, ref)),
  };
}

/**
 * Isso (isso-comments.de/docs/reference/server-api, and `views/comments.py` of
 * github.com/isso-comments/isso, 0.13): `GET /?uri=` gives a thread at once, the oldest first, answers
 * in what they answer. Of more than 5,000, the first are read. It does not say whether a thread takes
 * no more comments.
 */
export const isso = commentSource({
  name: 'isso',
  ref: Ref,
  everyMs: { least: 2 * minuteMs, most: hourMs },
  find: (clues) => ({ done: Ref.safeParse(embedOf(clues, 'isso')).data ?? null }),
  read: (ref, answers) => {
    const url = `${ref.api.replace(/\/{0,9}$/u, '')}/?uri=${encodeURIComponent(ref.uri)}`;
    return oneDocument({ url, format: 'json' }, answers, (document) => readThread(document, ref));
  },
});
