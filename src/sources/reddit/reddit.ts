import { z } from 'zod';
import type { CommentPage } from '../../core/discussion/comment.ts';
import { ReadError } from '../../core/errors.ts';
import { hourMs, minuteMs } from '../../core/time/duration.ts';
import { readable, readJson } from '../json.ts';
import { discussionLinks } from '../linked-page.ts';
import {
  type Clues,
  commentSource,
  documentAt,
  type FetchedDocument,
  mostComments,
  nothingNew,
  type SourceAnswer,
  type SourceRequest,
  type SourceStep,
  unanswered,
} from '../source.ts';
import { commentOf, Entry, Listing, More, Post, Thing } from './things.ts';

const api = 'https://oauth.reddit.com';
/** So many ids are asked for at once. */
const batchLength = 100;
/** Requests for what the first answer leaves out; each list may lead to more of them. */
const mostMore = 18;

const Ref = z.object({ post: z.string().regex(/^[\da-z]{2,12}$/u) });
type Ref = z.infer<typeof Ref>;

const PostAnswer = z.tuple([Listing, Listing]);
const MoreAnswer = z.object({ json: z.object({ data: z.object({ things: z.array(Thing) }) }) });

type Thing = z.infer<typeof Thing>;

/** The comments of a discussion as they are found, and what is still to be asked for. */
class Found {
  /** In the order of the documents. */
  readonly entries = new Map<string, Entry>();
  isWhole = true;
  private readonly ids: string[] = [];
  private readonly branches: string[] = [];

  /** Things with their replies, without recursion: a tree may be deep. */
  add(things: readonly Thing[]): void {
    const open = [...things].reverse();
    for (let thing = open.pop(); thing; thing = open.pop()) {
      if (thing.kind === 'more') this.leaveOut(thing.data);
      if (thing.kind !== 't1') continue;
      const { read, isWhole } = readable([thing.data], Entry);
      this.isWhole &&= isWhole;
      const [entry] = read;
      if (!entry) continue;
      const { replies, ...bare } = entry;
      if (!this.entries.has(entry.id)) this.entries.set(entry.id, bare);
      const below = replies ? replies.data.children : [];
      for (const reply of below.toReversed()) open.push(reply);
    }
  }

  /** The next request for what is left out; `null` when nothing is. */
  next(post: string): SourceRequest | null {
    const ids = this.ids.splice(0, batchLength);
    const branch = ids.length === 0 ? this.branches.shift() : undefined;
    if (branch !== undefined) return asked(`/comments/${post}`, { comment: branch, ...wanted });
    if (ids.length === 0) return null;
    return asked('/api/morechildren', {
      api_type: 'json',
      link_id: `t3_${post}`,
      children: ids.join(','),
      ...wanted,
    });
  }

  private leaveOut(data: unknown): void {
    const more = More.safeParse(data).data;
    if (!more) this.isWhole = false;
    else if (more.children.length > 0) this.ids.push(...more.children);
    else if (more.parent_id.startsWith('t1_')) this.branches.push(more.parent_id.slice(3));
  }
}

const wanted = { sort: 'old', raw_json: '1' };

function asked(path: string, query: Readonly<Record<string, string>>): SourceRequest {
  const url = `${api}${path}?${new URLSearchParams(query).toString()}`;
  return { url, format: 'json', key: 'reddit', unconditional: true };
}

function thingsOf(document: FetchedDocument, { url }: SourceRequest): readonly Thing[] {
  return url.startsWith(`${api}/api/`)
    ? readJson(document, MoreAnswer, 'Reddit').json.data.things
    : readJson(document, PostAnswer, 'Reddit')[1].data.children;
}

function readPost({ post }: Ref, answers: readonly SourceAnswer[]): SourceStep<CommentPage> {
  const first = asked(`/comments/${post}`, { limit: '500', ...wanted });
  const ask = unanswered([first], answers);
  if (ask.length > 0) return { ask };
  const document = documentAt(first.url, answers);
  if (document === null) return { done: nothingNew };
  const [head, tree] = readJson(document, PostAnswer, 'Reddit');
  const about = Post.safeParse(head.data.children[0]?.data);
  if (!about.success) {
    throw new ReadError('Reddit answers without the post. Check that the link opens in a browser.');
  }
  const found = new Found();
  found.add(tree.data.children);
  for (let request = found.next(post), sent = 1; request; request = found.next(post), sent += 1) {
    const more = unanswered([request], answers);
    if (sent > mostMore) {
      found.isWhole = false;
      break;
    }
    if (more.length > 0) return { ask: more };
    const answer = answers.find(({ url }) => url === request.url);
    if (answer?.kind === 'document') found.add(thingsOf(answer, request));
    else found.isWhole = false;
  }
  const { locked, archived, num_comments: total } = about.data;
  const entries = [...found.entries.values()];
  return {
    done: {
      complete: found.isWhole && entries.length <= mostComments,
      closed: locked || archived,
      closingSentence: null,
      total,
      comments: entries.slice(0, mostComments).map(commentOf),
    },
  };
}

function linkedPost(clues: Clues): Ref | null {
  for (const { hostname, pathname } of discussionLinks(clues)) {
    const isShort = hostname === 'redd.it';
    if (!isShort && !/^(?:www\.|old\.|new\.|np\.)?reddit\.com$/u.test(hostname)) continue;
    const path = isShort
      ? /^\/([\da-z]{2,12})\/?$/u
      : /^(?:\/(?:r|user)\/[\w-]{1,50})?\/comments\/([\da-z]{2,12})(?:\/|$)/u;
    const post = path.exec(pathname)?.[1];
    if (post !== undefined) return { post };
  }
  return null;
}

/**
 * The comments of a post on Reddit (reddit.com/dev/api: `GET /comments/article`,
 * `GET /api/morechildren`; github.com/reddit-archive/reddit/wiki/JSON). Reddit answers applications of
 * the operator's only, by "Application Only OAuth" (the same wiki, OAuth2). The first answer has up to
 * 500 comments; what it leaves out is asked for by its ids, a hundred at once, in at most 18 requests.
 * The first are read. A locked or archived post is closed.
 */
export const reddit = commentSource({
  name: 'reddit',
  ref: Ref,
  everyMs: { least: 2 * minuteMs, most: hourMs },
  find: (clues) => ({ done: clues.keyedOrigins?.includes(api) ? linkedPost(clues) : null }),
  read: readPost,
});
