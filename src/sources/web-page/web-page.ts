import { z } from 'zod';
import { load, type CheerioAPI } from 'cheerio/slim';
import type { CommentPage } from '../../core/discussion/comment.ts';
import { hourMs, secondMs } from '../../core/time/duration.ts';
import { statedCount } from '../../core/discussion/comment-count.ts';
import { decodeText } from '../../text/charset.ts';
import { boundedMarkup, cutSiblings } from '../../text/html-bounds.ts';
import { ReadError } from '../../core/errors.ts';
import { closingSentence } from './closed-discussion.ts';
import { oneLine } from '../comment-text.ts';
import { commentSection, commonLayouts, Layout } from './layouts.ts';
import { readPageComments } from './comments.ts';
import {
  commentSource,
  documentAt,
  mostComments,
  nothingNew,
  unanswered,
  type FetchedDocument,
} from '../source.ts';

const bounds = { length: 5_000_000, tags: 300_000, depth: 400 };
/** Room for 5,000 comments and the white space between them. */
const mostSiblings = 10_100;
const mostAround = 5_000;

type Selection = ReturnType<CheerioAPI>;

const anyComment =
  '.comment, [itemprop~="comment"], li[id^="comment-"], [id^="comment-"] blockquote';
const more =
  'a[rel~="next"], a[rel~="prev"], .comment-navigation a, .comments-pagination a, .pagination a, .pager a, .nav-previous a, .nav-next a';
const countMarks = '.comments-title, .comment-count, .comments-count';
const moreWords =
  /^(?:(?:load|show|view|see|read) (?:all|more)|more|older|newer|next|previous|weitere|mehr|ältere|neuere|plus de|voir (?:plus|tous)|suivants?|más|ver (?:más|todos))(?!\p{L}).{0,50}$/iu;

/** A text node's `nodeType` (DOM, section 4.4). */
const textNode = 3;

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

/** The text around the comments: in their section and after their list, but in no comment. */
function sectionOf($: CheerioAPI, layout: Layout | null) {
  const list = layout ? $(layout.comment).first().parent() : $();
  const roots = [
    ...$(commentSection).slice(0, 10).toArray(),
    ...list.nextAll().slice(0, 5).toArray(),
  ];
  const section = $(roots);
  const comments = layout ? `${anyComment}, ${layout.comment}` : anyComment;
  const holdsNone = (selection: Selection) =>
    selection.closest(comments).length === 0 && selection.find(comments).length === 0;
  const outside = (selector: string) =>
    [...section.filter(selector).toArray(), ...section.find(selector).toArray()]
      .slice(0, mostAround)
      .map((element) => $(element))
      .filter(holdsNone);
  const loose = roots
    .filter((root) => $(root).closest(comments).length === 0)
    .flatMap((root) => $(root).contents().toArray())
    .filter(({ nodeType }) => nodeType === textNode)
    .map((node) => $(node).text());
  return { loose, outside };
}

/** The closing note of a theme is a sentence or three. */
const longestNote = 600;

function closingWords($: CheerioAPI, layout: Layout | null): string | null {
  if (layout?.closed) {
    const said = oneLine($(layout.closed).first().text());
    if (said !== '') return said.slice(0, 600);
  }
  const { loose, outside } = sectionOf($, layout);
  // Themes name the note so whatever its words are; ".no-comments" may say that there are none yet.
  const named = oneLine($('.comments-closed, .comment-closed').first().text());
  if (named !== '' && named.length <= longestNote) return named;
  const marked = $('.no-comments, .comments-closed, .nocomments, .comment-closed').slice(0, 20);
  const elements = [
    ...marked.toArray().map((element) => $(element)),
    ...outside('p, div, span, li, h2, h3, h4, h5, strong, em, b, i'),
  ]
    .filter((selection) => selection.children('p, div, ul, ol, section, form').length === 0)
    .map((selection) => selection.text());
  for (const text of [...loose, ...elements]) {
    const sentence = text.length > 3_000 ? null : closingSentence(oneLine(text));
    if (sentence !== null) return sentence;
  }
  return null;
}

function countOf($: CheerioAPI, layout: Layout | null): number | null {
  if (layout?.count) {
    const text = oneLine($(layout.count).first().text());
    const digits = /\d[\d,.]{0,9}/u.exec(text)?.[0].replaceAll(/[,.]/gu, '');
    return statedCount(text) ?? (digits ? Number(digits) : null);
  }
  const stated = $('[itemprop~="commentCount"]').first();
  const property = oneLine(stated.attr('content') ?? stated.text());
  if (/^\d{1,9}$/u.test(property)) return Number(property);
  const before = layout ? $(layout.comment).first().parent().prevAll('h1, h2, h3, h4, h5') : $();
  const headings = [
    ...sectionOf($, layout).outside('h1, h2, h3, h4, h5, .comments-title, .count, p, div, span'),
    ...[...before.slice(0, 3).toArray(), ...$(countMarks).slice(0, 20).toArray()].map((element) =>
      $(element),
    ),
  ];
  for (const heading of headings) {
    const text = heading.text();
    const count = text.length > 500 ? null : statedCount(oneLine(text));
    if (count !== null) return count;
  }
  return null;
}

function hasMorePages($: CheerioAPI, layout: Layout | null): boolean {
  const { outside } = sectionOf($, layout);
  if (outside(more).length > 0) return true;
  return outside('a, button').some((link) => moreWords.test(oneLine(link.text()).slice(0, 80)));
}

function layoutOf($: CheerioAPI): Layout | null {
  return commonLayouts.find(({ comment }) => $(comment).length > 0) ?? null;
}

/** The comments of a page. @throws ReadError when no sign of comments is recognised on it */
export function readPage(document: FetchedDocument, selectors: Selectors): CommentPage {
  const own = configured(selectors);
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
  const $ = load(markup);
  const cut = cutSiblings($.root().get(0), mostSiblings) || markup.length < text.length;
  $('script, style, template, noscript, svg').remove();
  const layout = own ?? layoutOf($);
  const elements = layout ? $(layout.comment).length : 0;
  const comments = layout ? readPageComments($, layout, document.finalUrl) : [];
  const total = countOf($, layout);
  const said = closingWords($, layout);
  const hasForm = $('#commentform, #respond form, form textarea').length > 0;
  if (
    own === null &&
    comments.length === 0 &&
    total === null &&
    said === null &&
    !hasForm &&
    $(commentSection).length === 0
  ) {
    throw new ReadError(
      "No comments are recognised on this page. Give this feed's comment selectors, or turn its mirroring off.",
    );
  }
  const whole = !cut && elements <= mostComments;
  const counted =
    total === null ? comments.length > 0 && !hasMorePages($, layout) : total === comments.length;
  const closed =
    said !== null && (!hasForm || layout?.closed !== undefined)
      ? true
      : hasForm
        ? false
        : 'unknown';
  return {
    complete: whole && counted,
    closed,
    closingSentence: closed === true ? said : null,
    total,
    comments,
  };
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
  label: 'the article’s page',
  ref: z.object({ url: z.string(), selectors: selectorsOf }),
  everyMs: { least: secondMs, most: hourMs },
  find: ({ story, settings }) => {
    const { page } = story.commentLinks;
    const asked = settings.source === 'page-selectors' || settings.selectors !== null;
    const url = asked ? (page ?? story.url) : page && sameSite(page, story.url) ? page : null;
    if (url === null) return { done: null };
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
