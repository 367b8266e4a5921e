import { z } from 'zod';
import type { Comment, CommentPage } from '../../core/discussion/comment.ts';
import { hourMs, secondMs, type UnixMs } from '../../core/time/duration.ts';
import { parsePublicationDate } from '../../core/time/publication-date.ts';
import { decodeText } from '../../text/charset.ts';
import { ReadError } from '../../core/errors.ts';
import { absoluteUrl } from '../../text/url.ts';
import { bareComment, cappedHtml, commenter, escaped, hashedId, oneLine } from '../comment-text.ts';
import { replySentence } from './reply-sentence.ts';
import { readEntries, type Entry, type Field } from './entries.ts';
import {
  commentSource,
  documentAt,
  looksForStatus,
  mostComments,
  nothingNew,
  unanswered,
  type FetchedDocument,
  type SourceRequest,
} from '../source.ts';
import { statusOnPage } from '../web-page/status.ts';

function first(entry: Entry, ...names: string[]): Field | null {
  for (const name of names) {
    const field = entry.get(name)?.find(({ text, hasMarkup }) => text.trim() !== '' || hasMarkup);
    if (field) return field;
  }
  return null;
}

function textOf(entry: Entry, ...names: string[]): string | null {
  const text = first(entry, ...names)?.text.trim() ?? '';
  return text === '' ? null : text;
}

function linkOf(entry: Entry, base: string): string | null {
  const links = entry.get('atom:link') ?? [];
  const alternate = links.find(
    ({ attributes }) => (attributes['rel'] ?? 'alternate') === 'alternate',
  );
  const written = entry.get('link')?.find(({ text }) => text.trim() !== '');
  return absoluteUrl(alternate?.attributes['href'] ?? written?.text ?? '', base);
}

/** An RSS `author` is an e-mail address with the name in brackets; the address is not shown. */
function withoutEmail(author: string): string {
  const named = /^[^\s()]{1,200}@[^\s()]{1,200}\s*\((.{1,200})\)/u.exec(author)?.[1];
  return (named ?? author)
    .replace(/<?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}>?/gu, ' ')
    .trim();
}

function authorOf(entry: Entry): string {
  const person = first(entry, 'atom:author');
  const named = person && /<name>([^<]{0,2000})<\/name>/u.exec(person.html)?.[1];
  if (named) return commenter(unescaped(named));
  const written = textOf(entry, 'dc:creator') ?? withoutEmail(textOf(entry, 'author') ?? '');
  const titled = /^(?:By: |Comment on .{0,500} by )(.{1,200})$/u.exec(
    textOf(entry, 'title') ?? '',
  )?.[1];
  return commenter(written || titled);
}

