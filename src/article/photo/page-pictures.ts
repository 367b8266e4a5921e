import { isOutside, withAncestors } from '../page/outside.ts';
import { isElement, oneLine, type ChildNode, type Element, type Page } from '../page/page.ts';
import { textWithin } from '../page/text-within.ts';
import { pictureAddresses } from './picture-address.ts';
import { isStoryPhoto } from '../../text/site-picture.ts';

/** A picture in the page's own markup, and where it stands. */
export interface PagePicture {
  element: Element;
  /** The best first; never empty. */
  addresses: readonly string[];
  /** What `alt` and `title` say. */
  alternatives: readonly string[];
  isAfterHeadline: boolean;
  /** Paragraphs of the article between the headline and the picture. */
  paragraphsBefore: number;
}

const mostPictures = 40;
/** A shorter paragraph is a standfirst, a byline or a label. UTF-16 units. */
const leastParagraph = 140;
const pictureTags = new Set(['img', 'amp-img']);
/** Pictures of people who write, and of the site. */
const portraitWords = new Set(['avatar', 'author', 'authors', 'byline', 'bio', 'logo', 'icon']);
const authorPage =
  /\/(?:authors?|autor|autoren|autores|auteurs?|by|byline|staff|people|profiles?|contributors?|reporters?|journalists?|columnists?|writers?|team)\//iu;

function isPortrait(page: Page, element: Element): boolean {
  const { name, attribs } = element;
  if (name === 'address' || /(?:^|\s)author(?:\s|$)/u.test(attribs['rel'] ?? '')) return true;
  if (name === 'a' && authorPage.test((attribs['href'] ?? '').slice(0, 500))) return true;
  for (const word of page.words(element)) if (portraitWords.has(word)) return true;
  return false;
}

/**
 * The story's pictures in the order of the page: logos, portraits and what belongs to other
 * articles left out. `heading` is the headline's element; without one, all of the page is after it.
 * One walk; at most 40 pictures.
 */
export function picturesOn(page: Page, heading: Element | null): PagePicture[] {
  const found: PagePicture[] = [];
  const around = heading === null ? new Set<Element>() : withAncestors(heading);
  let [isAfterHeadline, paragraphsBefore] = [heading === null, 0];
  const pending: ChildNode[] = (page.$.root().get(0)?.children ?? []).toReversed();
  while (pending.length > 0 && found.length < mostPictures) {
    const node = pending.pop();
    if (node === undefined || !isElement(node) || node.name === 'head') continue;
    if (node === heading) isAfterHeadline = true;
    if (pictureTags.has(node.name)) {
      const addresses = pictureAddresses(page, node).filter((url) =>
        isStoryPhoto(url, node.attribs['width']),
      );
      const alternatives = [node.attribs['alt'], node.attribs['title']]
        .map((text) => oneLine(text, 1_000))
        .filter((text) => text !== null);
      if (addresses.length > 0 && !isPortrait(page, node))
        found.push({ element: node, addresses, alternatives, isAfterHeadline, paragraphsBefore });
      continue;
    }
    if (!around.has(node) && (isOutside(page, node, around) || isPortrait(page, node))) continue;
    if (node.name === 'p' && isAfterHeadline && textWithin(node, 400).length >= leastParagraph)
      paragraphsBefore += 1;
    for (const child of node.children.toReversed()) pending.push(child);
  }
  return found;
}
