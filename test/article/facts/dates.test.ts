import { expect, test } from 'vitest';
import { readArticle } from '../../../src/article/index.ts';
import { linked, page, story } from '../pages.ts';

const article = (data: Record<string, unknown>) => linked({ '@type': 'NewsArticle', ...data });
const head = (line: string) => `<h1>Old ferry sinks</h1>${line}`;

test.each([
  [
    '"article:published:time"',
    '<meta property="article:published:time" content="2026-05-05T15:48:15+00:00">',
    '2026-05-05T15:48:15Z',
  ],
  [
    '"dcterms.issued"',
    '<meta name="dcterms.issued" content="2026-05-05T15:48Z">',
    '2026-05-05T15:48:00Z',
  ],
  [
    'a ClaimReview, not from its claim',
    linked({
      '@graph': [
        {
          '@type': 'ClaimReview',
          itemReviewed: { '@type': 'Claim', datePublished: '2026-05-01' },
          datePublished: '2026-05-05 15:44',
          url: '/checks/1',
        },
      ],
    }),
    '2026-05-05T15:44:00Z',
  ],
  [
    'a WebPage where nothing calls itself an article',
    linked({ '@type': 'WebPage', datePublished: '2026-05-05T15:44:00+02:00' }),
    '2026-05-05T13:44:00Z',
  ],
  [
    'linked data without a zone, by a zoned one of the same clock',
    `<meta name="date" content="2026-05-05T20:59:59+02:00">${article({ datePublished: '2026-05-05 20:59:59.0' })}`,
    '2026-05-05T18:59:59Z',
  ],
  [
    'linked data without a zone, by a zoned one of the same moment',
    `<meta property="article:published_time" content="2026-05-05T18:59:59Z">${article({ datePublished: '2026-05-05T20:59:59' })}`,
    '2026-05-05T18:59:59Z',
  ],
  [
    'linked data without a zone beside another time of day',
    `<meta property="article:published_time" content="2026-05-05T18:12:03Z">${article({ datePublished: '2026-05-05T20:59:59' })}`,
    '2026-05-05T20:59:59Z',
  ],
  [
    'linked data without a zone, by the zone of a change at the same minute',
    `<meta property="og:updated_time" content="2026-05-05T15:44:29+02:00">${article({ datePublished: '2026-05-05 15:44' })}`,
    '2026-05-05T13:44:29Z',
  ],
  [
    'a German date and time',
    head('<div class="lineinfo">Di 05.05.26 | 14:07 Uhr</div>'),
    '2026-05-05T14:07:00Z',
  ],
  [
    'a month in words',
    head('<span class="meta_date">erstellt: 05. Mai 2026, 15:25</span>'),
    '2026-05-05T15:25:00Z',
  ],
  [
    'a month before the day, with an ordinal',
    head('<div class="postmeta">posted on Tuesday, May 5th, 2026 in Harbours</div>'),
    '2026-05-05T00:00:00Z',
  ],
  [
    'a month before the day, with the time of a zone',
    head('<p class="posted">By Ana Ruiz | Tuesday May 5, 2026 @ 6:43pm EDT</p>'),
    '2026-05-05T22:43:00Z',
  ],
  [
    'a short month and a time without a zone',
    head('<span class="date">Sep. 21, 2025, 3:17 PM</span>'),
    '2025-09-21T15:17:00Z',
  ],
  [
    'a day with a month in capitals, and the time of a zone',
    head('<span class="fecha">5 MAY 2026 - 12:14 CEST</span>'),
    '2026-05-05T10:14:00Z',
  ],
  [
    'a date for machines after a label',
    head('<p class="date">기사입력 2026-05-05 03:00:00 기사수정 2026-05-05 04:00:00</p>'),
    '2026-05-05T03:00:00Z',
  ],
  [
    'the time that is printed, where meta has the day alone',
    `<meta name="date" content="2026-05-05">${head('<span class="date">May 5, 2026, 3:17 PM</span>')}`,
    '2026-05-05T15:17:00Z',
  ],
  [
    'meta’s day, where another day’s time is printed',
    `<meta name="date" content="2026-05-05">${head('<span class="date">May 7, 2026, 3:17 PM</span>')}`,
    '2026-05-05T00:00:00Z',
  ],
  [
    'a day alone',
    head('<span class="tarih">05.05.2026 - Güncelleme : 06.05.2026</span>'),
    '2026-05-05T00:00:00Z',
  ],
  [
    '"publish_date"',
    '<meta name="publish_date" content="Tue, 05 May 2026 08:10:27 GMT">',
    '2026-05-05T08:10:27Z',
  ],
  [
    'an abbreviation with the time for machines',
    head('<cite>Harbour Wire – <abbr title="2026-05-05T01:40:40Z">1 hr 4 mins ago</abbr></cite>'),
    '2026-05-05T01:40:40Z',
  ],
  [
    'a short American date with its time',
    head('<span class="published">5/09/26 8:00am</span>'),
    '2026-05-09T08:00:00Z',
  ],
  [
    'the byline',
    head('<div class="FeatureByline">By <b>Ana Ruiz</b><br>May 5, 2026</div>'),
    '2026-05-05T00:00:00Z',
  ],
  [
    'a date below the standfirst',
    head('<h2>Nobody was aboard it</h2><p class="posted">Posted May 5, 2026</p>'),
    '2026-05-05T00:00:00Z',
  ],
  [
    'the article, where a video beside it has another',
    `<div class="player-x"><h2>Gulls in a gale</h2><p class="player-x__posted">By Ben Cho <span class="long_date">on Jun 30, 2014</span></p></div>${head('<p class="posted">Posted May 5, 2026</p>')}`,
    '2026-05-05T00:00:00Z',
  ],
])('the date is read from %s', async (_, html, at) => {
  const { publishedAt } = await readArticle(page(`${html}<article>${story}</article>`));
  expect(publishedAt === null ? null : new Date(publishedAt)).toEqual(new Date(at));
});

test('a date in the text is not the article’s', async () => {
  const text = `<p>On 5. Mai 2026, 14:00, the ferry sank, and nobody had expected it at all at the time of day that it did.</p>${story}`;
  expect((await readArticle(page(`<article>${text}</article>`))).publishedAt).toBeNull();
});

test('the date before the text, with its year, is the article’s', async () => {
  const html = `<article>${story.replace('<p>', '<p>OBAN, May 5, 2026 -- ')}</article>`;
  const { publishedAt } = await readArticle(page(html));
  expect(publishedAt).toBe(Date.UTC(2026, 4, 5));
});

test.each([
  ['https://ledger.example/2026/05/05/ferry-sinks', Date.UTC(2026, 4, 5)],
  ['https://ledger.example/news/2026/5/5/ferry.html', Date.UTC(2026, 4, 5)],
  ['https://ledger.example/2026/may/05/ferry-sinks', Date.UTC(2026, 4, 5)],
  ['https://ledger.example/news/2026-05-05-ferry-sinks', Date.UTC(2026, 4, 5)],
  ['https://ledger.example/2026/05/ferry-sinks', null],
  ['https://ledger.example/2026/15/35/ferry-sinks', null],
  ['https://ledger.example/ferry/20260505', null],
])('an address with the day tells it where the page does not: %s', async (url, at) => {
  expect((await readArticle(page(`<article>${story}</article>`, url))).publishedAt).toBe(at);
});
