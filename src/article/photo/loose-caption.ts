import type { Caption } from '../../credits/photo/caption.ts';
import { isOutside, withAncestors } from '../page/outside.ts';
import { isElement, type ChildNode, type Element, type Page } from '../page/page.ts';
import { textWithin } from '../page/text-within.ts';
import { captionIn } from './caption.ts';
import { joined, piecesIn } from './frame-pieces.ts';
import { isCalledCaption } from './picture-words.ts';

const longestCaption = 600;
const longestCredit = 200;
/** They stand near the top of the article. */
const mostElements = 3_000;
const mostParagraphs = 20;
const creditLine = /^(?:photo )?credit:/iu;
const none: Caption = { caption: null, credit: null };

/** A credit in a line of its own, its caption in the paragraph before it: pages without classes. */
function ofLines(page: Page, paragraph: Element, before: Element | null): Caption | null {
  const text = textWithin(paragraph, longestCredit * 2);
  if (text.length > longestCredit || !creditLine.test(text)) return null;
  const { credit } = captionIn(piecesIn(page, paragraph));
  return credit && { credit, caption: before && captionIn(piecesIn(page, before)).caption };
}

/**
 * The first caption that stands apart from its picture: an element that is called a caption, or a
 * paragraph that begins with "Credit:". Both `null` when there is none.
 */
export function looseCaption(page: Page, heading: Element | null): Caption {
  const around = heading === null ? new Set<Element>() : withAncestors(heading);
  const pending: ChildNode[] = (page.$.root().get(0)?.children ?? []).toReversed();
  let before: Element | null = null;
  let paragraphs = 0;
  for (let count = 0; pending.length > 0 && count < mostElements;) {
    const node = pending.pop();
    if (node === undefined || !isElement(node) || node.name === 'head' || node.name === 'figure')
      continue;
    count += 1;
    if (!around.has(node) && (isOutside(page, node) || page.words(node).has('byline'))) continue;
    if (node.name === 'p') {
      const said = ofLines(page, node, before);
      if (said) return said;
      before = node;
      paragraphs += 1;
      if (paragraphs > mostParagraphs) break;
    }
    if (isCalledCaption(page, node) && !around.has(node)) {
      const pieces = piecesIn(page, node);
      const length = joined(pieces).length;
      if (length > 0 && length <= longestCaption) return captionIn(pieces);
    }
    for (const child of node.children.toReversed()) pending.push(child);
  }
  return none;
}
