import { isAgency } from '../../credits/names/agencies.ts';
import { nameKey } from '../../core/story/same-person.ts';
import { objectsOf, textIn } from '../page/json-ld.ts';
import type { LinkedArticle } from '../page/linked-article.ts';
import type { Page } from '../page/page.ts';

/** A name's letters and figures alone, without "the": "The Harbour-Ledger" and "harbourledger" are one. */
function letters(name: string): string {
  return nameKey(name)
    .replace(/^(?:the|der|die|das|le|la|les|el|il) /u, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** The names of a page's address: "ledger.example.com" is called "ledger.example.com" and "ledger". */
function hostNames(url: string): string[] {
  const labels = new URL(url).hostname.replace(/^(?:www|m|amp|edition|news)\./u, '').split('.');
  return [
    labels.join('.'),
    labels.length > 2 && (labels.at(-2)?.length ?? 0) > 3 ? labels.at(-2) : labels[0],
  ].filter((name) => name !== undefined && name.length > 1) as string[];
}

/**
 * Whether a name is the publisher's own, in any spelling: its title, its domain with or without
 * its ending, and either with the name of a desk or a region after it.
 */
export function publisherTest(
  page: Page,
  { article, resolved }: LinkedArticle,
): (name: string) => boolean {
  const [publisher] = objectsOf(article['publisher']).map(resolved);
  const titles = page
    .metas(
      'og:site_name',
      'application-name',
      'apple-mobile-web-app-title',
      'twitter:app:name:iphone',
      'copyright',
    )
    .concat(textIn(publisher?.['name'], 100) ?? [])
    .filter((title) => title.length <= 60);
  const hosts = hostNames(page.url);
  const own = new Set([...titles, ...hosts].map(letters).filter((name) => name.length > 1));
  return (written) => {
    const name = written.replace(/^(?:by|von|par|por|di|door) /iu, '');
    const key = letters(name);
    if (titles.some((title) => letters(title) === key)) return true;
    const words = name.split(' ');
    const isPerson = words.length > 1 && words.length < 4;
    if (own.has(key) && !isPerson) return true;
    if (own.has(key) && isPerson)
      return !hosts.some((host) => letters(host) === key) || isAgency(name);
    const [first = ''] = words;
    const isSpelled = /^(?:\p{Lu}[\p{Lu}\d]+|\P{L}+)$/u.test(first);
    return words.length > 1 && own.has(letters(first)) && (isSpelled || isAgency(name));
  };
}
