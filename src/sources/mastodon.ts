import { z } from 'zod';
import type { Comment, CommentPage } from '../core/discussion/comment.ts';
import { hourMs, minuteMs } from '../core/time/duration.ts';
import { parsePublicationDate } from '../core/time/publication-date.ts';
import { absoluteUrl } from '../text/url.ts';
import {
  bareComment,
  cappedHtml,
  commenter,
  escaped,
  quoted,
  withoutTags,
} from './comment-text.ts';
import { probedJson, readable, readJson } from './json.ts';
import { discussionLinks, embedOf } from './linked-page.ts';
import {
  type Clues,
  commentSource,
  type FetchedDocument,
  mostComments,
  nothingNew,
  oneDocument,
} from './source.ts';

/** What an instance shows to readers without an account: so many replies, nested so deeply. */
const anonymous = { replies: 60, depth: 20 };
const mostMedia = 16;

const text = z.string().catch('');

const Media = z.object({
  type: text,
  url: z.string().nullish(),
  remote_url: z.string().nullish(),
  description: z.string().nullish(),
});

const Status = z.object({
  id: z.string().min(1).max(80),
  in_reply_to_id: z.string().nullish(),
  created_at: text,
  edited_at: z.string().nullish(),
  visibility: z.enum(['public', 'unlisted']),
  url: z.string().nullish(),
  content: text,
  spoiler_text: text,
  sensitive: z.boolean().catch(false),
  account: z.object({
    acct: z.string(),
    display_name: text,
    avatar_static: z.string().nullish(),
  }),
  media_attachments: z.array(Media).catch([]),
  poll: z
    .object({ options: z.array(z.object({ title: text })) })
    .nullish()
    .catch(null),
});
type Status = z.infer<typeof Status>;

const Context = z.object({ descendants: z.array(z.unknown()) });

const kinds: Readonly<Record<string, string>> = {
  image: 'Image',
  gifv: 'GIF',
  video: 'Video',
  audio: 'Audio',
};

function mediaHtml(media: readonly z.infer<typeof Media>[], base: string): string {
  return media
    .slice(0, mostMedia)
    .map(({ type, url, remote_url: remote, description }) => {
      const about = (description ?? '').slice(0, 500);
      const kind = kinds[type] ?? 'File';
      const label = escaped(about === '' ? kind : `${kind}: ${about}`);
      const href = absoluteUrl(url ?? remote ?? '', base);
      return href === null ? '' : `<p><a href="${quoted(href)}">${label}</a></p>`;
    })
    .join('');
}

/** Names and hashtags that a post mentions are links at other servers: their words stay. */
function withoutMentionLinks(html: string): string {
  return html.replaceAll(/<a\s[^<>]{0,3000}>/gu, (tag) =>
    /\sclass="[^"]{0,200}\bmention\b/u.test(tag) ? '<a>' : tag,
  );
}

/** What a reader sees. What the author hides behind a warning stays hidden. */
function bodyOf(status: Status, base: string): string {
  const { poll, spoiler_text: warning, sensitive } = status;
  const options = (poll?.options ?? []).map(({ title }) => `<li>${escaped(title)}</li>`);
  const words = withoutMentionLinks(status.content) + (poll ? `<ul>${options.join('')}</ul>` : '');
  const media = mediaHtml(status.media_attachments, base);
  if (warning.trim() === '') {
    return words + (sensitive && media !== '' ? `<details>${media}</details>` : media);
  }
  return `<details><summary><b>${escaped(warning)}</b></summary>${words}${media}</details>`;
}

