import { load, type CheerioAPI } from 'cheerio/slim';
import { decodeText } from '../../text/charset.ts';
import { findComments, type CommentsOnPage } from '../../markup/find-comments.ts';
import { pageTree } from '../../markup/page-tree.ts';
import { lineBreak, scan, type Scan } from '../../markup/scan.ts';
import { markupWords } from '../../text/markup-words.ts';
import { absoluteUrl } from '../../text/url.ts';
import { foldWhiteSpace } from '../../text/white-space.ts';
import { boundedMarkup, cutSiblings } from '../../text/html-bounds.ts';

/** An article's page as fetched; `url` is where redirects ended. */
export interface FetchedPage {
  body: Uint8Array;
  contentType: string | null;
  url: string;
}

/** A set of elements found on the page. */
export type Selection = ReturnType<CheerioAPI>;
export type ChildNode = ReturnType<CheerioAPI['root']>[number]['children'][number];
export type Element = Extract<ChildNode, { attribs: object }>;

export function isElement(node: ChildNode): node is Element {
  return 'attribs' in node;
}

/** True for text alone: a comment is none. */
export function isText(node: ChildNode): node is ChildNode & { data: string } {
  return 'data' in node && node.nodeType === 3;
}

/** A parsed page; its functions never throw. */
export interface Page {
  $: CheerioAPI;
  url: string;
  /** The page's source, scripts included. */
  source: string;
  /** The page's text piece by piece, read when it is first asked for. */
  scan: () => Scan;
  /** Its comments, found when they are first asked for. */
  comments: () => CommentsOnPage;
  /** The absolute http(s) address of a link on the page; `null` for any other scheme. */
  address: (href: string | undefined) => string | null;
  /** The `content` of the first `meta` with that name or property. */
  meta: (...names: string[]) => string | null;
  metas: (...names: string[]) => string[];
  /** The names and properties of all `meta`, in lower case. */
  metaNames: () => string[];
  /**
   * True for an element that the selector matches, and for everything inside it. A selector with
   * `#comments` means the comments that are found by their structure too.
   */
  isIn: (element: ChildNode, selector: string) => boolean;
  /** The words of an element's classes and id, whatever their spelling. */
  words: (element: Element) => ReadonlySet<string>;
}

/** Parts of a page that are not its article: comments, teasers, menus. */
export const outsideArticle =
  '#comments, .comments, .comment, .comment-list, .commentlist, [itemprop~="comment"], aside, nav, footer, .related, .teaser, .most-read';

export { lineBreak };

/** The absolute address of a link; `null` for one with a user name or a password. */
function linkAddress(href: string | undefined, base: string): string | null {
  const address = absoluteUrl(href ?? '', base);
  if (address === null) return null;
  const { username, password } = new URL(address);
  return username === '' && password === '' ? address : null;
}

/** White space folded, at most `longest` characters; `null` when nothing is left. */
export function oneLine(text: string | null | undefined, longest = 5000): string | null {
  const folded = foldWhiteSpace((text ?? '').slice(0, longest * 4));
  return folded === '' ? null : folded.slice(0, longest);
}

/** Plain text of a string that may hold markup or entities, as JSON-LD and `content` often do. */
export function withoutMarkup(text: string | null | undefined, longest = 5000): string | null {
  if (!text) return null;
  const cut = text.slice(0, longest * 4);
  return oneLine(/[<&]/u.test(cut) ? load(boundedMarkup(cut)).text() : cut, longest);
}

/** The plain text of the first element found. */
export function textOf(selection: Selection, longest = 5000): string | null {
  return oneLine(selection.first().text(), longest);
}

/** Called for every paragraph, so the elements of each selector are cached. */
function membership($: CheerioAPI, comments: Page['comments']): Page['isIn'] {
  const found = new Map<string, ReadonlySet<unknown>>();
  return (element, selector) => {
    let set = found.get(selector);
    if (!set) {
      const inStructure = selector.includes('#comments')
        ? (comments().section?.comments ?? [])
        : [];
      set = new Set<unknown>([
        ...$(selector).toArray(),
        ...inStructure.flatMap(({ nodes }) => nodes),
      ]);
      found.set(selector, set);
    }
    for (let node: ChildNode['parent'] | ChildNode = element; node; node = node.parent) {
      if (set.has(node)) return true;
    }
    return false;
  };
}

function metaIndex($: CheerioAPI): Map<string, string[]> {
  const index = new Map<string, string[]>();
  $('meta[content]').each((_, element) => {
    const { property, name, itemprop, content } = element.attribs;
    const key = (property ?? name ?? itemprop ?? '').trim().toLowerCase();
    const value = withoutMarkup(content);
    if (key !== '' && value !== null)
      index.set(key, [...(index.get(key) ?? []).slice(0, 30), value]);
  });
  return index;
}

const mostSiblings = 3_000;
const unread = new Set(['style', 'template', 'svg']);

/** What says nothing of the article. */
function isLeftOut(name: string, attribs: Readonly<Record<string, string>>): boolean {
  if (name === 'script') return attribs['type']?.toLowerCase() !== 'application/ld+json';
  return unread.has(name);
}

/** Parses a page, cut to bounds. */
export function readPage({ body, contentType, url }: FetchedPage): Page {
  // Within one element: a search takes quadratic time by the number of roots.
  const source = boundedMarkup(decodeText(body, contentType));
  const { root } = pageTree(`<html>${source}`, { isLeftOut, lineBreak });
  cutSiblings(root, mostSiblings);
  const $ = load(root);
  const index = metaIndex($);
  const base = linkAddress($('base[href]').attr('href'), url) ?? url;
  const metas = (...names: string[]) => names.flatMap((name) => index.get(name) ?? []);
  let scanned: Scan | null = null;
  let found: CommentsOnPage | null = null;
  const commentsOnce = () => (found ??= findComments(scanOnce()));
  const scanOnce = () => (scanned ??= scan($.root()[0] ?? { children: [] }));
  return {
    $,
    url,
    source,
    scan: scanOnce,
    comments: commentsOnce,
    address: (href) => linkAddress(href, base),
    metas,
    metaNames: () => [...index.keys()],
    isIn: membership($, commentsOnce),
    words: ({ attribs }) => markupWords(attribs['id'], attribs['class']),
    meta: (...names) => metas(...names)[0] ?? null,
  };
}
