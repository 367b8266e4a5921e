import { isOutside, withAncestors } from '../page/outside.ts';
import { isElement, oneLine, type ChildNode, type Element, type Page } from '../page/page.ts';
import { leadsToAuthor } from '../page/author-page.ts';
import { textWithin } from '../page/text-within.ts';
import { pictureAddresses } from './picture-address.ts';
import { isStoryPhoto } from '../../text/site-picture.ts';

/** A picture in the page's own markup, and where it stands. */
export interface PagePicture {
  element: Element;
  /** The best first; none when a script sets it, in a figure only. */
  addresses: readonly string[];
  /** What `alt` and `title` say. */
  alternatives: readonly string[];
  isAfterHeadline: boolean;
  /** It stands in a part of the page that is called a teaser, a menu or the like. */
  isApart: boolean;
  /** Paragraphs of the article between the headline and the picture. */
  paragraphsBefore: number;
}

const mostPictures = 80;
/** A shorter paragraph is a standfirst, a byline or a label. UTF-16 units. */
const leastParagraph = 140;
const skipped = new Set(['head', 'nav', 'footer', 'select', 'template']);
const pictureTags = new Set(['img', 'amp-img']);
/** Signs and logos. */
const drawing = /\.svg(?:[?#]|$)/iu;
/** Pieces of a page's layout, outside of a figure. */
const layout = /\.gif(?:[?#]|$)/iu;
/** "69x75_ferry.jpg", "ferry-150x150.jpg": smaller pictures lead to other articles. Pixels. */
const sizeInName = /(?:^|[-_/])(\d{2,4})x(\d{2,4})(?=[-_.][^/]*$)/u;
const leastSize = 160;
/** Pictures of people who write, and of the site. */
const portraitWords = new Set(['avatar', 'author', 'authors', 'byline', 'bio', 'logo', 'icon']);
function isPortrait(page: Page, element: Element): boolean {
  if (element.name === 'address' || leadsToAuthor(element)) return true;
  for (const word of page.words(element)) if (portraitWords.has(word)) return true;
  return false;
}

function alternativesOf({ attribs }: Element): string[] {
  return [attribs['alt'], attribs['title']]
    .map((text) => oneLine(text, 1_000))
    .filter((text) => text !== null);
}

/** Scripts that size a picture themselves declare 0. */
function declaredWidth({ attribs }: Element): string | undefined {
  return attribs['width'] === '0' ? undefined : attribs['width'];
}

function isSmall(url: string): boolean {
  const [, width, height] = sizeInName.exec(url.slice(0, 500)) ?? [];
  return width !== undefined && Number(width) < leastSize && Number(height) < leastSize;
}

function isParagraph(element: Element): boolean {
  return textWithin(element, leastParagraph).length >= leastParagraph;
}

/**
 * The page's pictures in their order, logos, portraits and those of menus left out. `heading` is the headline's element; without one, all of the page is after it.
 * One walk; at most 80 pictures.
 */
export function picturesOn(page: Page, heading: Element | null): PagePicture[] {
  const found: PagePicture[] = [];
  const around = heading === null ? new Set<Element>() : withAncestors(heading);
  let [isAfterHeadline, paragraphsBefore] = [heading === null, 0];
  const pending: { node: ChildNode; isApart: boolean; isFigure: boolean }[] = [];
  const enter = (nodes: readonly ChildNode[], isApart: boolean, isFigure: boolean) => {
    for (const node of nodes.toReversed()) pending.push({ node, isApart, isFigure });
  };
  enter(page.$.root().get(0)?.children ?? [], false, false);
  while (pending.length > 0 && found.length < mostPictures) {
    const { node, isApart, isFigure } = pending.pop() ?? {};
    if (!node || !isElement(node) || skipped.has(node.name)) continue;
    if (node === heading) isAfterHeadline = true;
    if (pictureTags.has(node.name)) {
      const all = pictureAddresses(page, node);
      const addresses = all.filter(
        (url) =>
          isStoryPhoto(url, declaredWidth(node)) &&
          !drawing.test(url) &&
          !isSmall(url) &&
          (isFigure === true || !layout.test(url)),
      );
      const hasAddress = addresses.length > 0 || (all.length === 0 && isFigure === true);
      if (hasAddress && !isPortrait(page, node))
        found.push({
          element: node,
          addresses,
          alternatives: alternativesOf(node),
          isAfterHeadline,
          paragraphsBefore,
          isApart: isApart === true,
        });
      continue;
    }
    if (!around.has(node) && isPortrait(page, node)) continue;
    const isOther = isApart === true || isOutside(page, node, around);
    if (node.name === 'p' && isAfterHeadline && !isOther && isParagraph(node))
      paragraphsBefore += 1;
    enter(node.children, isOther, isFigure === true || node.name === 'figure');
  }
  return found;
}
