import { splitCaption } from '../../credits/photo/caption.ts';
import { readPhotoCredit } from '../../credits/photo/photo-credit.ts';
import type { PhotoCredit } from '../../core/story/credits.ts';
import { sameName } from '../../core/story/same-person.ts';
import { sentences } from '../../text/sentences.ts';
import type { Photo } from '../../core/story/story.ts';
import { firstNamed, firstOf, named, titleOf } from './elements.ts';
import { picturesOf, withGrouped } from './pictures.ts';
import type { FeedElement } from '../tree/element.ts';
import { plainText } from '../markup/plain-text.ts';
import { firstSentences } from './first-sentences.ts';

const longestCaption = 500;
const mostSentences = 10;

/** Photo credits by their text: the photos of a feed have few photographers. */
export type PhotoCredits = Map<string, PhotoCredit | null>;

/**
 * A story's picture: the publisher's choice, else the widest that an item gives, wherever it stands.
 * Caption and credit are the image's own, or those of the whole group or item; `isTextOfMedia` when
 * the description of an item's media is its text, so no caption.
 */
export function photoOf(
  entry: readonly FeedElement[],
  { leads, isTextOfMedia }: { leads: readonly string[]; isTextOfMedia: boolean },
  headline: string | null,
  known: PhotoCredits,
): Photo | null {
  const [picture] = picturesOf(entry, leads);
  if (picture === undefined) return null;
  const { url, element } = picture;
  if (picture.caption !== null) return { url, ...splitCaption(picture.caption) };
  const own = element?.name === 'media:content' ? element.children : [];
  const around = withGrouped(entry);
  const others = isTextOfMedia ? around.filter(({ name }) => name !== 'media:description') : around;
  const { caption, credit } = captionOf(
    own.length === 0 ? others : [...own, ...others],
    headline,
    known,
  );
  return { url, caption, credit };
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
  if (title === null || !title.includes(' ')) return null;
  return headline !== null && sameName(title, headline) ? null : title;
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
