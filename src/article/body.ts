import { readCreditLine, splitDateline } from '../core/credit-line.ts';
import { leadSentences } from '../core/sentences.ts';
import type { Dateline } from '../core/story.ts';
import { textIn } from './json-ld.ts';
import { type LinkedArticle } from './linked-article.ts';
import { textOf, type Page } from './page.ts';

function isLead(text: string): boolean {
  if (text.length < 40 || !/[.!?…。！？]["'”’)]*$/u.test(text)) return false;
  return (
    readCreditLine(text) === null &&
    !/^(?:photo|credit|image|updated|published|advertisement)\b/iu.test(text)
  );
}

const dateAtEnd =
  /(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? )?[a-z]{3,9}\.? \d{1,2},? \d{4},?(?: at)? \d{1,2}:\d{2} ?(?:[ap]\.?m\.?)? ?[a-z]{1,5}$/iu;

/** The date, time and zone that a line ends in, `null` when it ends otherwise. */
export function printedDate(line: string): string | null {
  return dateAtEnd.exec(line)?.[0] ?? null;
}

const dateInLine =
  /(?:^|[ ,|–—-]+)(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d|\d{1,2}[ :./]).*$/iu;

/** The place of a line of its own, as "PORT ELLEN Thu May 5, 2011 4:29pm EDT". */
function printedPlace(all: readonly string[]): string | null {
  const line = all.slice(0, 8).find((text) => text.length <= 100 && printedDate(text) !== null);
  return line !== undefined && /^\p{Lu}{2}/u.test(line) ? markedPlace(line) : null;
}

function markedPlace(text: string | null): string | null {
  const line = text?.replace(dateInLine, '').replace(/[\s,–—-]+$/u, '') ?? '';
  return line !== '' && line.length <= 60 && /^[\p{Lu}\p{Lo}]/u.test(line) ? line : null;
}

/** The summary of the article by its first sentences, and the dateline that stood before them. */
export interface Lead {
  summary: string | null;
  dateline: Dateline | null;
}

/** Reads the lead: from the article's own paragraphs, else from its description. */
export function readLead(page: Page, { article }: LinkedArticle, all: readonly string[]): Lead {
  const leads = all.filter(isLead);
  const dated = leads.slice(0, 6).findIndex((text) => splitDateline(text) !== null);
  const first = leads[Math.max(0, dated)];
  const after = first === undefined ? [] : all.slice(all.indexOf(first) + 1);
  const end = after.findIndex((text) => readCreditLine(text) !== null);
  const rest = (end < 0 ? after : after.slice(0, end)).filter(isLead);
  const description =
    textIn(article['description']) ??
    page.meta('og:description', 'description', 'twitter:description');
  const split = first === undefined ? null : splitDateline(first);
  const text =
    first === undefined ? description : [split?.rest ?? first, ...rest.slice(0, 2)].join(' ');
  const fromDescription = first === undefined && text ? splitDateline(text) : null;
  const dateline = split?.dateline ?? fromDescription?.dateline ?? null;
  const said = splitDateline(`${textIn(article['dateline'], 100) ?? ''} — .`)?.dateline ?? null;
  const marked =
    markedPlace(
      textOf(page.$('.dateline, [itemprop="dateline"], .article-location, .location'), 200),
    ) ?? printedPlace(all);
  const place = dateline?.place ?? said?.place ?? textIn(article['dateline'], 60) ?? marked;
  const agency = dateline?.agency ?? said?.agency ?? null;
  return {
    summary: text ? leadSentences(fromDescription?.rest ?? text) : null,
    dateline: place === null && agency === null ? null : { place, agency },
  };
}
