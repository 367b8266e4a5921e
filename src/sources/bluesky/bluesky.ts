import { z } from 'zod';
import type { Comment, CommentPage } from '../../core/discussion/comment.ts';
import { ReadError } from '../../core/errors.ts';
import { hourMs, minuteMs } from '../../core/time/duration.ts';
import { parsePublicationDate } from '../../core/time/publication-date.ts';
import { absoluteUrl } from '../../text/url.ts';
import { bareComment, cappedHtml, commenter } from '../comment-text.ts';
import { probedJson, readable, readJson } from '../json.ts';
import { discussionLinks, embedOf } from '../linked-page.ts';
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
} from '../source.ts';
import { flattened, type TreeNode } from '../tree.ts';
import { attachedHtml, Attachment, postAddress, PostRecord, textHtml } from './post-html.ts';

const api = 'https://public.api.bsky.app/xrpc';
/** A thread that is cut off where it is nested deeply is read on from there. */
const mostRequests = 20;
/** Other servers cut a thread at so many replies: above it, the counts have to agree. */
const surelyWhole = 200;

const Labels = z
  .array(z.object({ val: z.string() }))
  .nullish()
  .catch(null);
type Labels = z.infer<typeof Labels>;

const View = z.object({
  post: z.object({
    uri: z.string().min(1).max(500),
    author: z.object({
      did: z.string(),
      handle: z.string().catch(''),
      displayName: z.string().nullish(),
      avatar: z.string().nullish(),
      labels: Labels,
    }),
    record: PostRecord,
    embed: Attachment.nullish().catch(null),
    replyCount: z.number().int().nonnegative().nullish(),
    indexedAt: z.string().nullish(),
    labels: Labels,
  }),
  /** Missing where the thread is cut off; empty where nobody answered. */
  replies: z.array(z.unknown()).optional(),
});
type View = z.infer<typeof View>;

/** A post that is deleted, or whose author and the one above have blocked each other. */
const Gone = z.object({ uri: z.string(), $type: z.string() });

const Answer = z.object({
  thread: z.union([View, Gone]),
  threadgate: z
    .object({
      record: z
        .object({
          allow: z.array(z.unknown()).optional(),
          hiddenReplies: z.array(z.string()).optional(),
        })
        .nullish(),
    })
    .nullish()
    .catch(null),
});
type Answer = z.infer<typeof Answer>;

const sensitive = new Set(['!warn', 'porn', 'sexual', 'nudity', 'graphic-media', 'gore']);

const isLabelled = (labels: Labels, is: (label: string) => boolean) =>
  (labels ?? []).some(({ val }) => is(val));

/** Hidden from readers without an account, by its author, by Bluesky, or by the thread's author. */
function isHidden({ post: { uri, author, labels } }: View, hidden: ReadonlySet<string>): boolean {
  return (
    hidden.has(uri) ||
    isLabelled(author.labels, (label) => label === '!no-unauthenticated' || label === '!hide') ||
    isLabelled(labels, (label) => label === '!hide')
  );
}

function commentOf({ post }: View, parentId: string | null, deleted: boolean): Comment {
  const { uri, author, record, embed, indexedAt, labels } = post;
  const url = postAddress(uri);
  const text = textHtml(record);
  const html = text + (embed ? attachedHtml(embed, url, text) : '');
  const shown = isLabelled(labels, (label) => sensitive.has(label))
    ? `<details>${html}</details>`
    : html;
  const dates = [record.createdAt, indexedAt].flatMap(
    (date) => parsePublicationDate(date ?? '') ?? [],
  );
  return {
    ...bareComment,
    id: uri,
    parentId,
    author: deleted
      ? ''
      : commenter(author.displayName?.trim() ? author.displayName : author.handle),
    authorUrl: deleted ? null : absoluteUrl(`/profile/${author.did}`, 'https://bsky.app/'),
    avatarUrl: deleted ? null : absoluteUrl(author.avatar ?? '', 'https://cdn.bsky.app/'),
    body: { html: deleted ? '' : cappedHtml(shown, () => record.text) },
    // The first is the author's word, the second when Bluesky saw it.
    publishedAt: dates.length === 0 ? null : Math.min(...dates),
    url,
    deleted,
  };
}

function threadAddress(uri: string): string {
  return `${api}/app.bsky.feed.getPostThread?uri=${encodeURIComponent(uri)}&depth=1000&parentHeight=0`;
}

interface Thread {
  replies: TreeNode<View>[];
  /** Every reply could be read, and none was cut off for good. */
  isWhole: boolean;
}

/** The replies of one answer; `cut` are those whose own replies are missing. */
function repliesIn(root: View, room: number): Thread & { cut: View[] } {
  let isWhole = true;
  const cut: View[] = [];
  const repliesOf = (view: View): View[] => {
    const { read, isWhole: isReadable } = readable(view.replies ?? [], z.union([View, Gone]));
    isWhole &&= isReadable;
    if (view.replies === undefined && (view.post.replyCount ?? 0) > 0) cut.push(view);
    return read.filter((reply) => 'post' in reply);
  };
  const { nodes, isCut } = flattened(repliesOf(root), repliesOf, room);
  const replies = nodes.map(({ node, parent }) => ({ node, parent: parent ?? root }));
  return { replies, isWhole: isWhole && !isCut, cut: cut.filter((view) => view !== root) };
}

