import { oneLine, withoutMarkup, type Page } from '../page/page.ts';
import type { Headline } from '../facts/headline.ts';
import type { LinkedArticle } from '../page/linked-article.ts';
import { splitCaption, type Caption } from '../../credits/photo/caption.ts';
import { framed } from './frame.ts';
import { linkedPhotos } from './linked-photo.ts';
import { looseCaption } from './loose-caption.ts';
import type { PagePhoto } from './page-photo.ts';
import { picturesOn, type PagePicture } from './page-pictures.ts';
import { isSamePicture, pictureKey } from './same-picture.ts';
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

/** True when one of its addresses is one of these pictures, in any size. */
function isAnyOf({ addresses }: PagePicture, wanted: ReadonlySet<string>): boolean {
  return [addresses[0], addresses.at(-1)].some((url) => url && wanted.has(pictureKey(url)));
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
  wanted: ReadonlySet<string>,
): Lead | null {
  const named = pictures.filter((one) => isAnyOf(one, wanted)).slice(0, mostFrames);
  const own = pictures.filter((one) => !one.isApart || named.includes(one));
  const top = own.filter((one) => one.isAfterHeadline && one.paragraphsBefore <= mostBefore);
  for (const picture of top.slice(0, mostFrames)) {
    const said = framed(page, picture);
    if (said || named.includes(picture)) return { picture, said };
  }
  for (const picture of named) {
    const said = framed(page, picture);
    if (said) return { picture, said };
  }
  if (named[0]) return { picture: named[0], said: null };
  if (wanted.size > 0) return null;
  for (const picture of own.slice(0, mostFrames)) {
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

/** What Open Graph says of its picture, where that is the lead picture. */
function socialCaption(page: Page, url: string | null, social: readonly string[]): Caption {
  const text = withoutMarkup(page.meta('og:image:alt', 'twitter:image:alt'), 1_000);
  const isLead = url === null || social.some((one) => isSamePicture(one, url));
  return text !== null && isLead ? splitCaption(text) : none;
}

/** The page's lead picture with its caption and credit, `null` when it shows none. */
export function readPhoto(
  page: Page,
  linked: LinkedArticle,
  { text: headline, element }: Headline,
): PagePhoto | null {
  const inData = linkedPhotos(page, linked);
  const social = socialPictures(page);
  const wanted = new Map<string, string>();
  for (const url of [...inData.map((one) => one.url), ...social])
    if (!wanted.has(pictureKey(url))) wanted.set(pictureKey(url), url);
  const [first = null] = wanted.values();
  const lead = leadPicture(page, picturesOn(page, element), new Set(wanted.keys()));
  const [shown] = lead?.picture.addresses ?? [];
  const url = shown === undefined ? first : (wanted.get(pictureKey(shown)) ?? shown);
  const data = inData.find((one) => url !== null && isSamePicture(one.url, url)) ?? none;
  const loose = lead?.said ? none : looseCaption(page, element);
  const titles = [headline, page.meta('og:title'), page.meta('og:site_name')];
  const said = [lead?.said ?? none, data, loose, socialCaption(page, url, social)];
  const captions = said.map((one) => ownCaption(one.caption, titles));
  const caption = captions.find((text) => text !== null) ?? null;
  const credit = said.find((one) => one.credit !== null)?.credit ?? null;
  return url === null && caption === null && credit === null ? null : { url, caption, credit };
}
