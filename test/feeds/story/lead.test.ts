import { describe, expect, test } from 'vitest';
import { rss, story } from '../builders.ts';

interface Told {
  summary: string | null;
  dateline: unknown;
  byline: string[];
}

async function told(description: string, content: string | null = null): Promise<Told> {
  const encoded =
    content === null ? '' : `<content:encoded><![CDATA[${content}]]></content:encoded>`;
  const read = await story(
    rss(
      `<item><title>Quay opens</title><description><![CDATA[${description}]]></description>${encoded}</item>`,
      'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
    ),
  );
  return {
    summary: read.summary,
    dateline: read.dateline,
    byline: read.credits.byline.map(({ name }) => name),
  };
}

const boats = 'Boats came. Gulls followed.';

describe('what is no part of a story is no part of its summary', () => {
  test.each([
    'Read more',
    'Read more »',
    'Read more...',
    '[Read more]',
    '<a href="/1">Read the full story on our site</a>',
    'Continue reading → Quay opens',
    'Continue reading Quay opens at Ledger.',
    'Keep reading',
    'Click here to view the original.',
    'View the full post',
    'Learn more',
    'Full story',
    'See also: The old quay',
    'Related: The old quay',
    'Sign up for our newsletter.',
    'Subscribe to The Harbour Ledger for more.',
    'Share this:',
    'Follow us on Facebook and Twitter.',
    'Advertisement',
    'We use cookies to give you the best experience.',
    'All rights reserved.',
    '© 2026 The Harbour Ledger',
    'The post Quay opens appeared first on Ledger.',
    'The post <a href="/1">Quay opens. At last!</a> appeared first on <a href="/">The Harbour Ledger</a>.',
    'This article originally appeared on Ledger.',
    'Filed under: Harbour',
    'Tags: harbour, quay',
    'Source: Harbour Board',
    '[link] [comments]',
    '(more…)',
    'Comments (3)',
    '3 comments',
    'https://ledger.example/1?utm_source=rss',
    'Our Standards: The Harbour Principles.',
    'Weiterlesen',
    'Lesen Sie auch: Der alte Kai',
    'Jetzt abonnieren',
    'Der Beitrag Quay opens erschien zuerst auf Ledger.',
    'Lire la suite',
    'À lire aussi : Le vieux quai',
    'L’article Quay opens est apparu en premier sur Ledger.',
    'Leer más',
    'La entrada Quay opens se publicó primero en Ledger.',
    'Leggi tutto',
    'L’articolo Quay opens proviene da Ledger.',
    'Leia mais',
    'O post Quay opens apareceu primeiro em Ledger.',
    'Lees verder',
    'Het bericht Quay opens verscheen eerst op Ledger.',
    'Läs mer',
    'Czytaj więcej',
    'Читать далее',
    'اقرأ المزيد',
    '続きを読む',
    'By Ana Ruiz',
    'Published May 5, 2026',
    '4 min read',
    '(Reporting by Ana Ruiz; editing by Ben Cho)',
    'Ana Ruiz contributed to this report.',
  ])('the boilerplate %j is no part of the summary', async (boilerplate) => {
    expect((await told(`<p>${boats}</p><p>${boilerplate}</p>`)).summary).toBe(boats);
    expect((await told(`<p>${boilerplate}</p>`, `<p>${boats}</p>`)).summary).toBe(boats);
  });

  test.each([
    ['Boats came. Gulls followed. Read more', boats],
    ['Boats came. Gulls followed. Read more at https://ledger.example/1', boats],
    ['Boats came. Gulls followed. [&#8230;]', 'Boats came.'],
    ['Boats came. Gulls followed [&#8230;] Continue reading', 'Boats came.'],
    ['Boats came. Gulls followed. Sign up here. Follow us on Mastodon.', boats],
    ['Boats came. Gulls followed. https://ledger.example/1', boats],
    ['Boats came. Gulls followed. (https://ledger.example/1)', boats],
    ['Boats came. Gulls followed. <br>Share on Facebook', boats],
    ['Boats came. Gulls followed.<br><br>Photo: Ana Ruiz/Reuters', boats],
    ['<p>(AP Photo/Ana Ruiz)</p><p>Boats came. Gulls followed.</p>', boats],
    ['<p>A boat at the quay. (AP Photo/Ana Ruiz)</p><p>Boats came. Gulls followed.</p>', boats],
    [
      '<p>A boat at the quay. Photograph: Ana Ruiz/Reuters</p><p>Boats came. Gulls followed.</p>',
      boats,
    ],
    ['<p>Key points</p><p>Boats came. Gulls followed.</p>', boats],
    ['<p>Quay opens.</p><p>Boats came. Gulls followed.</p>', boats],
    ['<p>QUAY OPENS</p><p>Boats came. Gulls followed.</p>', boats],
    ['Quay opens. Boats came. Gulls followed.', boats],
    [
      '<p>OBAN (Harbour Wire) - Boats came. Gulls followed. (Reporting by Ana Ruiz (Oban); editing by Ben Cho)</p>',
      boats,
    ],
    [
      'See https://ledger.example/1?utm_source=rss&utm_medium=feed for boats.',
      'See https://ledger.example/1 for boats.',
    ],
    [
      'See https://ledger.example/1?page=2&utm_source=rss for boats.',
      'See https://ledger.example/1?page=2 for boats.',
    ],
  ])('the summary of %j is %j', async (html, summary) => {
    expect((await told(html)).summary).toBe(summary);
  });

  test.each([
    'Read more books, the board says.',
    'Readers came. More books went.',
    'People who read more live longer. So it seems.',
    'Subscribers of the ferry pay less. They came.',
    'Comments on the plan were mixed. Boats came.',
    'For more than a decade, boats came.',
    'The post office opened. Boats came.',
    'Sources close to the board spoke.',
    'The reporting by the board was late. Boats came.',
  ])('a sentence that only begins like an invitation stays: %s', async (text) => {
    expect((await told(text)).summary).toBe(text);
  });
});

