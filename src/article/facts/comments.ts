import { z } from 'zod';
import { statedCount } from '../../core/discussion/comment-count.ts';
import { isHosted } from '../../core/story/comment-system.ts';
import { commentPieces } from '../../markup/find-comments.ts';
import { isElement, isText } from '../../markup/nodes.ts';
import { partedText } from '../../markup/parted-text.ts';
import type { Range, Scan } from '../../markup/scan.ts';
import { markupWords } from '../../text/markup-words.ts';
import { CommentLinks, type CommentPolicy } from '../../core/story/story.ts';
import { countIn, objectsOf, textIn, typesOf } from '../page/json-ld.ts';
import type { LinkedArticle } from '../page/linked-article.ts';
import { oneLine, textOf, type Page } from '../page/page.ts';
import { readCommentEmbeds } from './comment-embeds.ts';
import { readCommentSystem, type NamedSystem } from './comment-system.ts';

/** The addresses of the comments, as the page gives them. */
export const PageCommentLinks = CommentLinks.extend({
  /** An Atom feed of the comments, which has the tree of replies. */
  atomFeed: z.string().nullable(),
});
export type PageCommentLinks = z.infer<typeof PageCommentLinks>;

const policyNouns = new Set('policy guidelines rules netiquette etiquette'.split(' '));
const policyLink =
  /\b(?:comment(?:s|ing)? (?:policy|guidelines|rules)|house rules|community (?:guidelines|standards|rules)|netiquette|kommentarregeln|charte)\b/iu;
const policyOpening =
  /^(?:we (?:welcome|encourage|invite|value) (?:your |readers’ |reader )?(?:comments|discussion)|comments are (?:moderated|welcome|subject to)|by (?:commenting|posting a comment)|please (?:keep (?:your )?comments|be (?:civil|respectful)))\b/iu;
/** Lines that go on with a policy. */
const policyMore =
  /\b(?:views|opinions) expressed\b|\bdo(?:es)? not (?:necessarily )?(?:represent|reflect)\b|\b(?:comment|commenting|moderation|community) (?:policy|guidelines|rules)\b|\bhouse rules\b|\breport abuse\b|\b(?:irrelevant|inappropriate|offensive|abusive)\b/iu;
const longestPolicy = 1_500;
const mostPolicyLines = 6;

/** The publisher's comment policy and the page that holds all of it. */
export function readCommentPolicy(page: Page): CommentPolicy | null {
  const text = page.scan();
  const isComment = commentPieces(text, page.comments());
  const lines = text.lines.filter(({ from }) => isComment[from] !== 1);
  const at = lines.findIndex((line) => opensPolicy(line, text));
  if (at < 0) return linkedPolicy(page, text);
  const own = [lines[at]];
  for (const line of lines.slice(at + 1, at + mostPolicyLines)) {
    if (!policyMore.test(lineText(line, text))) break;
    own.push(line);
  }
  const pieces = own.flatMap((line) => (line ? text.pieces.slice(line.from, line.to) : []));
  const links = pieces.flatMap(({ link, text: label }) => (link ? [{ link, label }] : []));
  const chosen = links.find(({ label }) => policyLink.test(label)) ?? links.at(-1);
  const url = page.address(chosen?.link.attribs['href']);
  const words = oneLine(
    own.map((line) => (line ? lineText(line, text) : '')).join(' '),
    longestPolicy,
  );
  return words === null ? null : { text: words, url };
}

function lineText({ from, to }: Range, { pieces }: Scan): string {
  return (
    oneLine(
      pieces
        .slice(from, to)
        .map(({ node, text }) => (isText(node) ? node.data : text))
        .join(''),
      longestPolicy,
    ) ?? ''
  );
}

/** True for the first line of a policy, by its words or by the names of what it stands in. */
function opensPolicy(line: Range, page: Scan): boolean {
  const first = page.pieces[line.from];
  if (!first) return false;
  const text = first.text.trimStart();
  if (policyOpening.test(text)) return true;
  let element = first.holder;
  for (let up = 0; element && up < 4; up += 1) {
    const words = markupWords(element.attribs['class'], element.attribs['id']);
    const isOfComments = words.has('comment') || words.has('comments') || words.has('commenting');
    if (isOfComments && [...words].some((word) => policyNouns.has(word))) {
      return page.pieces.slice(line.from, line.to).some(({ link }) => link === null);
    }
    element = element.parent && isElement(element.parent) ? element.parent : null;
  }
  return false;
}

/** A link to the policy, where the page has no more of it. */
function linkedPolicy(page: Page, { pieces }: Scan): CommentPolicy | null {
  const piece = pieces.find(({ link, text }) => link !== null && policyLink.test(text));
  const url = page.address(piece?.link?.attribs['href']);
  const label = oneLine(piece?.text, 200);
  return url === null || label === null ? null : { text: label, url };
}