function unescaped(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function htmlOf(entry: Entry): string {
  const field = first(
    entry,
    'content:encoded',
    'atom:content',
    'atom:summary',
    'description',
    'content',
    'summary',
  );
  if (!field) return '';
  const type = field.attributes['type'] ?? '';
  const isAtom =
    entry.get('atom:content')?.includes(field) || entry.get('atom:summary')?.includes(field);
  const isText =
    isAtom && (type === '' || type === 'text' || type === 'text/plain') && !field.hasMarkup;
  const html = field.hasMarkup ? field.html : isText ? escaped(field.text) : field.text;
  return cappedHtml(html, () => field.text);
}

/** An id with its digits blanked: what the ids of one kind of thing have in common. */
function shape(id: string): string {
  return id.replaceAll(/\d+/gu, '0');
}

/**
 * The parent that `thr:in-reply-to` names (RFC 4685, section 3): a comment of this document, by id
 * or by address, or one whose id is built as this comment's own, which an earlier window had. Any
 * other reference is the story itself.
 */
function parentOf(
  entry: Entry,
  own: string,
  idByUrl: ReadonlyMap<string, string>,
  ids: ReadonlySet<string>,
) {
  for (const { attributes } of entry.get('thr:in-reply-to') ?? []) {
    const ref = attributes['ref']?.trim() ?? '';
    const href = attributes['href']?.trim() ?? '';
    const parent = ids.has(ref) ? ref : idByUrl.get(href);
    if (parent !== undefined && parent !== own) return parent;
    if (ref !== own && /\D/u.test(ref) && shape(ref) === shape(own)) return ref;
  }
  return null;
}

/**
 * The comment as a reply, without WordPress's sentence that says so. Its words are believed in a flat
 * feed; in Atom, where `thr:in-reply-to` names the same address, whatever the language.
 */
function asReply(comment: Comment, entry: Entry, parentId: string | null): Comment {
  const said = replySentence('html' in comment.body ? comment.body.html : '');
  const named = entry.get('thr:in-reply-to') ?? [];
  const isNamed = named.some(({ attributes }) => attributes['href']?.trim() === said?.url);
  if (said === null || !(isNamed || said.isWritten)) return { ...comment, parentId };
  const sibling = /#comment-\d{1,18}$/u.test(comment.id)
    ? comment.id.replace(/\d{1,18}$/u, said.number)
    : null;
  const body = { html: said.rest.trim() };
  return { ...comment, body, parentId: parentId ?? (sibling === comment.id ? null : sibling) };
}

/** Atom's `updated` (RFC 4287, section 4.2.15), where it is later than `published`. */
function editTime(entry: Entry, publishedAt: UnixMs | null): UnixMs | null {
  const updated = textOf(entry, 'atom:updated');
  const at = updated === null ? null : parsePublicationDate(updated);
  return at !== null && publishedAt !== null && at > publishedAt ? at : null;
}

function totalOf(head: Entry): number | null {
  const text =
    textOf(head, 'slash:comments', 'thr:total', 'thr:count', 'opensearch:totalResults') ?? '';
  return /^\d{1,9}$/u.test(text) ? Number(text) : null;
}

function refusal(text: string, root: string | null): string {
  if (/^\s{0,100}(?:<!doctype html|<html)/iu.test(text.slice(0, 500)) || root === 'html') {
    return 'This address answers with a web page, not with a feed of comments. Check that it still is the comment feed, or read the page by selectors.';
  }
  return root === null
    ? 'This address does not answer with a feed: there is no XML in it. Check the address of the comment feed.'
    : `This address answers with XML that is no RSS or Atom feed (its root is <${root.slice(0, 40)}>). Check the address of the comment feed.`;
}

function readFeed(document: FetchedDocument): CommentPage {
  const text = decodeText(document.body, document.headers['content-type'] ?? null);
  const { root, head, entries, whole } = readEntries(text, mostComments);
  if (root !== 'rss' && root !== 'feed' && root !== 'RDF') throw new ReadError(refusal(text, root));
  const comments = new Map<string, Comment>();
  const entryOf = new Map<string, Entry>();
  for (const entry of entries) {
    const author = authorOf(entry);
    const html = htmlOf(entry);
    const time = textOf(entry, 'atom:published', 'pubDate', 'dc:date', 'atom:updated');
    const url = linkOf(entry, document.finalUrl);
    const id = oneLine(
      textOf(entry, 'atom:id', 'guid') ?? url ?? hashedId(author, time ?? '', html),
    );
    if (comments.has(id)) continue;
    const publishedAt = time === null ? null : parsePublicationDate(time);
    const editedAt = editTime(entry, publishedAt);
    comments.set(id, { ...bareComment, id, author, body: { html }, publishedAt, editedAt, url });
    entryOf.set(id, entry);
  }
  const ids = new Set(comments.keys());
  const idByUrl = new Map<string, string>();
  for (const { id, url } of comments.values())
    if (url !== null && !idByUrl.has(url)) idByUrl.set(url, id);
  const read = [...comments.values()].map((comment) => {
    const entry = entryOf.get(comment.id);
    return entry ? asReply(comment, entry, parentOf(entry, comment.id, idByUrl, ids)) : comment;
  });
  const total = totalOf(head);
  const complete = whole && (total === read.length || head.has('fh:complete'));
  return { complete, closed: 'unknown', closingSentence: null, total, comments: read };
}

/**
 * WordPress answers 304 as long as its newest comment is the same (`WP::send_headers`): edited
 * comments, and those that are approved late, are not seen by a conditional request.
 */
function isWordPress(url: string): boolean {
  const { pathname, searchParams } = new URL(url);
  return /\/feed\/(?:(?:atom|rss2?|rdf)\/?)?$|\/feed$/u.test(pathname) || searchParams.has('feed');
}

/**
 * RSS and Atom feeds of comments. RSS is flat; Atom has the tree. A feed is a window on the newest,
 * so it is complete only when it states a total that was read whole, or says that it is complete
 * (`fh:complete`, RFC 5005, section 2). It does not say whether the discussion is closed, so the
 * article's page is read too.
 */
export const commentFeed = commentSource({
  name: 'comment-feed',
  ref: z.object({ url: z.string(), page: z.string().nullable() }),
  everyMs: { least: secondMs, most: hourMs },
  find: ({ story }) => {
    const { feed, page } = story.commentLinks;
    if (feed === null) return { done: null };
    const article = (page ?? story.url)?.split('#')[0] ?? null;
    return { done: { url: feed, page: article === feed ? null : article } };
  },
  read: ({ url, page }, answers) => {
    const wanted: SourceRequest[] = [{ url, format: 'feed', unconditional: isWordPress(url) }];
    if (page !== null) wanted.push({ url: page, format: 'page', everyLooks: looksForStatus });
    const ask = unanswered(wanted, answers);
    if (ask.length > 0) return { ask };
    const feed = documentAt(url, answers);
    const comments = feed ? readFeed(feed) : nothingNew;
    return { done: { ...comments, ...(page !== null && statusOnPage(page, answers)) } };
  },
});
