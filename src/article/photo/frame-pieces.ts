import { isPhotoHeading } from '../../credits/photo/heading.ts';
import { isElement, isText, oneLine, type Element, type Page } from '../page/page.ts';
import { inlineTags, textWithin } from '../page/text-within.ts';
import { pictureWord, type PictureWord } from './picture-words.ts';

/** A run of text near a picture. */
export interface Piece {
  text: string;
  /** What its element, or one around it, is called. */
  mark: PictureWord;
  /** The element whose own text it is; that of italics and links is the element's around them. */
  owner: Element;
}

const controls = new Set(
  `button nav form script style noscript select option label input iframe object video audio svg
  progress dialog menu template h1 h2 h3 h4 h5 h6`.split(/\s+/u),
);
const controlWords = new Set(
  `button btn toggle share sharing social zoom icon tooltip modal lightbox enlarge expand expander
  fullscreen counter pagination breadcrumb related topics tags newsletter comments bio biography`.split(
    /\s+/u,
  ),
);
/** Texts of a frame beyond these are an article's. */
const mostPieces = 40;
const mostNodes = 600;
const longestPiece = 2_000;
const longestCredit = 200;

/** "View this image ›", "more >": where a link leads. */
const leadsOn = /[›»>]$/u;
const longestLink = 60;

/** True of a link that says where it leads. */
function isWay(element: Element): boolean {
  return element.name === 'a' && leadsOn.test(textWithin(element, longestLink));
}

/** True of buttons, headings and players: their words say nothing of the picture. */
export function isControl(page: Page, element: Element): boolean {
  const { name, attribs } = element;
  if (controls.has(name) || 'hidden' in attribs || attribs['role'] === 'button') return true;
  for (const word of page.words(element)) if (controlWords.has(word)) return true;
  return false;
}

/** The texts joined, with a space where an element's end parts them. */
export function joined(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join(' ');
}

/** True when its own text begins with "Credit:" and its other elements go on with it. */
function beginsAsCredit(pieces: readonly Piece[], element: Element): boolean {
  const [first] = pieces;
  return pieces.length > 1 && first?.owner === element && isPhotoHeading(first.text);
}

/**
 * The runs of text of a frame in order, without those of buttons and headings. An element that is
 * called a credit and has no caption in it is one run. A frame with too much in it has none.
 */
export function piecesIn(page: Page, frame: Element): Piece[] {
  let nodes = 0;
  const read = (element: Element, outer: PictureWord): Piece[] => {
    const own = pictureWord(page, element) ?? (element.name === 'figcaption' ? 'caption' : null);
    const mark = own ?? outer;
    const pieces: Piece[] = [];
    let run = '';
    const endRun = () => {
      const text = oneLine(run, longestPiece);
      if (text !== null) pieces.push({ text, mark, owner: element });
      run = '';
    };
    const children = [...element.children];
    for (let at = 0; at < children.length && pieces.length < mostPieces; at += 1) {
      const child = children[at];
      nodes += 1;
      if (child === undefined || nodes > mostNodes) break;
      if (isText(child)) run += child.data;
      else if (!isElement(child) || isControl(page, child) || isWay(child)) continue;
      else if (inlineTags.has(child.name) && pictureWord(page, child) === null) {
        children.splice(at + 1, 0, ...child.children);
      } else {
        endRun();
        pieces.push(...read(child, mark));
      }
    }
    endRun();
    const whole = joined(pieces);
    const isNamed = own === 'credit' && !pieces.some(({ mark: inner }) => inner === 'caption');
    const isCredit = isNamed || (element !== frame && beginsAsCredit(pieces, element));
    return isCredit && whole !== '' && whole.length <= longestCredit
      ? [{ text: whole, mark: 'credit', owner: element }]
      : pieces;
  };
  const pieces = read(frame, null);
  return nodes > mostNodes ? [] : pieces.slice(0, mostPieces);
}