export function readCommentCount(page: Page, { article }: LinkedArticle): number | null {
  const { $ } = page;
  const stated = countIn(article['commentCount']);
  if (stated !== null) return stated;
  for (const statistic of objectsOf(article['interactionStatistic'])) {
    const [kind] = objectsOf(statistic['interactionType']);
    const named = kind ? typesOf(kind).join() : (textIn(statistic['interactionType']) ?? '');
    const count = countIn(statistic['userInteractionCount']);
    if (named.includes('CommentAction') && count !== null) return count;
  }
  const microdata = $('[itemprop="commentCount"]').first();
  const marked = countIn(microdata.attr('content') ?? textOf(microdata, 20));
  if (marked !== null) return marked;
  return page.comments().count ?? linkedCount(page);
}

const mostLinks = 5_000;
const longestLabel = 80;
const commentsInAddress = /comment|kommentar|comentario|reacti|discuss|forum/iu;

/** "219 comments" in a link to this page's own comments; other stories' links have counts too. */
function linkedCount(page: Page): number | null {
  const { pieces } = page.scan();
  const seen = new Set<unknown>();
  for (const { link } of pieces) {
    if (link === null || seen.has(link) || seen.size > mostLinks) continue;
    seen.add(link);
    const { from, to } = page.scan().rangeOf(link);
    const text = to - from > 8 ? '' : partedText(pieces.slice(from, to));
    const count = text.length > longestLabel ? null : statedCount(text);
    if (count !== null && leadsToOwnComments(page, link.attribs['href'] ?? '')) return count;
  }
  return null;
}

/** True for a part of this page, and for a page of comments below it or beside it by a parameter. */
function leadsToOwnComments(page: Page, href: string): boolean {
  if (href.startsWith('#')) return true;
  const address = page.address(href);
  if (address === null || !URL.canParse(page.url)) return false;
  const [linked, own] = [new URL(address), new URL(page.url)];
  if (linked.host !== own.host) return false;
  const path = own.pathname.replace(/(?:\.\w{1,5}|\/)$/u, '');
  const rest = linked.pathname.startsWith(path) ? linked.pathname.slice(path.length) : null;
  if (path === '' || rest === null || !/^(?:[/.]|$)/u.test(rest)) return false;
  const isSame = rest.length <= 6 && linked.search === own.search;
  return isSame || commentsInAddress.test(rest + linked.search + linked.hash);
}

/** What a page shows of its comments. */
export interface ShownComments {
  /** It holds comments that can be read, or a form for them. */
  isOnPage: boolean;
  /** What shows them otherwise; `null` when nothing says that it has comments. */
  elsewhere: NamedSystem | null;
}

export function readShownComments(page: Page): ShownComments {
  const text = page.scan();
  const { section, places, count } = page.comments();
  if (section) return { isOnPage: true, elsewhere: null };
  const elsewhere = readCommentSystem(page.source, text);
  if (elsewhere && isHosted(elsewhere.system)) return { isOnPage: false, elsewhere };
  const hasForm = text.forms.some(
    ({ at, hasTextField, element }) =>
      (hasTextField && places.some(({ from, to }) => at >= from && at <= to)) ||
      (hasTextField && markupWords(element.attribs['id'], element.attribs['class']).has('comment')),
  );
  if (hasForm) return { isOnPage: true, elsewhere: null };
  const isCounted = elsewhere === null && count !== null && count > 0;
  const own: NamedSystem = { system: 'own', fragment: null, count };
  return { isOnPage: false, elsewhere: isCounted ? own : elsewhere };
}

/** WordPress offers its whole site's comments beside the post's own. */
function isWholeSite(url: string): boolean {
  return /^(?:\/[^/]+)?\/comments\/(?:feed|default|atom)/u.test(new URL(url).pathname);
}

export function readCommentLinks(
  page: Page,
  { article }: LinkedArticle,
  { isOnPage, elsewhere }: ShownComments,
): PageCommentLinks {
  const { $ } = page;
  const found: PageCommentLinks = { feed: null, atomFeed: null, page: null };
  for (const element of $('link[rel][href]').slice(0, 200).toArray()) {
    const { rel = '', type = '', title = '', href = '' } = element.attribs;
    const rels = rel.toLowerCase().split(/\s+/u);
    const url = page.address(href);
    if (url === null || isWholeSite(url)) continue;
    const ofReplies = rels.includes('replies');
    const ofComments = rels.includes('alternate') && /comments?\b/iu.test(`${title} ${href}`);
    if (!ofReplies && !ofComments) continue;
    if (/atom\+xml/iu.test(type)) found.atomFeed ??= url;
    else if (/rss\+xml/iu.test(type)) found.feed ??= url;
    else if (ofReplies) found.page ??= url;
  }
  found.feed ??= found.atomFeed;
  found.page ??= page.address(textIn(article['discussionUrl']) ?? undefined);
  if (found.page === null && !isOnPage) {
    found.page = page.address(
      $('a[rel~="discussion"], a.comments-link, .comments-link a').attr('href'),
    );
  }
  const embeds = readCommentEmbeds(page);
  if (embeds.length > 0) found.embeds = embeds;
  if (elsewhere) {
    found.system = elsewhere.system;
    const fragment =
      elsewhere.fragment === null ? '' : `#${encodeURIComponent(elsewhere.fragment)}`;
    found.page ??= page.address(`${page.url.split('#')[0] ?? page.url}${fragment}`);
  }
  return found;
}
