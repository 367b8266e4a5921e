import { z } from 'zod';
import type { Comment, CommentPage } from '../core/discussion/comment.ts';
import { hourMs, minuteMs } from '../core/time/duration.ts';
import { parsePublicationDate } from '../core/time/publication-date.ts';
import { absoluteUrl } from '../text/url.ts';
import { bareComment, cappedText, commenter } from './comment-text.ts';
import { probedJson, readable, readJson } from './json.ts';
import { discussionLinks } from './linked-page.ts';
import {
  type Clues,
  commentSource,
  documentsTogether,
  type FetchedDocument,
  mostComments,
  nothingNew,
  type SourceAnswer,
  type SourceRequest,
  type SourceStep,
} from './source.ts';

/** A tree is cut off at so many comments; a list gives so many a page. */
const mostInTree = 300;
const perPage = 50;
/** With the post and its tree, one of them asked for twice, the twenty requests of a look. */
const mostPages = 17;

const flag = z.boolean().catch(false);
const date = z.string().nullish().catch(null);

/** As in version 0.19; as in version 1.0. */
const Entry = z.object({
  comment: z.object({
    id: z.number().int().nonnegative(),
    content: z.string(),
    /** The numbers of those above it and its own: "0.24.27". */
    path: z.string().catch(''),
    deleted: flag,
    removed: flag,
    published: date,
    published_at: date,
    updated: date,
    updated_at: date,
  }),
  creator: z.object({
    name: z.string(),
    display_name: z.string().nullish(),
    actor_id: z.string().nullish(),
    ap_id: z.string().nullish(),
    avatar: z.string().nullish(),
    deleted: flag,
  }),
});
type Entry = z.infer<typeof Entry>;

const count = z.number().int().nonnegative();

const PostAnswer = z.object({
  post_view: z.object({
    post: z.object({ id: count, locked: z.boolean(), comments: count.nullish() }),
    counts: z.object({ comments: count }).nullish(),
  }),
});

const ListAnswer = z
  .object({
    comments: z.array(z.unknown()).optional(),
    items: z.array(z.unknown()).optional(),
    next_page: z.string().nullish(),
  })
  .refine(({ comments, items }) => comments !== undefined || items !== undefined);

const Place = z.object({
  /** The address of the instance. */
  url: z.url({ protocol: /^https?$/u }),
  post: z.string().regex(/^\d{1,12}$/u),
  /** Of its interface. */
  version: z.enum(['v3', 'v4']),
});
type Place = z.infer<typeof Place>;

function postAddress({ url, post, version }: Place): string {
  return `${url}/api/${version}/post?id=${post}`;
}

function listAddress(
  { url, post, version }: Place,
  asked: Readonly<Record<string, string>>,
): string {
  const query = new URLSearchParams({
    post_id: post,
    type_: version === 'v3' ? 'All' : 'all',
    ...asked,
  });
  return `${url}/api/${version}/comment/list?${query.toString()}`;
}

/** Version 1.0 writes its words in small letters. */
const sorted = ({ version }: Place, by: 'Old' | 'New') =>
  version === 'v3' ? by : by.toLowerCase();

function treeAddress(place: Place): string {
  return listAddress(place, { sort: sorted(place, 'Old'), max_depth: '100' });
}

/** The author's page at this instance, also of one of another. */
function profileOf(
  { name, actor_id: actor, ap_id: ap }: Entry['creator'],
  site: string,
): string | null {
  const own = absoluteUrl(actor ?? ap ?? '', site);
  const host = own === null ? null : new URL(own).host;
  const isHere = host === null || host === new URL(site).host;
  return absoluteUrl(`/u/${encodeURIComponent(name)}${isHere ? '' : `@${host}`}`, site);
}

function commentOf({ comment, creator }: Entry, site: string): Comment {
  const {
    id,
    path,
    content,
    published,
    published_at: published1,
    updated,
    updated_at: updated1,
  } = comment;
  const deleted = comment.deleted || comment.removed;
  const parent = path.split('.').at(-2) ?? '0';
  const name = creator.display_name?.trim() ? creator.display_name : creator.name;
  const edited = updated ?? updated1;
  return {
    ...bareComment,
    id: String(id),
    parentId: /^[1-9]\d*$/u.test(parent) ? parent : null,
    author: deleted ? '' : commenter(creator.deleted ? null : name),
    authorUrl: deleted || creator.deleted ? null : profileOf(creator, site),
    avatarUrl: deleted || creator.deleted ? null : absoluteUrl(creator.avatar ?? '', site),
    body: { markdown: deleted ? '' : cappedText(content) },
    publishedAt: parsePublicationDate(published ?? published1 ?? ''),
    editedAt: deleted || edited == null ? null : parsePublicationDate(edited),
    url: `${site}/comment/${id}`,
    deleted,
  };
}

