import { decodeHTML } from 'entities';
import { cleanText } from './plain-text.ts';
import { MarkupScanner } from './scanner.ts';

/** A picture in a text, its attributes as written. */
interface TextPicture {
  source: string;
  width: string | undefined;
  height: string | undefined;
  /** The text of its `figcaption`. */
  caption: string | null;
}

const mostPictures = 20;
const longestAddress = 2_000;
const lazySources = ['data-src', 'data-original', 'data-lazy-src', 'src'];

/** The first pictures of an HTML fragment. Linear in the fragment's length. */
export function textPictures(html: string): TextPicture[] {
  const scanner = new MarkupScanner(html);
  const pictures: TextPicture[] = [];
  let caption: string | null = null;
  let first = 0;
  for (let token = scanner.next(); token !== 'end'; token = scanner.next()) {
    if (token === 'text' || token === 'cdata') {
      if (caption !== null) caption += html.slice(scanner.start, scanner.end);
      continue;
    }
    if (token === 'declaration') continue;
    const name = scanner.name().toLowerCase();
    if (name === 'figure') first = pictures.length;
    if (name === 'figcaption' && token === 'open') caption = '';
    if (name === 'figcaption' && token === 'close') {
      const text = cleanText(decodeHTML(caption ?? '')) || null;
      for (const picture of pictures.slice(first)) picture.caption = text;
      caption = null;
    }
    if (name !== 'img' || token !== 'open') continue;
    const attributes = scanner.attributes(longestAddress, decodeHTML);
    const source = lazySources
      .map((attribute) => attributes.get(attribute) ?? '')
      .find((written) => written !== '' && !written.startsWith('data:'));
    if (source === undefined) continue;
    const [width, height] = [attributes.get('width'), attributes.get('height')];
    pictures.push({ source, width, height, caption: null });
    if (pictures.length === mostPictures) break;
  }
  return pictures;
}
