import { readCreditLine } from '../../credits/line/credit-line.ts';
import { mergeCredits } from '../../credits/merge.ts';
import { noCredits, type Credits } from '../../core/story/credits.ts';
import type { Byline } from './byline.ts';
import { linkedPeople, nobody, readBylines } from './bylines.ts';
import { endSignature } from './end-signature.ts';
import type { LinkedArticle } from '../page/linked-article.ts';
import { outsideArticle, oneLine, type Page } from '../page/page.ts';

const creditLines =
  '.credit-line, .creditline, .article-credits, .contributors, .contribution, .article-contributors, .reporting-credits, .tagline, ' +
  '[class*="sign-off" i], [class*="signoff" i], [class*="contributor" i], [class*="credit-line" i], [class*="trust-badge" i]';
const lastParagraphs = 4;
/** "PHOTOS: Storm over the Isles": where a link leads. */
const gallery = /^(?:photos|pictures|videos?|gallery):.*\s(?:the|an?|of|in|on|from|at)\s/iu;

/** Everyone a page names, and the news agency that signs in a person's stead. */
export interface PageCredits {
  credits: Credits;
  agency: string | null;
}

/** Everyone the page names: its byline, its credit lines, and its linked data's editors. */
export function readCredits(
  page: Page,
  linked: LinkedArticle,
  paragraphs: readonly string[],
): PageCredits {
  const { $ } = page;
  const marked = $(creditLines)
    .slice(0, 10)
    .toArray()
    .filter((element) => !page.isIn(element, outsideArticle))
    .map((element) => oneLine($(element).text(), 1000) ?? '');
  const read = [...new Set([...marked, ...paragraphs.slice(-lastParagraphs)])]
    .filter((line) => !gallery.test(line))
    .map(readCreditLine)
    .filter((credits) => credits !== null);
  const people = (key: string) => linkedPeople(linked.article[key], linked).people;
  const signed = readBylines(page, linked);
  const ending = isSigned(signed) ? nobody : endSignature(paragraphs);
  // A line like a byline at the end belongs to the next article where this one is signed.
  const lines = isSigned(signed) ? read.map((line) => ({ ...line, byline: [] })) : read;
  const editing = people('editor');
  const additionalReporting = people('contributor');
  const all = [signed.credits, ending.credits, ...lines, { editing, additionalReporting }];
  const credits = all.reduce<Credits>(
    (merged, some) => mergeCredits(merged, { ...noCredits, ...some }),
    noCredits,
  );
  return {
    credits,
    agency: credits.byline.length > 0 ? null : (signed.agency ?? ending.agency),
  };
}

function isSigned({ credits }: Byline): boolean {
  return (credits.byline ?? []).length > 0;
}
