import { readMarkedCredit, readPhotoCredit } from '../../credits/photo/photo-credit.ts';
import { splitCaption } from '../../credits/photo/caption.ts';
import type { PhotoCredit } from '../../core/story/credits.ts';
import { listOf, objectsOf, textIn, type LinkedData } from '../page/json-ld.ts';
import type { LinkedArticle } from '../page/linked-article.ts';
import type { Page } from '../page/page.ts';
import type { PagePhoto } from './page-photo.ts';
import { isStoryPhoto } from '../../text/site-picture.ts';

const mostImages = 10;

function creditOf(image: LinkedData): PhotoCredit | null {
  for (const said of [image['creditText'], image['copyrightNotice']]) {
    const text = textIn(said, 300);
    const credit = text === null ? null : readMarkedCredit(text);
    if (credit) return credit;
  }
  return null;
}

function nameOf(image: LinkedData, { resolved }: LinkedArticle): PhotoCredit | null {
  for (const value of [image['author'], image['creator'], image['copyrightHolder']]) {
    const names = [...objectsOf(value).map((node) => resolved(node)['name']), value];
    for (const name of names) {
      const text = textIn(name, 200);
      const credit = text === null ? null : readPhotoCredit(`Photograph: ${text}`);
      if (credit) return credit;
    }
  }
  return null;
}

/** The pictures of the article's linked data that are the story's, with what it says of them. */
export function linkedPhotos(page: Page, linked: LinkedArticle): (PagePhoto & { url: string })[] {
  const { article, resolved } = linked;
  const values = [...listOf(article['image']), ...listOf(article['thumbnailUrl'])];
  return values.slice(0, mostImages).flatMap((value) => {
    const object = objectsOf(value).map(resolved)[0];
    const image: LinkedData = object ?? {};
    const address = object ? (textIn(image['url']) ?? textIn(image['contentUrl'])) : textIn(value);
    const url = page.address(address ?? undefined);
    if (url === null || !isStoryPhoto(url, textIn(image['width'], 20))) return [];
    const { caption, credit } = splitCaption(textIn(image['caption'], 2_000) ?? '');
    return [{ url, caption, credit: creditOf(image) ?? credit ?? nameOf(image, linked) }];
  });
}
