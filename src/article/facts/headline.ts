import { isOutside } from '../page/outside.ts';
import { textIn } from '../page/json-ld.ts';
import type { LinkedArticle } from '../page/linked-article.ts';
import {
  isElement,
  oneLine,
  textOf,
  type ChildNode,
  type Element,
  type Page,
} from '../page/page.ts';
import { siteNames } from './site-names.ts';
import { textWithin } from '../page/text-within.ts';

const longest = 500;
const mostHeadings = 60;
/** Scripts that put no space between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const bare = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

interface Heading {
  element: Element;
  text: string;
  isFirstOrder: boolean;
  /** The texts of its elements: a kicker, the headline itself. */
  parts: string[];
}

/** The first link in an element, among its first 20 nodes. */
function firstLink(element: Element): Element | null {
  const pending: ChildNode[] = [element];
  for (let visits = 0; visits < 20; visits += 1) {
    const node = pending.pop();
    if (node === undefined) return null;
    if (!isElement(node)) continue;
    if (node.name === 'a') return node;
    pending.push(...node.children.slice(0, 20).toReversed());
  }
  return null;
}

/** A site's or a section's heading: all of it leads to a page above this one. */
function leadsUp(page: Page, element: Element, text: string): boolean {
  const link = firstLink(element);
  const address = page.address(link?.attribs['href']);
  if (link === null || address === null || textWithin(link, longest) !== text) return false;
  const [there, here] = [new URL(address), new URL(page.url)];
  const above = there.pathname.endsWith('/') ? there.pathname : `${there.pathname}/`;
  return there.host === here.host && here.pathname !== above && here.pathname.startsWith(above);
}

function headingOf(page: Page, element: Element): Heading | null {
  const text = textWithin(element, longest);
  if (text === '' || leadsUp(page, element, text)) return null;
  const parts = element.children
    .filter(isElement)
    .slice(0, 10)
    .map((part) => textWithin(part, longest))
    .filter((part) => part !== '');
  return { element, text, isFirstOrder: element.name === 'h1', parts };
}

/** The page's headings, those of the first order first, and after them those of menus and teasers. */
function headingsOn(page: Page): Heading[] {
  const found: { heading: Heading; isApart: boolean }[] = [];
  const pending: { node: ChildNode; isApart: boolean }[] = [];
  const enter = (nodes: readonly ChildNode[], isApart: boolean) => {
    for (const node of nodes.toReversed()) pending.push({ node, isApart });
  };
  enter(page.$.root().get(0)?.children ?? [], false);
  while (pending.length > 0 && found.length < mostHeadings) {
    const { node, isApart: isWithin } = pending.pop() ?? {};
    if (!node || !isElement(node) || node.name === 'nav') continue;
    const isApart = isWithin === true || isOutside(page, node);
    const heading = /^h[123]$/u.test(node.name) ? headingOf(page, node) : null;
    if (heading) found.push({ heading, isApart });
    else enter(node.children, isApart);
  }
  const rank = (one: (typeof found)[number]) =>
    (one.isApart ? 2 : 0) + (one.heading.isFirstOrder ? 0 : 1);
  return found.sort((one, other) => rank(one) - rank(other)).map(({ heading }) => heading);
}

/** What a site may add to its name: its country's domain, a date, the author. */
const longestAddition = 30;

function isSiteName(text: string, names: readonly string[]): boolean {
  const said = bare(text);
  return names.some(
    (name) =>
      (said.length > 2 && name.includes(said)) ||
      (said.startsWith(name) && said.length <= name.length + longestAddition),
  );
}

/** A title without the site's name at its end: "Old ferry sinks | The Harbour Ledger". */
function withoutSite(title: string | null, names: readonly string[]): string | null {
  for (const mark of title?.matchAll(/\s(?=(?:[|–—•·*»-]|--)\s)|\s?(?=\|)/gu) ?? []) {
    if (title && mark.index > 0 && isSiteName(title.slice(mark.index), names))
      return title.slice(0, mark.index).trim();
  }
  return title;
}

const endsHere = /^\s?(?:[|–—•·*»«-]{1,2}(?:\s|$)|\|)/u;
const beginsHere = /(?:\s[|–—»-]{1,2}\s|\|\s?)$/u;

/**
 * A title that a heading begins or ends, with the site's, the blog's or the authors' names beside it
 * after a mark, without them: "The Boat House » Archive » Old ferry sinks".
 */
function withoutNames(title: string, headings: readonly Heading[]): string {
  const whole = headings
    .map(({ text }) => text)
    .filter((text) => text.includes(' ') || unspaced.test(text))
    .filter(
      (text) =>
        (title.startsWith(text) && endsHere.test(title.slice(text.length))) ||
        (title.endsWith(text) && beginsHere.test(title.slice(0, -text.length))),
    );
  return whole.sort((one, other) => other.length - one.length)[0] ?? title;
}

/** A heading's text, or that of its element, that is among the titles which the page's data give. */
function knownText({ text, parts }: Heading, known: ReadonlySet<string>): string | null {
  return [...parts, text].find((one) => known.has(bare(one))) ?? null;
}

/** The article's own heading: the first that the page's data have too, else its first `h1`. */
function printedHeadline(headings: readonly Heading[], titles: readonly string[]): Headline {
  const known = new Set(titles.map(bare));
  for (const heading of headings) {
    const text = knownText(heading, known);
    if (text !== null) return { text, element: heading.element };
  }
  const first = headings.find(({ isFirstOrder }) => isFirstOrder);
  return { text: first?.text ?? null, element: first?.element ?? null };
}

/** An article's headline, and the heading that prints it or another form of it. */
export interface Headline {
  text: string | null;
  element: Element | null;
}

/**
 * The article's headline without the site's name: the one that most of the page's heading, linked
 * data, Open Graph and title agree on; the printed one where as many agree on another.
 */
export function readHeadline(page: Page, linked: LinkedArticle): Headline {
  const names = siteNames(page, linked);
  const headings = headingsOn(page);
  const titles = [
    textIn(linked.article['headline'], longest),
    oneLine(page.meta('og:title', 'twitter:title'), longest),
    textOf(page.$('title'), longest),
  ]
    .map((title) => withoutSite(title, names))
    .filter((title) => title !== null)
    .map((title) => withoutNames(title, headings));
  const { text: printed, element } = printedHeadline(headings, titles);
  const sources = printed === null ? titles : [printed, ...titles];
  const votes = (text: string) => sources.filter((other) => bare(other) === bare(text)).length;
  const [first, ...others] = sources;
  if (first === undefined) return { text: null, element };
  const best = others.reduce((one, other) => (votes(other) > votes(one) ? other : one), first);
  return { text: titles.find((title) => bare(title) === bare(best)) ?? best, element };
}
