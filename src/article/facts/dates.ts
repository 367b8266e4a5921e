import { dayMs } from '../../core/time/duration.ts';
import { parsePublicationDate } from '../../core/time/publication-date.ts';
import { markupWords } from '../../text/markup-words.ts';
import { textIn } from '../page/json-ld.ts';
import type { LinkedArticle } from '../page/linked-article.ts';
import { isElement, oneLine, outsideArticle, type Page } from '../page/page.ts';
import { addressDate } from './address-date.ts';
import { isOfAnother } from './other-story.ts';
import { leadDate, printedDate } from '../text/printed-date.ts';

/** When an article was published and last changed; `null` where its page does not say. */
export interface PageDates {
  published: number | null;
  updated: number | null;
}

const publishedNames = [
  ['article:published_time', 'og:article:published_time', 'article:published:time'],
  ['article:published', 'og:published_time', 'article.published', 'datepublished'],
  ['parsely-pub-date', 'pubdate', 'publishdate', 'publish-date', 'publication_date', 'pub_date'],
  [
    'dc.date.issued',
    'dcterms.issued',
    'dcterms.created',
    'dc.date',
    'dcterms.date',
    'dc.date.created',
  ],
  ['publish_date', 'published_date', 'date_published', 'published_at', 'publication-date'],
  ['date', 'sailthru.date', 'cxenseparse:recs:publishtime', 'article.created', 'creation_date'],
].flat();
const updated = [
  ['article:modified_time', 'article:modified:time', 'og:updated_time', 'lastmod'],
  ['last-modified', 'dcterms.modified', 'article.updated'],
].flat();
const halfHour = 1_800_000;
const farthestZone = 14 * 3_600_000;
const mostElements = 40;

const dateNames = new Set(
  'date dateline datum dato datetime timestamp time pubdate published publication posted postmeta fecha tarih meta info'.split(
    ' ',
  ),
);
/** A quick look for elements with one of these names. */
const mayBeDated = ['dat', 'time', 'publish', 'post', 'fecha', 'tarih', 'meta', 'info']
  .map((part) => `[class*="${part}" i]`)
  .join(', ');

type Said = string | null | undefined;

const zone = /\d(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})$/iu;
const timeOfDay = /\d{1,2}:\d{2}/u;

/**
 * The first date that can be read. One without a zone is read in the zone of another that means the
 * same moment: by the same clock, or a number of half hours away.
 */
function firstDate(texts: readonly Said[], others: readonly Said[] = []): number | null {
  const said = texts
    .map((text) => text?.trim() ?? '')
    .filter((text) => parsePublicationDate(text) !== null);
  const [first] = said;
  if (first === undefined) return null;
  const at = parsePublicationDate(first);
  if (at === null || zone.test(first) || !timeOfDay.test(first)) return at;
  const zoned = [...said, ...others]
    .filter((text) => zone.test(text?.trim() ?? ''))
    .map((text) => text?.trim() ?? '');
  const sameClock = zoned.find((text) => clock(text) === clock(first));
  const shifted = zoned.slice(0, said.length).find((text) => {
    const apart = Math.abs((parsePublicationDate(text) ?? Infinity) - at);
    return said.includes(text) && apart <= farthestZone && apart % halfHour < 1000;
  });
  return parsePublicationDate(sameClock ?? shifted ?? first);
}

/** "2026-05-05T15:44": what a clock on the wall shows. */
function clock(text: string): string {
  return text.replace(' ', 'T').slice(0, 16);
}

/** Dates in text: elements whose class names call them dates, then the first short paragraphs. */
function printedDates(
  { $, isIn }: Page,
  paragraphs: readonly string[],
  headline: string | null,
): (string | null)[] {
  const textsOf = (selector: string, isCalled: (names: string | undefined) => boolean) =>
    $(selector)
      .slice(0, mostElements * 3)
      .toArray()
      .filter(isElement)
      .filter((element) => element.name === 'time' || isCalled(element.attribs['class']))
      .slice(0, mostElements)
      .filter((element) => !isIn(element, outsideArticle) && !isOfAnother(element, headline))
      .map((element) => oneLine($(element).text().slice(0, 800), 120) ?? '');
  const marked = textsOf(`time, ${mayBeDated}`, isDateName);
  // The day of a byline, where nothing else has a date: others have its time too.
  const signed = textsOf('[class*="byline" i]', () => true);
  const lines = paragraphs.slice(0, 8).filter((text) => text.length <= 100);
  return [
    ...[...marked, ...lines, ...signed].map(printedDate),
    ...paragraphs.slice(0, 3).map(leadDate),
  ];
}

/** What microformats keep the time for machines in. */
function machineTitle({ $, isIn }: Page): string | null {
  const found = $('abbr[title^="19"], abbr[title^="20"]')
    .slice(0, mostElements)
    .toArray()
    .find((element) => !isIn(element, outsideArticle));
  return found?.attribs['title'] ?? null;
}

function isDateName(names: string | undefined): boolean {
  const words = markupWords(names);
  return [...dateNames].some((word) => words.has(word));
}

/** Reads when the article was published and changed: linked data, `meta`, marked elements, print, the address. */
export function readDates(
  page: Page,
  { article }: LinkedArticle,
  paragraphs: readonly string[],
  headline: string | null,
): PageDates {
  const { $ } = page;
  const attribute = (selector: string) => {
    const found = $(selector)
      .slice(0, 20)
      .toArray()
      .filter(isElement)
      .find((element) => !page.isIn(element, outsideArticle));
    return found?.attribs['datetime'] ?? found?.attribs['content'];
  };
  const changes = [
    textIn(article['dateModified']),
    ...page.metas(...updated).slice(0, 5),
    attribute('[itemprop="dateModified"], time.updated'),
  ];
  const first = [
    textIn(article['datePublished']),
    ...page.metas(...publishedNames).slice(0, 10),
    attribute('[itemprop="datePublished"]'),
    attribute('time[pubdate], time.published, time.entry-date, article time[datetime]'),
  ];
  const at = firstDate(first, changes);
  const printed = at === null || isDay(at) ? printedDates(page, paragraphs, headline) : [];
  const published =
    at ??
    firstDate([attribute('time[datetime]'), machineTitle(page), ...printed], changes) ??
    addressDate(page.url);
  return {
    published: published === null ? null : timed(published, printed),
    updated: firstDate(changes, first),
  };
}

function isDay(at: number): boolean {
  return at % dayMs === 0;
}

/** A day with the time that the page prints beside the same day. */
function timed(at: number, printed: readonly (string | null)[]): number {
  if (!isDay(at)) return at;
  const times = printed.map((text) => (text === null ? null : parsePublicationDate(text)));
  return times.find((time) => time !== null && time > at && time < at + dayMs) ?? at;
}
