import { decodeHTML } from 'entities';
import type { FeedElement } from '../tree/element.ts';
import { named } from './elements.ts';
import { isStoryPhoto } from '../../text/site-picture.ts';
import { textPictures } from '../markup/text-pictures.ts';
import { absoluteUrl } from '../../text/url.ts';

/** A picture that an item gives, and the element that it is from, if it is not from the text. */
export interface Picture {
  url: string;
  /** Pixels: as declared, as its address says, or as is usual for where it stands. */
  width: number;
  /** The publisher's choice of several. */
  isDefault: boolean;
  element: FeedElement | null;
  caption: string | null;
}

/** Smaller pictures are avatars, icons and the pixels that count readers. */
const leastWidth = 100;
const leastHeight = 60;
/** No photo is as small, in bytes. */
const leastLength = 500;
/** Feeds that do not know a file's length write 0 or 1. */
const mostUnknown = 1;
const leastWidthInText = 200;
/** Only the beginning of a text is searched. */
const longestRead = 6_000;

/** How wide a picture mostly is that does not say it, by where it stands. */
const usualWidth = { content: 600, enclosure: 500, text: 400, cover: 300, thumbnail: 150 };

/** The pictures of an item that are large enough for a story, the best first. */
export function picturesOf(entry: readonly FeedElement[], texts: readonly string[]): Picture[] {
  const placed = withGrouped(entry);
  const contents = named(placed, 'media:content');
  const pictures = picturesIn(contents, usualWidth.content);
  // As in most feeds: one picture, which no thumbnail of it surpasses.
  if (contents.length === 1 && (pictures[0]?.width ?? 0) >= usualWidth.enclosure) return pictures;
  const isMarked = pictures.some(({ isDefault }) => isDefault);
  if (!isMarked) pictures.push(...otherPictures(entry, placed, contents));
  const isLarge = pictures.some(({ width }) => width >= usualWidth.text);
  if (!isLarge) pictures.push(...picturesInText(texts, entry[0]?.base ?? ''));
  return pictures.sort((a, b) => Number(b.isDefault) - Number(a.isDefault) || b.width - a.width);
}

/** An item's elements and those of its media groups. */
export function withGrouped(entry: readonly FeedElement[]): readonly FeedElement[] {
  const groups = named(entry, 'media:group');
  return groups.length === 0 ? entry : [...groups.flatMap(({ children }) => children), ...entry];
}

/** Enclosed pictures, covers and thumbnails. */
function otherPictures(
  entry: readonly FeedElement[],
  placed: readonly FeedElement[],
  contents: readonly FeedElement[],
): Picture[] {
  const enclosed = [
    ...named(entry, 'rss:enclosure'),
    ...named(entry, 'atom:link').filter(isEnclosure),
  ];
  const covers = named(entry, 'itunes:image');
  const thumbnails = [...contents, { children: placed }].flatMap(({ children }) =>
    named(children, 'media:thumbnail'),
  );
  return [
    ...picturesIn(enclosed, usualWidth.enclosure),
    ...covers.flatMap((cover) => pictureIn(cover, usualWidth.cover) ?? []),
    ...thumbnails.flatMap((thumbnail) => pictureIn(thumbnail, usualWidth.thumbnail) ?? []),
  ];
}

