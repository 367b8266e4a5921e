import { z } from 'zod';
import { load, type CheerioAPI } from 'cheerio/slim';
import type { CommentPage } from '../../core/discussion/comment.ts';
import { hourMs, secondMs } from '../../core/time/duration.ts';
import { statedCount } from '../../core/discussion/comment-count.ts';
import { decodeText } from '../../text/charset.ts';
import { boundedMarkup, cutSiblings } from '../../text/html-bounds.ts';
import { isHosted } from '../../core/story/comment-system.ts';
import { ReadError } from '../../core/errors.ts';
import { findComments } from '../../markup/find-comments.ts';
import { pageTree } from '../../markup/page-tree.ts';
import { scan } from '../../markup/scan.ts';
import { oneLine } from '../comment-text.ts';
import { readAround } from './around.ts';
import { commentsOf, type PageComment } from './comments.ts';
import { Layout } from './layouts.ts';
import { selectedComments } from './selected.ts';
import {
  commentSource,
  documentAt,
  mostComments,
  nothingNew,
  unanswered,
  type FetchedDocument,
} from '../source.ts';
import { plural } from '../../text/plural.ts';

const bounds = { length: 5_000_000, tags: 300_000, depth: 400 };
/** Room for 5,000 comments and the white space between them. */
const mostSiblings = 10_100;
/** No comment is in them. */
const unread = new Set(['script', 'style', 'svg']);

/** cheerio throws on a selector that is no CSS; the operator wrote it, so says which. */
function checked(layout: Layout): Layout {
  const $ = load('<p></p>');
  for (const [name, selector] of Object.entries(layout)) {
    if (name === 'zone' || selector === undefined) continue;
    try {
      $(selector);
    } catch (error) {
      throw new ReadError(
        `The selector for "${name}" is not valid CSS: ${selector.slice(0, 100)}. Correct it in the feed's comment settings.`,
        { cause: error },
      );
    }
  }
  return layout;
}

type Selectors = Readonly<Record<string, string>> | null;

function configured(selectors: Selectors): Layout | null {
  if (selectors === null) return null;
  const layout = Layout.safeParse(selectors);
  if (!layout.success) {
    throw new ReadError(
      'The comment selectors lack "comment". Give at least the selector of one comment.',
    );
  }
  return checked(layout.data);
}

/** The comments of a page. @throws ReadError when no sign of comments is recognised on it */
export function readPage(document: FetchedDocument, selectors: Selectors): CommentPage {
  const layout = configured(selectors);
  const text = decodeText(document.body, document.headers['content-type'] ?? null);
  if (
    !/<[a-z!]/iu.test(text) ||
    /^\s{0,100}<(?:\?xml [^>]{0,200}>\s{0,100}<)?(?:rss|feed|rdf:RDF)\b/u.test(text.slice(0, 1000))
  ) {
    throw new ReadError(
      'This address does not answer with a web page. Check the address of the comments.',
    );
  }
  const markup = boundedMarkup(text, bounds);
  const tree = pageTree(markup, { isLeftOut: (name) => unread.has(name), lineBreak: null });
  const isCut = cutSiblings(tree.root, mostSiblings) || tree.isCut || markup.length < text.length;
  return readComments(load(tree.root), layout, { url: document.finalUrl, isCut });
}

function readComments(
  $: CheerioAPI,
  layout: Layout | null,
  { url, isCut }: { url: string; isCut: boolean },
): CommentPage {
  const [root] = $.root().toArray();
  if (!root) return nothingNew;
  const page = scan(root);
  const onPage = findComments(page);
  const read = layout
    ? selectedComments($, layout, page)
    : (onPage.section?.comments ?? []).map((found): PageComment => ({ found, selected: {} }));
  const around = readAround(page, onPage, read);
  const isRecognised = read.length > 0 || onPage.places.length > 0 || around.hasForm;
  if (layout === null && !isRecognised && around.closing === null) {
    throw new ReadError(
      "No comments are recognised on this page. Give this feed's comment selectors, or turn its mirroring off.",
    );
  }
  const count = around.count ?? 0;
  if (layout === null && read.length === 0 && count > 0 && around.closing === null) {
    throw new ReadError(
      `This page says that it has ${plural(count, 'comment')}, but not one is in it: a script shows them.`,
    );
  }
  const comments = commentsOf(read.slice(0, mostComments), page, { url, zone: layout?.zone });
  const total = (layout?.count ? selectedCount($, layout.count) : null) ?? around.count;
  const closedNote = (layout?.closed && firstText($, layout.closed).slice(0, 600)) || null;
  const closing = closedNote ?? around.closing;
  const isWhole = !isCut && read.length <= mostComments;
  const isCounted =
    total === null ? comments.length > 0 && !around.hasMorePages : total === comments.length;
  const isClosed = closing !== null && (!around.hasForm || layout?.closed !== undefined);
  const closed = isClosed ? true : around.hasForm ? false : 'unknown';
  return {
    complete: isWhole && isCounted,
    closed,
    closingSentence: isClosed ? closing : null,
    total,
    comments,
  };
}

function firstText($: CheerioAPI, selector: string): string {
  return oneLine($(selector).first().text());
}

/** The number in what the operator's selector finds; `null` without one. */
function selectedCount($: CheerioAPI, selector: string): number | null {
  const text = firstText($, selector);
  const digits = /\d[\d,.]{0,9}/u.exec(text)?.[0].replaceAll(/[,.]/gu, '');
  return statedCount(text) ?? (digits ? Number(digits) : null);
}

function sameSite(a: string, b: string | null): boolean {
  if (b === null) return true;
  const host = (url: string) => new URL(url).hostname.replace(/^www\./u, '');
  return host(a) === host(b);
}

const selectorsOf = z.record(z.string(), z.string()).nullable();

/**
 * Comments that stand in a page's own markup, by the feed's CSS selectors or by markup that many
 * sites share. Complete when the count that the page shows was read, or when it shows neither a
 * count nor further pages. Closed only by the publisher's words, outside the comments.
 */
export const pageSelectors = commentSource({
  name: 'page-selectors',
  ref: z.object({ url: z.string(), selectors: selectorsOf }),
  everyMs: { least: secondMs, most: hourMs },
  find: ({ story, settings }) => {
    const { page, system } = story.commentLinks;
    const asked = settings.source === 'page-selectors' || settings.selectors !== null;
    const url = asked ? (page ?? story.url) : page && sameSite(page, story.url) ? page : null;
    // Another company's script shows them: the page never has them.
    const isElsewhere = !asked && system !== undefined && isHosted(system);
    if (url === null || isElsewhere) return { done: null };
    const chosen = Object.entries(settings.selectors ?? {}).flatMap(([name, selector]) =>
      selector === undefined ? [] : [[name, selector] as const],
    );
    const selectors = settings.selectors === null ? null : Object.fromEntries(chosen);
    return { done: { url: url.split('#')[0] ?? url, selectors } };
  },
  read: ({ url, selectors }, answers) => {
    const ask = unanswered([{ url, format: 'page' }], answers);
    if (ask.length > 0) return { ask };
    const page = documentAt(url, answers);
    return { done: page ? readPage(page, selectors) : nothingNew };
  },
});
