import { oneLine, withoutMarkup, type Page } from '../page/page.ts';
import type { Headline } from '../facts/headline.ts';
import type { LinkedArticle } from '../page/linked-article.ts';
import type { Caption } from '../../credits/photo/caption.ts';
import { framed } from './frame.ts';
import { linkedPhotos } from './linked-photo.ts';
import { looseCaption } from './loose-caption.ts';
import type { PagePhoto } from './page-photo.ts';
import { picturesOn, type PagePicture } from './page-pictures.ts';
import { isSamePicture } from './same-picture.ts';
import { isStoryPhoto } from '../../text/site-picture.ts';

/** Paragraphs that may stand between the headline and the lead picture: a standfirst. */
const mostBefore = 1;
/** The frames of this many pictures are read before the lead picture is chosen. */
const mostFrames = 6;
const none: Caption = { caption: null, credit: null };

function socialPictures(page: Page): string[] {
  const width = page.meta('og:image:width');
  return page
    .metas('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src')
    .map((href) => page.address(href))
    .filter((url) => url !== null && isStoryPhoto(url, width))
    .filter((url) => url !== null);
}

function isAnyOf(picture: PagePicture, wanted: readonly string[]): boolean {
  return picture.addresses.some((url) => wanted.some((other) => isSamePicture(url, other)));
}

interface Lead {
  picture: PagePicture;
  said: Caption | null;
}

/**
 * The lead picture: one above the article's text that has a caption or that its data names; else
 * one below that its data names; where it names none, the first with a caption.
 */
function leadPicture(
  page: Page,
  pictures: readonly PagePicture[],
  wanted: readonly string[],
): Lead | null {
  const top = pictures.filter((one) => one.isAfterHeadline && one.paragraphsBefore <= mostBefore);
  for (const picture of top.slice(0, mostFrames)) {
    const said = framed(page, picture);
    if (said || isAnyOf(picture, wanted)) return { picture, said };
  }
  const named = pictures.filter((one) => isAnyOf(one, wanted)).slice(0, mostFrames);
  for (const picture of named) {
    const said = framed(page, picture);
    if (said) return { picture, said };
  }
  if (named[0]) return { picture: named[0], said: null };
  if (wanted.length > 0) return null;
  for (const picture of pictures.slice(0, mostFrames)) {
    const said = framed(page, picture);
    if (said) return { picture, said };
  }
  return null;
}

const bare = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
const fileName = /^\S+\.(?:jpe?g|png|webp|gif)$|^(?:img|dsc|image|photo)[-_ ]?\d+$/iu;

/** A caption that says something of its own: no headline, no name of a site or a file. */
function ownCaption(text: string | null, titles: readonly (string | null)[]): string | null {
  const line = oneLine(text, 2_000);
  if (line === null || fileName.test(line) || bare(line) === '') return null;
  return titles.some((title) => title !== null && bare(title) === bare(line)) ? null : line;
}

/** The page's lead picture with its caption and credit, `null` when it shows none. */
export function readPhoto(
  page: Page,
  linked: LinkedArticle,
  { text: headline, element }: Headline,
): PagePhoto | null {
  const inData = linkedPhotos(page, linked);
  const social = socialPictures(page);
  const wanted = [...inData.map(({ url }) => url), ...social];
  const lead = leadPicture(page, picturesOn(page, element), wanted);
  const url =
    (lead
      ? (wanted.find((one) => isAnyOf(lead.picture, [one])) ?? lead.picture.addresses[0])
      : wanted[0]) ?? null;
  const data = inData.find((one) => url !== null && isSamePicture(one.url, url)) ?? none;
  const loose = lead?.said ? none : looseCaption(page, element);
  const titles = [headline, page.meta('og:title'), page.meta('og:site_name')];
  const alt =
    lead && !social.some((one) => isAnyOf(lead.picture, [one]))
      ? null
      : withoutMarkup(page.meta('og:image:alt', 'twitter:image:alt'), 1_000);
  const caption =
    [lead?.said?.caption, data.caption, loose.caption, alt]
      .map((text) => ownCaption(text ?? null, titles))
      .find((text) => text !== null) ?? null;
  const credit = lead?.said?.credit ?? data.credit ?? loose.credit;
  return url === null && caption === null && credit === null ? null : { url, caption, credit };
}
