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
