import { readByline } from '../../credits/line/byline.ts';
import { readCreditLine } from '../../credits/line/credit-line.ts';
import { sameName } from '../../core/story/same-person.ts';
import { mergeCredits } from '../../credits/merge.ts';
import { noCredits, type Contributor, type Credits } from '../../core/story/credits.ts';
import { bylineOf } from './byline.ts';
import { listOf, objectsOf, textIn, typesOf, type LinkedData } from '../page/json-ld.ts';
import type { LinkedArticle } from '../page/linked-article.ts';
import { outsideArticle, isElement, oneLine, type Element, type Page } from '../page/page.ts';

const bylines = '.byline, .article-byline, .story-byline, [itemprop="byline"]';
const likeBylines =
  '[class*="byline" i], [class*="by-line" i], [data-testid*="byline" i], [data-component*="byline" i]';
/** Where a line that begins with "By" may stand by itself. */
const lines = 'p, address, li, i, em, h2, h3, h4, h5, h6';
const creditLines =
  '.credit-line, .creditline, .article-credits, .contributors, .contribution, .article-contributors, .reporting-credits, .tagline, ' +
  '[class*="sign-off" i], [class*="signoff" i], [class*="contributor" i], [class*="credit-line" i], [class*="trust-badge" i]';
const lastParagraphs = 4;
const longestByline = 150;

function linkedPeople(value: unknown, { resolved }: LinkedArticle): Contributor[] {
  const isHouse = (node: LinkedData) => typesOf(node).some((type) => type.endsWith('Organization'));
  return listOf(value)
    .flatMap((author) => {
      const [node] = objectsOf(author).map(resolved);
      if (node === undefined) return [author];
      return isHouse(node) ? [] : listOf(node['name']);
    })
    .map((name) => textIn(name, 300))
    .filter((name) => name !== null && !/^(?:https?:|\/|www\.)/iu.test(name))
    .flatMap((name) => readByline(name ?? ''));
}

function readBylines(page: Page, linked: LinkedArticle): Partial<Credits> {
  const { $ } = page;
  const found = (selector: string): Element[] =>
    $(selector)
      .slice(0, 50)
      .toArray()
      .filter(isElement)
      .filter((element) => !page.isIn(element, outsideArticle))
      .slice(0, 10);
  const texts = (selector: string) =>
    found(selector).map((element) => oneLine($(element).text(), 300) ?? '');
  const blocks = (selector: string) => () => {
    const elements = found(selector);
    const first = elements.find((element) => hasPeople(bylineOf(page, element)));
    return elements
      .filter(({ parent }) => parent !== null && parent === first?.parent)
      .map((element) => ({ ...noCredits, ...bylineOf(page, element) }))
      .reduce(mergeCredits, noCredits);
  };
  const saysBy = () =>
    $(lines)
      .slice(0, 80)
      .toArray()
      .filter((element) => !page.isIn(element, outsideArticle))
      .map(
        (element) =>
          oneLine(
            $(element)
              .text()
              .slice(0, longestByline * 2),
            longestByline,
          ) ?? '',
      )
      .filter((text) => text.length < longestByline && /^by:? ?\p{L}/iu.test(text))
      .map((text) => readCreditLine(text)?.byline ?? [])
      .find((people) => people.length > 0) ?? [];
  const labelled = [1, 2]
    .filter((n) => /^(?:written )?by$|^author/iu.test(page.meta(`twitter:label${n}`) ?? ''))
    .map((n) => page.meta(`twitter:data${n}`) ?? '');
  const sources: (() => Partial<Credits>)[] = [
    blocks(bylines),
    () => ({ byline: linkedPeople(linked.article['author'] ?? linked.article['creator'], linked) }),
    () => ({ byline: saysBy() }),
    blocks(likeBylines),
    () => ({
      byline: texts(
        '[itemprop="author"] [itemprop="name"], [rel~="author"], [itemprop="author"]',
      ).flatMap(readByline),
    }),
    () => ({
      byline: page
        .metas('author', 'article:author', 'parsely-author', 'dc.creator', 'sailthru.author', 'byl')
        .concat(labelled)
        .flatMap(readByline),
    }),
    () => ({
      byline: texts('.author-name, .entry-author, .author').slice(0, 3).flatMap(readByline),
    }),
  ];
  const site = page.meta('og:site_name');
  for (const source of sources) {
    const credits = withoutHouse(source(), site);
    if (hasPeople(credits)) return credits;
  }
  return {};
}

/** The site's own name signs nothing. */
function withoutHouse(credits: Partial<Credits>, site: string | null): Partial<Credits> {
  if (site === null || credits.byline === undefined) return credits;
  const bare = (name: string) => name.replace(/^the /iu, '');
  return {
    ...credits,
    byline: credits.byline.filter(({ name }) => !sameName(bare(name), bare(site))),
  };
}

function hasPeople(credits: Partial<Credits>): boolean {
  return Object.values(credits).some((people) => people.length > 0);
}

/** Everyone the page names: its byline, its credit lines, and its linked data's editors. */
export function readCredits(
  page: Page,
  linked: LinkedArticle,
  paragraphs: readonly string[],
): Credits {
  const { $ } = page;
  const marked = $(creditLines)
    .slice(0, 10)
    .toArray()
    .filter((element) => !page.isIn(element, outsideArticle))
    .map((element) => oneLine($(element).text(), 1000) ?? '');
  const read = [...new Set([...marked, ...paragraphs.slice(-lastParagraphs)])]
    .map(readCreditLine)
    .filter((credits) => credits !== null);
  const editing = linkedPeople(linked.article['editor'], linked);
  const additionalReporting = linkedPeople(linked.article['contributor'], linked);
  return [readBylines(page, linked), ...read, { editing, additionalReporting }].reduce<Credits>(
    (all, some) => mergeCredits(all, { ...noCredits, ...some }),
    noCredits,
  );
}
