import { sharedWords } from '../text/shared-words.ts';
import { isElement, type Element } from '../page/page.ts';
import { textWithin } from '../page/text-within.ts';

const mostLevels = 3;
const mostSiblings = 30;
const longestHeading = 300;
/** A heading with fewer of the headline's words is another's. */
const fewShared = 0.3;

function isHeadline(heading: Element, headline: string): boolean {
  const text = textWithin(heading, longestHeading);
  return heading.name === 'h1' || text === '' || sharedWords(text, headline) >= fewShared;
}

/** The elements before it within the same parent, nearest first. */
function elementsBefore(element: Element): Element[] {
  const found: Element[] = [];
  let before = element.prev;
  for (let count = 0; before !== null && count < mostSiblings; count += 1) {
    if (isElement(before)) found.push(before);
    before = before.prev;
  }
  return found;
}

function isHeading({ name }: Element): boolean {
  return /^h[1-4]$/u.test(name);
}

/**
 * An element stands below the heading of another story, as a video's or a teaser's date does. A
 * standfirst below the headline is no such heading.
 */
export function isOfAnother(element: Element, headline: string | null): boolean {
  if (headline === null) return false;
  let child = element;
  for (let level = 0; level < mostLevels; level += 1) {
    const nearest = elementsBefore(child).find(isHeading);
    if (nearest !== undefined) {
      const [above] = elementsBefore(nearest);
      const headings = above && isHeading(above) ? [nearest, above] : [nearest];
      return !headings.some((heading) => isHeadline(heading, headline));
    }
    if (child.parent === null || !isElement(child.parent)) return false;
    child = child.parent;
  }
  return false;
}