/** The thread, with what was cut off where it is nested deeply. */
function threadOf(root: View, answers: readonly SourceAnswer[]): SourceStep<Thread> {
  const whole: Thread = { replies: [], isWhole: true };
  const ask: SourceRequest[] = [];
  const open = [root];
  let requests = 0;
  for (const [index, place] of open.entries()) {
    let view: View | null = index === 0 ? place : null;
    if (index > 0) {
      const url = threadAddress(place.post.uri);
      const answer = answers.find((one) => one.url === url);
      requests += 1;
      if (!answer && requests < mostRequests)
        ask.push({ url, format: 'json', unconditional: true });
      if (answer?.kind === 'document') view = rootOf(readJson(answer, Answer, 'Bluesky'));
    }
    if (view === null) whole.isWhole = false;
    else {
      const { replies, isWhole, cut } = repliesIn(view, mostComments - whole.replies.length);
      for (const { node, parent } of replies) {
        whole.replies.push({ node, parent: parent === view ? place : parent });
      }
      whole.isWhole &&= isWhole;
      open.push(...cut);
    }
  }
  return ask.length > 0 ? { ask } : { done: whole };
}

function rootOf({ thread }: Answer): View | null {
  return 'post' in thread ? thread : null;
}

/** True when a reply is missing that its parent counts. */
function lacksReplies(root: View, replies: readonly TreeNode<View>[]): boolean {
  const missing = new Map(
    [root, ...replies.map(({ node }) => node)].map(({ post }) => [post.uri, post.replyCount ?? 0]),
  );
  for (const { parent } of replies) {
    const uri = parent?.post.uri ?? '';
    missing.set(uri, (missing.get(uri) ?? 0) - 1);
  }
  return [...missing.values()].some((count) => count > 0);
}

function readThread(
  document: FetchedDocument,
  answers: readonly SourceAnswer[],
): SourceStep<CommentPage> {
  const answer = readJson(document, Answer, 'Bluesky');
  const root = rootOf(answer);
  if (root === null) {
    throw new ReadError('The post on Bluesky is gone, or hidden. Check the link of the story.');
  }
  const step = threadOf(root, answers);
  if ('ask' in step) return step;
  const { replies, isWhole } = step.done;
  const gate = answer.threadgate?.record;
  const isCounted = replies.length < surelyWhole || !lacksReplies(root, replies);
  const hidden = new Set(gate?.hiddenReplies ?? []);
  const comments: Comment[] = [];
  const answered = new Set<string>();
  // From the last one: a hidden post keeps its place only where a shown one answers it.
  for (const { node, parent } of replies.toReversed()) {
    const { uri } = node.post;
    const isGone = isHidden(node, hidden);
    if (isGone && !answered.has(uri)) continue;
    const parentUri = parent === null || parent.post.uri === root.post.uri ? null : parent.post.uri;
    comments.push(commentOf(node, parentUri, isGone));
    if (parentUri !== null) answered.add(parentUri);
  }
  return {
    done: {
      ...nothingNew,
      complete: isWhole && isCounted,
      // Nobody may answer. With other rules some still can.
      closed: gate?.allow?.length === 0,
      comments: comments.reverse(),
    },
  };
}

const Ref = z.object({
  uri: z.string().regex(/^at:\/\/did:[\w.:%-]{1,200}\/app\.bsky\.feed\.post\/[\w~.:-]{1,100}$/u),
});

/** The author and the key of the post that a story links to, or that its page embeds. */
function postOf(clues: Clues): { author: string; key: string } | null {
  const links = discussionLinks(clues).map(({ href }) => href);
  for (const link of [...links, embedOf(clues, 'bluesky')?.['post'] ?? '']) {
    const [, author, key] =
      /^https:\/\/bsky\.app\/profile\/([\w.:-]{1,250})\/post\/([\w~.:-]{1,100})\/?(?:[?#]|$)/u.exec(
        link,
      ) ??
      /^at:\/\/([\w.:-]{1,250})\/app\.bsky\.feed\.post\/([\w~.:-]{1,100})$/u.exec(link) ??
      [];
    if (author !== undefined && key !== undefined) return { author, key };
  }
  return null;
}

/**
 * The replies to a post of Bluesky, by its public interface: `app.bsky.feed.getPostThread`
 * (github.com/bluesky-social/atproto, 2025: `lexicons/app/bsky/feed`, `packages/bsky/src/views`), which
 * gives a tree that is cut off at ten levels: from there it is asked for again. Deleted posts are not in
 * it, and neither is what answers them. Posts are never edited. Complete when nothing is cut off and, in
 * a thread of 200 posts or more, every post has as many replies as it counts.
 */
export const bluesky = commentSource({
  name: 'bluesky',
  ref: Ref,
  everyMs: { least: 2 * minuteMs, most: hourMs },
  find: (clues, answers) => {
    const post = postOf(clues);
    if (post === null) return { done: null };
    const { author, key } = post;
    const ref = (did: string) =>
      Ref.safeParse({ uri: `at://${did}/app.bsky.feed.post/${key}` }).data ?? null;
    if (author.startsWith('did:')) return { done: ref(author) };
    const url = `${api}/com.atproto.identity.resolveHandle?handle=${encodeURIComponent(author)}`;
    const probed = probedJson(url, z.object({ did: z.string() }), answers);
    return 'ask' in probed ? probed : { done: probed.done && ref(probed.done.did) };
  },
  read: ({ uri }, answers) => {
    const url = threadAddress(uri);
    if (!answers.some((answer) => answer.url === url)) return { ask: [{ url, format: 'json' }] };
    const document = documentAt(url, answers);
    return document === null ? { done: nothingNew } : readThread(document, answers);
  },
});
