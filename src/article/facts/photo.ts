import { z } from 'zod';
import { readPhotoCredit, splitCaption } from '../../credits/photo/photo-credit.ts';
import { Photo } from '../../core/story/story.ts';
import { listOf, objectsOf, textIn, type LinkedData } from '../page/json-ld.ts';
import type { LinkedArticle } from '../page/linked-article.ts';
import type { PhotoCredit } from '../../core/story/credits.ts';
import { isStoryPhoto } from '../../text/site-picture.ts';
import { oneLine, textOf, withoutMarkup, type Page, type Selection } from '../page/page.ts';

/** The article's picture; a caption or a credit may be found without its address. */
export const PagePhoto = Photo.extend({ url: z.string().nullable() });
export type PagePhoto = z.infer<typeof PagePhoto>;

const figures =
  'article figure, figure, .wp-caption, .article-photo, .photo-container, .related-photo, .photo, .image-container';
const captions =
  'figcaption, .caption, .wp-caption-text, .photo-caption, .image-caption, [itemprop="caption"]';
const credits =
  '.photo-credit, .image-credit, .caption-credit, .photographer, .credit, .credits, .copyright, [itemprop="copyrightHolder"], [itemprop="creditText"], ' +
  '[class*="credit" i], [class*="photographer" i], [data-credit]';
/** Read as a credit where the words are one. */
const smallPrint = 'cite, small';
const lazySources = ['data-src', 'data-original', 'data-lazy-src', 'src'] as const;

/** The name of a picture's file, the same for all its sizes. */
export function pictureName(url: string): string {
  const file = url.split(/[?#]/u)[0]?.split('/').at(-1) ?? '';
  return file
    .replace(/\.[a-z]{3,4}$/iu, '')
    .replace(/[-_]\d{2,4}x\d{2,4}$/u, '')
    .toLowerCase();
}

function imageAddress(page: Page, image: Selection): string | null {
  for (const attribute of lazySources) {
    const address = page.address(image.attr(attribute));
    if (address !== null) return address;
  }
  return page.address(image.attr('srcset')?.split(/[ ,]/u)[0]);
}

function firstCredit(texts: readonly (string | null | undefined)[]): PhotoCredit | null {
  for (const text of texts) {
    const credit = text ? readPhotoCredit(text.slice(0, 300)) : null;
    if (credit !== null) return credit;
  }
  return null;
}

function captionOf(page: Page, figure: Selection): Pick<PagePhoto, 'caption' | 'credit'> {
  const marked = figure.find(captions).first();
  const image = figure.find('img, amp-img').first();
  const said = [
    ...figure
      .find(credits)
      .slice(0, 5)
      .toArray()
      .map((element) => oneLine(page.$(element).text(), 300)),
    figure.attr('data-credit'),
    figure.find('[data-credit]').attr('data-credit'),
  ];
  const copy = marked.clone();
  copy.find(credits).remove();
  const small = copy.find(smallPrint).last();
  const inSmall = small.length > 0 ? readPhotoCredit(textOf(small, 300) ?? '') : null;
  if (inSmall !== null) small.remove();
  const words =
    oneLine(copy.text(), 2000) ??
    oneLine(marked.text(), 2000) ??
    oneLine(figure.attr('data-caption') ?? image.attr('data-caption'), 2000) ??
    '';
  const split = splitCaption(words);
  return { caption: split.caption, credit: firstCredit(said) ?? inSmall ?? split.credit };
}

function figurePhoto(page: Page, wanted: string | null): PagePhoto | null {
  const { $ } = page;
  let first: PagePhoto | null = null;
  for (const element of $(figures).slice(0, 20).toArray()) {
    const figure = $(element);
    const image = figure.is('img') ? figure : figure.find('img, amp-img').first();
    const url = imageAddress(page, image);
    if (url !== null && !isStoryPhoto(url, image.attr('width'))) continue;
    const { caption, credit } = captionOf(page, figure);
    const photo = { url, caption, credit };
    if (wanted !== null && url !== null && pictureName(url) === pictureName(wanted)) return photo;
    if (first === null && url !== null && (caption !== null || credit !== null)) first = photo;
  }
  return wanted === null ? first : null;
}

function linkedPhoto(page: Page, { article, resolved }: LinkedArticle): PagePhoto | null {
  for (const value of [...listOf(article['image']), ...listOf(article['thumbnailUrl'])].slice(
    0,
    10,
  )) {
    const [object] = objectsOf(value).map(resolved);
    const image: LinkedData = object ?? {};
    const address = object ? (textIn(image['url']) ?? textIn(image['contentUrl'])) : textIn(value);
    const url = page.address(address ?? undefined);
    if (url === null || !isStoryPhoto(url, textIn(image['width'], 20))) continue;
    const split = splitCaption(textIn(image['caption'], 2000) ?? '');
    const people = [image['author'], image['creator'], image['copyrightHolder']]
      .flatMap((value) =>
        objectsOf(value)
          .map((node) => resolved(node)['name'])
          .concat(value),
      )
      .map((name) => textIn(name, 200));
    const named = people.find((name) => name !== null && name !== undefined);
    const credit =
      firstCredit([textIn(image['creditText'], 300), textIn(image['copyrightNotice'], 300)]) ??
      split.credit ??
      firstCredit([named && `Photograph: ${named}`]);
    return { url, caption: split.caption, credit };
  }
  return null;
}

/** Captions and credits that stand beside no `figure`, as on older pages. */
function looseCaption({ $ }: Page): Pick<PagePhoto, 'caption' | 'credit'> {
  const captioned = $('.caption, .photo-caption, .image-caption').first();
  const split = splitCaption(textOf(captioned, 2000) ?? '');
  const marked = $('.photo-credit, .image-credit, .credit').first();
  const creditText = textOf(marked, 300);
  const lines = $('p')
    .slice(0, 20)
    .toArray()
    .map((element) => oneLine($(element).text(), 1000) ?? '');
  const index = lines.findIndex((text) => text.length <= 200 && /^(?:photo )?credit:/iu.test(text));
  const said = creditText ?? lines[index];
  const credit = (said ? readPhotoCredit(said) : null) ?? split.credit;
  const before =
    credit && said === lines[index] ? splitCaption(lines[index - 1] ?? '').caption : null;
  return { caption: split.caption ?? before, credit };
}

function socialImage(page: Page): string | null {
  const width = page.meta('og:image:width');
  return (
    page
      .metas(
        'og:image:secure_url',
        'og:image',
        'og:image:url',
        'twitter:image',
        'twitter:image:src',
      )
      .map((href) => page.address(href))
      .find((url) => url !== null && isStoryPhoto(url, width)) ?? null
  );
}

/** The page's lead picture with its caption and credit, `null` when it shows none. */
export function readPhoto(page: Page, linked: LinkedArticle): PagePhoto | null {
  const inData = linkedPhoto(page, linked);
  const social = socialImage(page);
  const wanted = inData?.url ?? social;
  const figure = figurePhoto(page, wanted);
  const loose = looseCaption(page);
  const url = wanted ?? figure?.url ?? null;
  const alt = withoutMarkup(page.meta('og:image:alt', 'twitter:image:alt'), 1000);
  const caption = figure?.caption ?? inData?.caption ?? loose.caption ?? alt;
  const credit = figure?.credit ?? inData?.credit ?? loose.credit;
  return url === null && caption === null && credit === null ? null : { url, caption, credit };
}