describe('a summary of nothing but links is none', () => {
  test.each([
    '<a href="/c">Comments</a>',
    '<p>Article URL: <a href="https://ledger.example/1">https://ledger.example/1</a></p><p>Comments URL: <a href="https://news.example/1">https://news.example/1</a></p><p>Points: 93</p><p># Comments: 18</p>',
    'submitted by <a href="/u/ana">/u/ana</a> to r/harbour <br/> <a href="/1">[link]</a> <a href="/c">[comments]</a>',
    '<a href="https://ledger.example/1">https://ledger.example/1</a>',
    '<img src="https://ledger.example/p.gif?utm_source=rss">',
    'Quay opens',
    'Quay opens…',
    'Read more',
    '<p>Sign up for our newsletter.</p><p>Follow us on Mastodon.</p>',
  ])('%j has no summary', async (html) => {
    expect((await told(html)).summary).toBeNull();
    expect((await told(html, '<p>Boats came.</p>')).summary).toBe('Boats came.');
  });
});

describe('the lead', () => {
  test('dateline and byline are read from the content when the summary has none', async () => {
    const read = await told(
      'Boats came.',
      '<p>By Ana Ruiz</p><p>OBAN (Harbour Wire) - Boats came on Monday.</p>',
    );
    expect(read).toEqual({
      summary: 'Boats came.',
      dateline: { place: 'OBAN', agency: 'Harbour Wire' },
      byline: ['Ana Ruiz'],
    });
  });

  test.each([
    ['Von Ana Ruiz', ['Ana Ruiz']],
    ['Par Ana Ruiz et Ben Cho', ['Ana Ruiz', 'Ben Cho']],
    ['By ANA RUIZ, Associated Press', ['Ana Ruiz']],
    ['By the sea, boats came', []],
  ])('the lead is read after the byline %j', async (line, byline) => {
    expect((await told(`<p>${line}</p><p>Boats came.</p>`)).byline).toEqual(byline);
  });

  test('the feed’s own summary is the lead unless it is cut off', async () => {
    expect((await told('Boats came.', '<p>Gulls followed.</p>')).summary).toBe('Boats came.');
  });

  test('a lead in Japanese, Arabic, Hindi or Thai stays as it is written', async () => {
    for (const text of [
      '港が再開した。船が来た。',
      'أعيد فتح الرصيف. جاءت القوارب؟ نعم.',
      'घाट खुल गया। नावें आईं।',
      'ท่าเรือเปิดแล้ว เรือมา',
    ]) {
      expect((await told(text)).summary).toBe(text);
    }
  });

  test('the lead of a long text is found after styles and pictures', async () => {
    const style = `<style>${'p { margin: 0 }'.repeat(1_000)}</style>`;
    expect((await told(`${style}<p>Boats came.</p>`)).summary).toBe('Boats came.');
    const figure = `<figure><img alt="${'x'.repeat(9_000)}"></figure>`;
    expect((await told(`${figure}<p>Boats came.</p>`)).summary).toBe('Boats came.');
  });
});

test.each([
  'tide '.repeat(100_000),
  '. '.repeat(100_000),
  'Read more '.repeat(30_000),
  '<p>Read more</p>'.repeat(20_000),
  '<p>'.repeat(100_000),
  '<'.repeat(100_000),
  '(Reporting by '.repeat(20_000),
  'https://ledger.example/ '.repeat(10_000),
  '[…] '.repeat(50_000),
  'The post '.repeat(30_000),
  ' appeared first on '.repeat(10_000),
  '船'.repeat(200_000),
])('a hostile text ends at once, within the limit', async (text) => {
  expect((await told(text)).summary?.length ?? 0).toBeLessThanOrEqual(350);
});
