import { objectsOf, textIn } from '../page/json-ld.ts';
import type { LinkedArticle } from '../page/linked-article.ts';
import type { Page } from '../page/page.ts';

const bare = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** The site's names as letters alone, in lower case: its own, its publisher's, those in its host's. */
export function siteNames(page: Page, { article, resolved }: LinkedArticle): string[] {
  const publisher = objectsOf(article['publisher']).map((node) => textIn(resolved(node)['name']));
  const labels = new URL(page.url).hostname.split('.').slice(0, -1);
  return [page.meta('og:site_name', 'application-name'), ...publisher, ...labels]
    .map((name) => bare(name ?? ''))
    .filter((name) => name.length > 2);
}