interface Listed {
  comments: Comment[];
  isWhole: boolean;
  /** How many the document holds. */
  length: number;
  /** Version 1.0: what the next page is asked for with. */
  next: string | null;
}

function listed(document: FetchedDocument, { url: site }: Place): Listed {
  const { comments, items, next_page: next } = readJson(document, ListAnswer, 'The Lemmy server');
  const entries = items ?? comments ?? [];
  const { read, isWhole } = readable(entries, Entry);
  return {
    comments: read.map((entry) => commentOf(entry, site)),
    isWhole,
    length: entries.length,
    next: next ?? null,
  };
}

/** The newest comments, page by page, after a tree that was cut off; a page that fails is the last. */
function newestOf(
  place: Place,
  answers: readonly SourceAnswer[],
): SourceStep<{ comments: Comment[]; isWhole: boolean }> {
  const pages: Comment[][] = [];
  let isWhole = true;
  let cursor: string | null = null;
  for (let page = 1; page <= mostPages; page += 1) {
    const paging: Record<string, string> =
      cursor === null ? { page: String(page) } : { page_cursor: cursor };
    const start: Record<string, string> = place.version === 'v4' && page === 1 ? {} : paging;
    const url = listAddress(place, {
      sort: sorted(place, 'New'),
      limit: String(perPage),
      ...start,
    });
    const answer = answers.find((one) => one.url === url);
    if (!answer) return { ask: [{ url, format: 'json', unconditional: true }] };
    if (answer.kind !== 'document') return { done: { comments: pages.flat(), isWhole: false } };
    const list = listed(answer, place);
    pages.push(list.comments);
    isWhole &&= list.isWhole;
    cursor = list.next;
    const isLast = list.length < perPage || (place.version === 'v4' && cursor === null);
    if (isLast) return { done: { comments: pages.flat(), isWhole } };
  }
  return { done: { comments: pages.flat(), isWhole: false } };
}

function readPost(place: Place, answers: readonly SourceAnswer[]): SourceStep<CommentPage> {
  const wanted: SourceRequest[] = [postAddress(place), treeAddress(place)].map((url) => ({
    url,
    format: 'json',
  }));
  const step = documentsTogether(wanted, answers);
  if ('ask' in step) return step;
  const [about, tree] = step.done ?? [];
  if (!about || !tree) return { done: nothingNew };
  const { post, counts } = readJson(about, PostAnswer, 'The Lemmy server').post_view;
  const first = listed(tree, place);
  let { comments, isWhole } = first;
  if (first.length >= mostInTree) {
    const newest = newestOf(place, answers);
    if ('ask' in newest) return newest;
    // Oldest first, as the tree.
    const all = [...comments, ...newest.done.comments.reverse()];
    comments = [...new Map(all.map((comment) => [comment.id, comment])).values()];
    isWhole &&= newest.done.isWhole;
  }
  const total = post.comments ?? counts?.comments ?? null;
  const shown = comments.filter(({ deleted }) => !deleted).length;
  const isRead = isWhole && total !== null && shown >= total;
  return {
    done: {
      complete: isRead && comments.length <= mostComments,
      closed: post.locked,
      closingSentence: null,
      total,
      comments: comments.slice(0, mostComments),
    },
  };
}

function linkOf(clues: Clues): { url: string; post: string } | null {
  for (const { origin, pathname } of discussionLinks(clues)) {
    const post = /^\/post\/(\d{1,12})(?:\/\d{1,12})?\/?$/u.exec(pathname)?.[1];
    if (post !== undefined) return { url: origin, post };
  }
  return null;
}

/**
 * The comments of a Lemmy post (github.com/LemmyNet/lemmy, 0.19 and 1.0: `crates/api_common`,
 * `crates/db_views`): `/api/v3/comment/list`, or `/api/v4` where an instance has no older one. One request
 * gives a tree of at most 300 comments; after that the newest 850 are listed too. Deleted and removed
 * comments are placeholders. A locked post is closed.
 */
export const lemmy = commentSource({
  name: 'lemmy',
  ref: Place,
  everyMs: { least: 2 * minuteMs, most: hourMs },
  find: (clues, answers) => {
    const link = linkOf(clues);
    if (link === null) return { done: null };
    for (const version of ['v3', 'v4'] as const) {
      const place = { ...link, version };
      const isGuess = clues.settings.source === 'auto';
      const probed = probedJson(postAddress(place), PostAnswer, answers, isGuess);
      if ('ask' in probed) return probed;
      if (String(probed.done?.post_view.post.id) === link.post) return { done: place };
    }
    return { done: null };
  },
  read: readPost,
});
