import { isElement, withoutMarkup, type Element, type Page } from '../page/page.ts';
import type { Caption } from '../../credits/photo/caption.ts';
import { captionIn } from './caption.ts';
import { isControl, joined, piecesIn, type Piece } from './frame-pieces.ts';
import type { PagePicture } from './page-pictures.ts';
import { pictureData } from './picture-words.ts';
import { isOutside } from '../page/outside.ts';
import { leadsToAuthor } from '../page/author-page.ts';

const highest = 12;
const mostNodes = 600;
/** More text than this around a picture is an article's. */
const longestFrame = 700;
const ends = new Set(['body', 'html', 'main', 'article']);

function parentOf(element: Element): Element | null {
  const { parent } = element;
  return parent !== null && isElement(parent) ? parent : null;
}

/** The elements around it, the nearest first, at most twelve and none around an article. */
function ancestors(element: Element): Element[] {
  const found: Element[] = [];
  for (let node = parentOf(element); node && found.length < highest; node = parentOf(node)) {
    if (ends.has(node.name)) break;
    found.push(node);
  }
  return found;
}

const articleTags = /^(?:h[1-6]|time|address)$/u;
/** A caption and its credit have fewer links. */
const mostLinks = 2;

interface Content {
  pictures: number;
  captions: Element[];
  /** It has a heading, a date, an author or a list of links: a teaser, a byline or a menu. */
  isArticle: boolean;
}

function contentOf(frame: Element): Content {
  const content: Content = { pictures: 0, captions: [], isArticle: false };
  const pending = [frame];
  let links = 0;
  for (let count = 0; pending.length > 0; count += 1) {
    const element = pending.pop();
    if (element === undefined) break;
    if (count > mostNodes) return { ...content, pictures: Infinity };
    if (element.name === 'img') content.pictures += 1;
    if (element.name === 'figcaption') content.captions.push(element);
    if (element.name === 'a' && element.attribs['href'] !== undefined) links += 1;
    if (articleTags.test(element.name) || leadsToAuthor(element) || links > mostLinks)
      content.isArticle = true;
    for (const child of element.children.toReversed()) if (isElement(child)) pending.push(child);
  }
  return content;
}

const bare = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** What holds a picture is called so, with its caption in it. */
const pictureHolders = new Set('foto photo image picture hmedia bild'.split(' '));
const longestHeld = 300;

function isSentence(pieces: readonly Piece[]): boolean {
  const text = joined(pieces);
  return text.length <= longestHeld && /\p{L}.*[.!?…。]["”’»)]?$/u.test(text);
}

function holdsPicture(page: Page, frame: Element, { element }: PagePicture): boolean {
  if (!isWithin(element, frame)) return false;
  for (const word of page.words(frame)) if (pictureHolders.has(word)) return true;
  return false;
}

/** True when something says that these texts are about the picture. */
function isAbout(pieces: readonly Piece[], said: Caption, { alternatives }: PagePicture): boolean {
  if (said.credit !== null || pieces.some(({ mark }) => mark === 'caption' || mark === 'credit'))
    return true;
  const text = bare(joined(pieces));
  return alternatives.map(bare).some((alt) => alt.length >= 15 && text.includes(alt));
}

function captionOf(page: Page, frame: Element, picture: PagePicture): Caption | null {
  const pieces = piecesIn(page, frame);
  const length = joined(pieces).length;
  if (length === 0 || length > longestFrame) return null;
  const said = captionIn(pieces);
  const isHeld = isSentence(pieces) && holdsPicture(page, frame, picture);
  return isHeld || isAbout(pieces, said, picture) ? said : null;
}

function isWithin(element: Element, outer: Element): boolean {
  for (let node: Element['parent'] = element; node; node = node.parent)
    if (node === outer) return true;
  return false;
}

/** What a figure says: its `figcaption`, and a credit elsewhere in it. */
function inFigure(page: Page, figure: Element, within: readonly Element[]): Caption | null {
  const around = within.slice(0, within.indexOf(figure) + 1);
  const caption = around
    .map((element) => contentOf(element).captions[0])
    .find((one) => one !== undefined);
  if (caption === undefined) return null;
  const said = captionIn(piecesIn(page, caption));
  if (said.credit !== null) return said;
  const others = piecesIn(page, figure).filter(({ owner }) => !isWithin(owner, caption));
  return { ...said, credit: captionIn(others).credit };
}

const leastWords = 4;

/** The text of a figure without a `figcaption`. */
function figureText(page: Page, figure: Element): Caption | null {
  const pieces = piecesIn(page, figure);
  const text = joined(pieces);
  return text.length > longestFrame || text.split(' ').length < leastWords
    ? null
    : captionIn(pieces);
}

function siblingsOf(element: Element): Element[] {
  const all = (parentOf(element)?.children ?? []).filter(isElement);
  const at = all.indexOf(element);
  return [all[at + 1], all[at + 2], all[at - 1]].filter((one) => one !== undefined);
}

function beside(page: Page, within: readonly Element[], picture: PagePicture): Caption | null {
  if (within.some(({ name }) => name === 'li')) return null;
  let inner: Element = picture.element;
  for (const element of within) {
    const { pictures, isArticle } = contentOf(element);
    if (pictures > 1 || isArticle) break;
    const said = captionOf(page, element, picture);
    if (said) return said;
    if (joined(piecesIn(page, element)).length > 0) break;
    inner = element;
  }
  for (const sibling of siblingsOf(inner)) {
    const { pictures, isArticle } = contentOf(sibling);
    if (isControl(page, sibling) || pictures > 0 || isArticle || isOutside(page, sibling)) continue;
    const said = captionOf(page, sibling, picture);
    if (said) return said;
  }
  return null;
}

function inAttributes(within: readonly Element[], { element }: PagePicture): Caption | null {
  for (const one of [element, ...within.slice(0, 4)]) {
    const data = pictureData(one);
    const [caption, credit] = [withoutMarkup(data.caption), withoutMarkup(data.credit)];
    const pieces: Piece[] = [];
    if (caption) pieces.push({ text: caption, mark: 'caption', owner: one });
    if (credit) pieces.push({ text: credit, mark: 'credit', owner: one });
    if (pieces.length > 0) return captionIn(pieces);
  }
  return null;
}

/**
 * What stands around a picture: in its figure, in its own attributes, in the element that it shares
 * with its caption alone, in the element beside it.
 */
export function framed(page: Page, picture: PagePicture): Caption | null {
  const within = ancestors(picture.element);
  const figure = within.find(({ name }) => name === 'figure');
  let found: Caption = { caption: null, credit: null };
  const places = [
    () => figure && inFigure(page, figure, within),
    () => inAttributes(within, picture),
    () => beside(page, within, picture),
    () => figure && figureText(page, figure),
  ];
  for (const place of places) {
    const said = place();
    found = {
      caption: found.caption ?? said?.caption ?? null,
      credit: found.credit ?? said?.credit ?? null,
    };
    if (found.caption !== null && (found.credit !== null || place !== places[0])) break;
  }
  return found.caption === null && found.credit === null ? null : found;
}