function commentOf(status: Status, { site, root }: { site: string; root: string }): Comment {
  const { id, account, in_reply_to_id: parent, created_at: created, edited_at: edited } = status;
  const html = bodyOf(status, site);
  return {
    ...bareComment,
    id,
    parentId: parent == null || parent === root ? null : parent,
    author: commenter(account.display_name.trim() === '' ? account.acct : account.display_name),
    authorUrl: absoluteUrl(`/@${account.acct}`, site),
    avatarUrl: absoluteUrl(account.avatar_static ?? '', site),
    body: { html: cappedHtml(html, () => withoutTags(html)) },
    publishedAt: parsePublicationDate(created),
    editedAt: edited == null ? null : parsePublicationDate(edited),
    url: absoluteUrl(status.url ?? '', site),
  };
}

/** How deeply the deepest reply is nested. Parents stand before their replies. */
function depthOf(comments: readonly Comment[]): number {
  const depths = new Map<string, number>();
  for (const { id, parentId } of comments) depths.set(id, (depths.get(parentId ?? '') ?? 0) + 1);
  return Math.max(0, ...new Set(depths.values()));
}

function readContext(document: FetchedDocument, { url, status: root }: Place): CommentPage {
  const { descendants } = readJson(document, Context, 'The Mastodon server');
  const { read, isWhole } = readable(descendants.slice(0, mostComments), Status);
  const comments = read.map((status) => commentOf(status, { site: url, root }));
  const isBelowLimit =
    descendants.length < anonymous.replies && depthOf(comments) < anonymous.depth;
  return {
    ...nothingNew,
    complete: isWhole && isBelowLimit,
    comments,
  };
}

const Place = z.object({
  /** The address of the instance. */
  url: z.url({ protocol: /^https?$/u }),
  status: z.string().regex(/^[\da-zA-Z]{1,40}$/u),
});
type Place = z.infer<typeof Place>;

/** Of Mastodon; of GoToSocial; of Pleroma and Akkoma. */
const paths = [
  /^\/(?:web\/)?@[^/]{1,200}\/(\d{1,20})\/?$/u,
  /^\/users\/[^/]{1,200}\/statuses\/([\da-zA-Z]{1,40})\/?$/u,
  /^\/@[^/]{1,200}\/statuses\/([\da-zA-Z]{1,40})\/?$/u,
  /^\/notice\/([\da-zA-Z]{1,40})\/?$/u,
];

function placeOf(clues: Clues): Place | null {
  for (const { origin, pathname } of discussionLinks(clues)) {
    for (const path of paths) {
      const status = path.exec(pathname)?.[1];
      if (status !== undefined) return Place.safeParse({ url: origin, status }).data ?? null;
    }
  }
  const embed = embedOf(clues, 'mastodon');
  const host = embed?.['host'] ?? '';
  const url = /^[\da-z.-]+(?::\d+)?$/iu.test(host) ? `https://${host}` : '';
  return Place.safeParse({ url, status: embed?.['status'] }).data ?? null;
}

/**
 * The replies to a post of a Mastodon server, or of another that speaks its interface:
 * `GET /api/v1/statuses/ID/context` (docs.joinmastodon.org/methods/statuses, 4.5). Readers without an
 * account get the first 60 replies, nested at most 20 deep (`Api::V1::Statuses::ContextsController`):
 * complete only below that. A deleted reply is not listed, and neither are the answers to it. The
 * interface does not say that a thread is closed.
 */
export const mastodon = commentSource({
  name: 'mastodon',
  ref: Place,
  everyMs: { least: 2 * minuteMs, most: hourMs },
  find: (clues, answers) => {
    const place = placeOf(clues);
    if (place === null) return { done: null };
    const url = `${place.url}/api/v1/statuses/${place.status}`;
    const isGuess = clues.settings.source === 'auto' && embedOf(clues, 'mastodon') === null;
    const probed = probedJson(url, Status, answers, isGuess);
    if ('ask' in probed) return probed;
    return { done: probed.done?.id === place.status ? place : null };
  },
  read: (place, answers) => {
    const url = `${place.url}/api/v1/statuses/${place.status}/context`;
    return oneDocument({ url, format: 'json' }, answers, (document) =>
      readContext(document, place),
    );
  },
});
