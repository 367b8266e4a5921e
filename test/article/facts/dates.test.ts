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
])('the date is read from %s', async (_, html, at) => {
  const { publishedAt } = await readArticle(page(`${html}<article>${story}</article>`));
  expect(publishedAt === null ? null : new Date(publishedAt)).toEqual(new Date(at));
});

test('a date in the text is not the article’s', async () => {
  const text = `<p>On 5. Mai 2026, 14:00, the ferry sank, and nobody had expected it at all at the time of day that it did.</p>${story}`;
  expect((await readArticle(page(`<article>${text}</article>`))).publishedAt).toBeNull();
});
