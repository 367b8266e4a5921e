import { load } from 'cheerio/slim';
import { z } from 'zod';
import type { Comment, CommentPage } from '../../core/discussion/comment.ts';
import { ReadError } from '../../core/errors.ts';
import { hourMs, minuteMs } from '../../core/time/duration.ts';
import { parsePublicationDate } from '../../core/time/publication-date.ts';
import { pageTree } from '../../markup/page-tree.ts';
import { decodeText } from '../../text/charset.ts';
import { boundedMarkup, cutSiblings } from '../../text/html-bounds.ts';
import { absoluteUrl } from '../../text/url.ts';
import { rewrittenHtml } from '../comment-markup.ts';
import { bareComment, cappedHtml, commenter, hashedId, unescaped } from '../comment-text.ts';
import { embedOf } from '../linked-page.ts';
import { commentSource, type FetchedDocument, oneDocument } from '../source.ts';
import { readPage } from '../web-page/web-page.ts';
import { linkedComments } from './json-ld.ts';
import type { MarkedComment, MarkedComments } from './marked-comment.ts';
import { markedComments } from './microdata.ts';

const bounds = { length: 5_000_000, tags: 300_000, depth: 400 };
const mostSiblings = 10_100;
const longestName = 300;
const unread = new Set(['style', 'template', 'svg', 'iframe', 'object']);
const linkedData = 'application/ld+json';

function isLeftOut(name: string, { type }: Readonly<Record<string, string>>): boolean {
  return unread.has(name) || (name === 'script' && type?.trim().toLowerCase() !== linkedData);
}

/** How often the page calls a comment so: a name is an id where it is used once. */
function tally(comments: readonly MarkedComment[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { names } of comments)
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function commentsOf({ comments }: MarkedComments, base: string): Comment[] {
  const counts = tally(comments);
  const isName = (name: string) =>
    name !== '' && name.length <= longestName && counts.get(name) === 1;
  const used = new Set<string>();
  const ids = new Map<MarkedComment, string>();
  return comments.map((marked) => {
    const { html, text } = rewrittenHtml(marked.html, base);
    const author = marked.deleted ? '' : commenter(unescaped(marked.author));
    const hash = hashedId(author, marked.published, text);
    let id = marked.names.find((name) => isName(name) && !used.has(name)) ?? hash;
    for (let copy = 2; used.has(id); copy += 1) id = `${hash}-${copy}`;
    used.add(id);
    ids.set(marked, id);
    const publishedAt = parsePublicationDate(marked.published);
    const modifiedAt = marked.deleted ? null : parsePublicationDate(marked.modified);
    const isEdited = modifiedAt !== null && publishedAt !== null && modifiedAt > publishedAt;
    return {
      ...bareComment,
      id,
      parentId: (marked.parent && ids.get(marked.parent)) ?? null,
      author,
      body: { html: cappedHtml(html, () => text) },
      publishedAt,
      editedAt: isEdited ? modifiedAt : null,
      url: isName(marked.url) ? absoluteUrl(marked.url, base) : null,
      deleted: marked.deleted,
    };
  });
}

/** The same comments as the page shows them, by its structure; `null` where a script shows them. */
function shownOn(document: FetchedDocument): CommentPage | null {
  try {
    return readPage(document, null);
  } catch (error) {
    if (error instanceof ReadError) return null;
    throw error;
  }
}

function readMarked(document: FetchedDocument): CommentPage {
  const { body, headers, finalUrl } = document;
  const source = decodeText(body, headers['content-type'] ?? null);
  if (!/^\s{0,100}<(?!(?:\?xml [^>]{0,200}>\s{0,100}<)?(?:rss|feed|rdf:RDF)\b)/u.test(source)) {
    throw new ReadError(
      'This address does not answer with a web page. Check the address of the article.',
    );
  }
  const markup = boundedMarkup(source, bounds);
  const { root, isCut } = pageTree(`<html>${markup}`, { isLeftOut, lineBreak: null });
  const isPart = cutSiblings(root, mostSiblings) || isCut || markup.length < source.length;
  const $ = load(root);
  const scripts = $('script')
    .slice(0, 50)
    .toArray()
    .map((script) => $(script).text());
  const linked = linkedComments(scripts);
  const hasComments = linked !== null && linked.comments.length > 0;
  const found = hasComments ? linked : (markedComments(root) ?? linked);
  if (found === null) {
    throw new ReadError(
      'No comments are marked on this page by schema.org. If it still has comments, set `comments.source` of the feed to "auto" in the configuration.',
    );
  }
  const comments = commentsOf(found, finalUrl);
  const shown = shownOn(document);
  const isCounted =
    found.count === null
      ? shown !== null && shown.complete && shown.comments.length === comments.length
      : found.count === comments.length;
  return {
    complete: isCounted && !isPart && !found.isCut,
    closed: shown?.closed ?? 'unknown',
    closingSentence: shown?.closingSentence ?? null,
    total: found.count ?? shown?.total ?? null,
    comments,
  };
}

const Ref = z.object({ page: z.url({ protocol: /^https?$/u }) });

/**
 * Comments that an article's page describes by schema.org (https://schema.org/Comment, version 29;
 * Google's "Discussion forum structured data"): `comment` in JSON-LD, else in microdata, nested where
 * they answer one another. Often a page has only the first of them: whole when `commentCount` says so,
 * or when the page shows as many and says nothing of more. Whether comments are closed is what the
 * page's own words say.
 */
export const schemaOrg = commentSource({
  name: 'schema-org',
  ref: Ref,
  everyMs: { least: 2 * minuteMs, most: hourMs },
  find: (clues) => ({ done: Ref.safeParse(embedOf(clues, 'schema-org')).data ?? null }),
  read: ({ page }, answers) => oneDocument({ url: page, format: 'page' }, answers, readMarked),
});