/** True of an element whose address is that of an image, by its declared kind or its file's name. */
export function isImage({ attributes }: FeedElement): boolean {
  const medium = attributes.get('medium');
  if (medium) return medium.toLowerCase() === 'image';
  const type = attributes.get('type');
  if (type) return type.toLowerCase().startsWith('image/');
  const path = (attributes.get('url') ?? attributes.get('href') ?? '').split(/[?#]/, 1)[0] ?? '';
  return /\.(?:jpe?g|png|gif|webp|avif)$/i.test(path);
}

function isEnclosure({ attributes }: FeedElement): boolean {
  return attributes.get('rel')?.trim().toLowerCase() === 'enclosure';
}

/** The pictures of those elements that are images. */
function picturesIn(elements: readonly FeedElement[], usual: number): Picture[] {
  const pictures: Picture[] = [];
  for (const element of elements) {
    const picture = isImage(element) ? pictureIn(element, usual) : null;
    if (picture) pictures.push(picture);
  }
  return pictures;
}

/** An element's picture, of the `usual` width if it says none; `null` when it is too small. */
function pictureIn(element: FeedElement, usual: number): Picture | null {
  const { attributes, base } = element;
  const url = absoluteUrl(attributes.get('url') ?? attributes.get('href') ?? '', base);
  const length = pixels(attributes.get('filesize') ?? attributes.get('length'));
  if (url === null || (length !== null && length > mostUnknown && length < leastLength))
    return null;
  const size = { width: attributes.get('width'), height: attributes.get('height') };
  const width = sufficientWidth(url, size, leastWidth);
  if (width === null) return null;
  const isMarked = attributes.get('isdefault')?.trim().toLowerCase() === 'true';
  const isDefault = isMarked && (width ?? usual) >= usualWidth.cover;
  return { url, width: width ?? usual, isDefault, element, caption: null };
}

/** The first picture in texts that is large enough for a story. */
export function picturesInText(texts: readonly string[], base: string): Picture[] {
  const pictures: Picture[] = [];
  for (const html of texts) {
    if (!/<img/i.test(html.slice(0, longestRead))) continue;
    for (const { source, caption, ...size } of textPictures(html.slice(0, longestRead))) {
      const url = absoluteUrl(decodeHTML(source), base);
      if (url === null || /\.(?:gif|svg)(?:[?#]|$)/i.test(url)) continue;
      const width = sufficientWidth(url, size, leastWidthInText);
      if (width === null) continue;
      // The width of a picture in a text is that of its column: it proves nothing about the file.
      pictures.push({ url, width: usualWidth.text, isDefault: false, element: null, caption });
      return pictures;
    }
  }
  return pictures;
}

/** A quick check: addresses of the site's own pictures have one of these, others seldom. */
const mayBeSites =
  /logo|placeholder|default|fallback|sprite|avatar|icon|blank|spacer|pixel|transparent|dummy|brand|masthead|wordmark|opengraph|watermark|missing|emoji|badge|(?:no|og|social|share|site)-?(?:image|img|photo|share|card)/i;

interface WrittenSize {
  width: string | undefined;
  height: string | undefined;
}

/** A picture's width, `undefined` when unknown, `null` when it is too small or the site's own. */
function sufficientWidth(url: string, size: WrittenSize, least: number): number | null | undefined {
  const width = pixels(size.width) ?? widthInAddress(url);
  const height = pixels(size.height);
  if ((width ?? least) < least || (height ?? leastHeight) < leastHeight) return null;
  return !mayBeSites.test(url) || isStoryPhoto(url, null) ? (width ?? undefined) : null;
}

function pixels(written: string | undefined): number | null {
  if (written === undefined) return null;
  const digits = /^\s{0,9}(\d{1,9})(?:px)?(?:\.\d{0,9})?\s{0,9}$/i.exec(written)?.[1];
  return digits === undefined || Number(digits) === 0 ? null : Number(digits);
}

/** "/s72-c/", "=s72", "-72x72.jpg", "/72x72/", "?w=72", "?s=60": the width that an address asks for. */
const widthsInAddress = [
  /[/=]s(\d{2,4})(?:-[a-z]\d{0,4}){0,4}(?:[/?#]|$)/,
  /[-_/](\d{2,4})x\d{2,4}(?:\.[a-z]{3,4})?(?:[/?#]|$)/i,
  /[?&](?:w|width|s|sz|size)=(\d{2,4})(?:&|#|$)/i,
];

/** A quick check: what all of them have. */
const mayHoldWidth = /[/=]s\d|\dx\d|[?&](?:w|s|sz|width|size)=\d/i;

function widthInAddress(url: string): number | null {
  if (!mayHoldWidth.test(url)) return null;
  for (const form of widthsInAddress) {
    const digits = form.exec(url)?.[1];
    if (digits !== undefined) return Number(digits);
  }
  return null;
}
