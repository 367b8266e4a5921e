import { isElement, type Element, type Page } from './page.ts';

const outsideTags = new Set(['nav', 'aside', 'footer', 'form', 'select', 'dialog']);
const outsideRoles = new Set(['navigation', 'complementary', 'contentinfo', 'search', 'dialog']);
/** What parts of a page are called that are not its article: readers', other articles', menus. */
const outsideWords = new Set(
  `comment comments commentlist related teaser teasers recommended recommendation recommendations
  promo promos promotion sidebar newsletter nav navigation menu breadcrumb breadcrumbs ad ads advert
  advertisement sponsored outbrain taboola popular trending mostread`.split(/\s+/u),
);

/** What is called so holds a picture of the article, be it an `aside` or a "teaser-image". */
const pictureWords = new Set(
  'image images img photo photos picture figure caption media'.split(' '),
);

function isAny(words: ReadonlySet<string>, list: ReadonlySet<string>): boolean {
  for (const word of words) if (list.has(word)) return true;
  return false;
}

/** The element and all around it. */
export function withAncestors(element: Element): Set<Element> {
  const found = new Set<Element>();
  for (let node: Element['parent'] = element; node && isElement(node); node = node.parent)
    found.add(node);
  return found;
}

/**
 * True of a part of the page that is not its article: menus, comments, teasers of others. `inside`
 * are elements that are none whatever they are called, as those around the headline.
 */
export function isOutside(page: Page, element: Element, inside?: ReadonlySet<Element>): boolean {
  const { name, attribs } = element;
  if (inside?.has(element)) return false;
  const words = page.words(element);
  if (isAny(words, pictureWords)) return name === 'nav' || name === 'footer';
  if (outsideTags.has(name) || outsideRoles.has(attribs['role'] ?? '')) return true;
  return isAny(words, outsideWords);
}
