import { readPhotoCredit, splitCaption } from '../../credits/photo/photo-credit.ts';
import type { PhotoCredit } from '../../core/story/credits.ts';
import { sentences } from '../../text/sentences.ts';
import type { Photo } from '../../core/story/story.ts';
import { firstNamed, firstOf, named, titleOf } from './elements.ts';
import type { FeedElement } from '../tree/element.ts';
import { plainText } from '../markup/plain-text.ts';
import { firstSentences } from './first-sentences.ts';
import { absoluteUrl } from '../../text/url.ts';

const longestCaption = 500;
const mostSentences = 10;

/** Photo credits by their text: the photos of a feed have few photographers. */
export type PhotoCredits = Map<string, PhotoCredit | null>;

/**
 * A story's picture: the widest image of `media:content`, else a thumbnail, an enclosed image, the
 * podcast's cover. Caption and credit are the image's own, or those of the whole group or item.
 */
export function photoOf(
  entry: readonly FeedElement[],
  headline: string | null,
  known: PhotoCredits,
): Photo | null {
  const grouped = named(entry, 'media:group').flatMap((group) => group.children);
  const placed = grouped.length === 0 ? entry : [...entry, ...grouped];
  const contents = named(placed, 'media:content');
  const image =
    firstOf(widestFirst(contents.filter(isImage)), addressed) ??
    firstOf(widestFirst(thumbnailsOf(placed, contents)), addressed) ??
    firstOf(named(entry, 'rss:enclosure').filter(isImage), addressed) ??
    firstOf(named(entry, 'atom:link').filter(isEnclosedImage), addressed) ??
    firstNamed(entry, ['itunes:image'], addressed);
  if (image === null) return null;
  const own = image.element.name === 'media:content' ? image.element.children : [];
  const { caption, credit } = captionOf([...own, ...grouped, ...entry], headline, known);
  return { url: image.url, caption, credit };
}

function addressed(element: FeedElement): { element: FeedElement; url: string } | null {
  const url = addressOf(element);
  return url === null ? null : { element, url };
}

function widestFirst(elements: readonly FeedElement[]): readonly FeedElement[] {
  if (elements.length < 2) return elements;
  return [...elements].sort((a, b) => widthOf(b) - widthOf(a));
}

function thumbnailsOf(
  placed: readonly FeedElement[],
  contents: readonly FeedElement[],
): readonly FeedElement[] {
  const within = contents.flatMap((content) => named(content.children, 'media:thumbnail'));
  return [...named(placed, 'media:thumbnail'), ...within];
}

function isEnclosedImage(link: FeedElement): boolean {
  return link.attributes.get('rel') === 'enclosure' && isImage(link);
}

function isImage({ attributes }: FeedElement): boolean {
  const medium = attributes.get('medium')?.toLowerCase();
  const type = attributes.get('type')?.toLowerCase();
  if (medium) return medium === 'image';
  if (type) return type.startsWith('image/');
  const path = (attributes.get('url') ?? attributes.get('href') ?? '').split(/[?#]/, 1)[0] ?? '';
  return /\.(?:jpe?g|png|gif|webp|avif)$/i.test(path);
}

function widthOf({ attributes }: FeedElement): number {
  const width = Number.parseInt(attributes.get('width') ?? '0', 10);
  return Number.isFinite(width) ? width : 0;
}

function addressOf({ attributes, base }: FeedElement): string | null {
  return absoluteUrl(attributes.get('url') ?? attributes.get('href') ?? '', base);
}

function captionOf(
  elements: readonly FeedElement[],
  headline: string | null,
  known: PhotoCredits,
): Pick<Photo, 'caption' | 'credit'> {
  const text =
    firstNamed(elements, ['media:description'], captionText) ??
    firstNamed(elements, ['media:title'], (title) => sentenceTitle(titleOf(title), headline));
  const credit = creditOf(named(elements, 'media:credit'), known);
  if (text === null) return { caption: null, credit };
  const split = splitCaption(text);
  if (!split.credit) return { caption: text, credit };
  return { caption: credit ? text : split.caption, credit: credit ?? split.credit };
}

function captionText(description: FeedElement): string | null {
  const text = plainText(description.markup || description.text);
  return firstSentences(sentences(text.slice(0, 4_000)), mostSentences, longestCaption) || null;
}

/** A media title is a caption unless it repeats the headline or is a file's name. */
function sentenceTitle(title: string | null, headline: string | null): string | null {
  return title !== null && title !== headline && title.includes(' ') ? title : null;
}

/** Media RSS: a credit with the role "photographer" outranks those of companies and others. */
function creditOf(credits: readonly FeedElement[], known: PhotoCredits): PhotoCredit | null {
  const ranked =
    credits.length < 2 ? credits : [...credits].sort((a, b) => roleRank(a) - roleRank(b));
  return firstOf(ranked, ({ text }) => {
    const read = known.get(text);
    if (read !== undefined) return read;
    const credit = creditIn(plainText(text));
    known.set(text, credit);
    return credit;
  });
}

function creditIn(text: string): PhotoCredit | null {
  if (text === '' || text.length > 200) return null;
  return readPhotoCredit(text) ?? { photographer: text, agency: null };
}

function roleRank({ attributes }: FeedElement): number {
  const role = attributes.get('role')?.toLowerCase() ?? '';
  return role.includes('photo') ? 0 : role === '' ? 1 : 2;
}
