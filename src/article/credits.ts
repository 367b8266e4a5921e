import { readByline, readCreditLine } from '../core/credit-line.ts';
import { mergeCredits } from '../core/credit-text.ts';
import { noCredits, type Contributor, type Credits } from '../core/credits.ts';
import { listOf, objectsOf, textIn, typesOf, type LinkedData } from './json-ld.ts';
import { type LinkedArticle } from './linked-article.ts';
import { elsewhere, plain, type Page } from './page.ts';

const creditLines =
  '.credit-line, .creditline, .article-credits, .contributors, .contribution, .article-contributors, .reporting-credits, .tagline';
const lastParagraphs = 4;

function linkedPeople(value: unknown, { resolved }: LinkedArticle): Contributor[] {
  const isHouse = (node: LinkedData) => typesOf(node).some((type) => type.endsWith('Organization'));
  return listOf(value)
    .flatMap((author) => {
      const [node] = objectsOf(author).map(resolved);
      if (node === undefined) return [author];
      return isHouse(node) ? [] : listOf(node['name']);
    })
    .map((name) => textIn(name, 300))
    .filter((name) => name !== null && !/^https?:/iu.test(name))
    .flatMap((name) => readByline(name ?? ''));
}

function creditsOfLine(line: string): Partial<Credits> {
  return readCreditLine(line) ?? { byline: readByline(line) };
}

function bylines(page: Page, linked: LinkedArticle): Partial<Credits> {
  const { $ } = page;
  const texts = (selector: string) =>
    $(selector)
      .slice(0, 50)
      .toArray()
      .filter((element) => !page.isIn(element, elsewhere))
      .slice(0, 10)
      .map((element) => plain($(element).text(), 300) ?? '');
  const marked = texts('.byline, .article-byline, .story-byline, [itemprop="byline"]')[0];
  const sources: (() => Partial<Credits>)[] = [
    () => (marked === undefined ? {} : creditsOfLine(marked)),
    () => ({ byline: linkedPeople(linked.article['author'], linked) }),
    () => ({
      byline: texts(
        '[itemprop="author"] [itemprop="name"], [rel~="author"], [itemprop="author"]',
      ).flatMap(readByline),
    }),
    () => ({
      byline: page
        .metas('author', 'article:author', 'parsely-author', 'dc.creator', 'byl')
        .flatMap(readByline),
    }),
    () => ({
      byline: texts('.author-name, .entry-author, .author').slice(0, 3).flatMap(readByline),
    }),
  ];
  for (const source of sources) {
    const credits = source();
    if (Object.values(credits).some((people) => people.length > 0)) return credits;
  }
  return {};
}

/** Everyone the page names: its byline, its credit lines, and its JSON-LD's editors. */
export function readCredits(
  page: Page,
  linked: LinkedArticle,
  paragraphs: readonly string[],
): Credits {
  const { $ } = page;
  const marked = $(creditLines)
    .slice(0, 5)
    .toArray()
    .map((element) => plain($(element).text(), 1000) ?? '');
  const last = paragraphs.slice(-lastParagraphs);
  const read = [...new Set([...marked, ...last])]
    .map(readCreditLine)
    .filter((credits) => credits !== null);
  const editing = linkedPeople(linked.article['editor'], linked);
  return [bylines(page, linked), ...read, { editing }].reduce<Credits>(
    (all, some) => mergeCredits(all, { ...noCredits, ...some }),
    noCredits,
  );
}
