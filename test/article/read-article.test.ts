import { describe, expect, test } from 'vitest';
import { readArticle } from '../../src/article/index.ts';
import { address, linked, page, printedPage } from './pages.ts';

describe('a page of the 2010s, all printed words', async () => {
  const facts = await readArticle(page(printedPage));

  test('gives its headline, address and first sentences without the dateline', async () => {
    expect(facts.headline).toBe('Old ferry sinks at its mooring');
    expect(facts.url).toBe(address);
    expect(facts.summary).toBe(
      "The oldest ferry of the island line sank at its mooring on Thursday, to nobody's surprise. Mr. Falk, who sold tickets for it, called it a fine day for swimming. Nobody was aboard.",
    );
  });

  test('gives place, agency and the instant, by the summer time of its zone', async () => {
    expect(facts.dateline).toEqual({ place: 'PORT ELLEN', agency: 'Harbour Wire' });
    expect(facts.publishedAt).toBe(Date.UTC(2011, 4, 5, 20, 29));
  });

  test('gives the photo with its caption and credit apart', async () => {
    expect(facts.photo).toEqual({
      url: 'https://ledger.example/pictures/ferry-1200x630.jpg',
      caption: 'The ferry leans against the quay on Thursday.',
      credit: { photographer: 'Chen Li', agency: 'Harbourpix' },
    });
  });

  test('names everyone: byline, reporting, additional reporting, editing', async () => {
    const names = (role: keyof typeof facts.credits) =>
      facts.credits[role].map((person) => (typeof person === 'string' ? person : person.name));
    expect(names('byline')).toEqual(['Ana Ruiz', 'Ben Cho']);
    expect(names('reporting')).toEqual(['Ana Ruiz']);
    expect(facts.credits.additionalReporting).toEqual([{ name: 'Dora Falk', place: 'Oban' }]);
    expect(names('editing')).toEqual(['Emil Hart', 'Fay Moss']);
    expect(names('verbatim')).toEqual([]);
  });

  test('gives topics, comment policy, count, and the feed of its own comments', async () => {
    expect(facts.topics).toEqual(['Ferries', 'Harbour']);
    expect(facts.commentPolicy).toEqual({
      text: 'Readers may write under this story for a week. For the rules see our comment policy.',
      url: 'https://ledger.example/rules',
    });
    expect(facts.commentCount).toBe(3);
    expect(facts.commentsOnPage).toBe(true);
    expect(facts.commentLinks).toEqual({
      feed: 'https://ledger.example/news/ferry-sinks/feed/',
      atomFeed: 'https://ledger.example/news/ferry-sinks/feed/atom/',
      page: null,
    });
  });
});

test('JSON-LD is read through its graph and references, entities decoded', async () => {
  const facts = await readArticle(
    page(
      `<head>${linked({
        '@graph': [
          { '@type': 'WebPage', '@id': address },
          { '@type': 'Person', '@id': '#ana', name: 'Ana Ruiz' },
          {
            '@type': ['NewsArticle'],
            mainEntityOfPage: { '@id': address },
            headline: 'Ferry &amp; quay',
            datePublished: '2011-05-05T16:29:00-04:00',
            dateModified: '2011-05-06T08:00:00Z',
            author: [
              { '@id': '#ana' },
              { '@type': 'Organization', name: 'The Harbour Ledger' },
              'Ben Cho',
            ],
            editor: { '@type': 'Person', name: 'Emil Hart' },
            image: [
              {
                '@type': 'ImageObject',
                url: '/pictures/f.jpg',
                caption: 'A ferry. HARBOURPIX/Chen Li',
              },
            ],
            keywords: 'Ferries, Harbour,ferries',
            articleSection: 'Islands',
            commentCount: '12',
            discussionUrl: '/talk/1',
            dateline: 'PORT ELLEN, Scotland',
            description: 'A ferry sank. It was old.',
          },
        ],
      })}</head>`,
    ),
  );
  expect(facts).toMatchObject({
    headline: 'Ferry & quay',
    publishedAt: Date.UTC(2011, 4, 5, 20, 29),
    updatedAt: Date.UTC(2011, 4, 6, 8),
    dateline: { place: 'PORT ELLEN, Scotland', agency: null },
    photo: {
      url: 'https://ledger.example/pictures/f.jpg',
      caption: 'A ferry.',
      credit: { photographer: 'Chen Li', agency: 'HARBOURPIX' },
    },
    topics: ['Ferries', 'Harbour'],
    commentCount: 12,
    commentLinks: { page: 'https://ledger.example/talk/1' },
    summary: 'A ferry sank. It was old.',
  });
  expect(facts.credits.byline.map(({ name }) => name)).toEqual(['Ana Ruiz', 'Ben Cho']);
  expect(facts.credits.editing.map(({ name }) => name)).toEqual(['Emil Hart']);
});

test.each([
  ['a string', 'Ana Ruiz'],
  ['an object', { '@type': 'Person', name: 'Ana Ruiz' }],
  ['a list', [{ name: 'Ana Ruiz' }]],
  ['an object with a list of names', { name: ['Ana Ruiz'] }],
])('a JSON-LD author is read as %s', async (_, author) => {
  const facts = await readArticle(page(linked({ '@type': 'NewsArticle', author })));
  expect(facts.credits.byline).toEqual([{ name: 'Ana Ruiz', place: null }]);
});

test.each([
  ['<meta name="author" content="Ana Ruiz">'],
  [
    '<meta property="article:author" content="https://ledger.example/ana"><meta name="author" content="Ana Ruiz">',
  ],
  ['<a rel="author" href="/ana">Ana Ruiz</a>'],
  ['<div class="byline">By <a href="/ana">Ana Ruiz</a>, Harbour Correspondent</div>'],
  ['<span itemprop="author"><span itemprop="name">Ana Ruiz</span></span>'],
])('a byline is found in %s', async (html) => {
  expect((await readArticle(page(html))).credits.byline).toEqual([
    { name: 'Ana Ruiz', place: null },
  ]);
});

test('a broken JSON-LD block is skipped, the next one is read', async () => {
  const html = `<script type="application/ld+json">{"@type": "NewsArticle", </script>${linked({ '@type': 'Article', headline: 'Ferry' })}`;
  expect((await readArticle(page(html))).headline).toBe('Ferry');
});

test('JSON-LD with raw line breaks in its strings is read all the same', async () => {
  const html =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Old\nferry"}</script>';
  expect((await readArticle(page(html))).headline).toBe('Old ferry');
});

test('the article that speaks of this page is chosen before other articles in JSON-LD', async () => {
  const html = linked([
    { '@type': 'NewsArticle', url: 'https://ledger.example/other', headline: 'Other' },
    { '@type': 'NewsArticle', url: address, headline: 'This' },
  ]);
  expect((await readArticle(page(html))).headline).toBe('This');
});

test('addresses that are not http are dropped', async () => {
  const facts = await readArticle(
    page(
      '<link rel="canonical" href="javascript:alert(1)"><meta property="og:image" content="data:image/png;base64,AA">' +
        '<link rel="replies" type="application/atom+xml" href="file:///etc/passwd"><p class="comment-policy">Be kind. <a href="javascript:x()">comment policy</a></p>',
    ),
  );
  expect(facts.url).toBe(address);
  expect(facts.photo).toBeNull();
  expect(facts.commentLinks.feed).toBeNull();
  expect(facts.commentPolicy).toEqual({ text: 'Be kind. comment policy', url: null });
});

test('a canonical link to the front page is not believed', async () => {
  expect(
    (await readArticle(page('<link rel="canonical" href="https://ledger.example/">'))).url,
  ).toBe(address);
});

describe('a page of bare paragraphs, without a class or a meta element', async () => {
  const facts = await readArticle(
    page(
      `<h1>Old ferry sinks</h1><p>PORT ELLEN Thu May 5, 2011 4:29pm EDT</p>
      <p>A ferry leans against the quay in Port Ellen on Thursday.</p><p>Credit: Harbourpix/Chen Li</p>
      <p>PORT ELLEN (Harbour Wire) - The oldest ferry of the line sank on Thursday. It was empty.</p>
      <p>(Reporting by Ana Ruiz; editing by Ben Cho)</p>
      <p>We welcome comments that add to the story.</p>
      <div class="comments"><div class="comment"><b class="author">Dora</b><i class="date">May 6, 2012 4:29pm EDT</i></div></div>`,
    ),
  );

  test('gives date and place of the line of their own', async () => {
    expect(facts.publishedAt).toBe(Date.UTC(2011, 4, 5, 20, 29));
    expect(facts.dateline).toEqual({ place: 'PORT ELLEN', agency: 'Harbour Wire' });
  });

  test('gives the caption that stands before its credit, and a lead without them', async () => {
    expect(facts.photo).toEqual({
      url: null,
      caption: 'A ferry leans against the quay in Port Ellen on Thursday.',
      credit: { photographer: 'Chen Li', agency: 'Harbourpix' },
    });
    expect(facts.summary).toBe('The oldest ferry of the line sank on Thursday. It was empty.');
  });

  test('gives its credit line, and takes no commenter for the author', async () => {
    expect(facts.credits.reporting.map(({ name }) => name)).toEqual(['Ana Ruiz']);
    expect(facts.credits.byline).toEqual([]);
    expect(facts.commentPolicy?.text).toBe('We welcome comments that add to the story.');
  });
});

test('a long first sentence ends at a word within 350 characters', async () => {
  const long = `${'The ferry sank '.repeat(60)}again.`;
  const { summary } = await readArticle(page(`<article><p>${long}</p></article>`));
  expect(summary?.length).toBeLessThanOrEqual(350);
  expect(summary).toMatch(/(?:The|ferry|sank)…$/u);
});

test('a page in another charset is read by what its meta element says', async () => {
  const html = '<meta charset="windows-1252"><h1>Caf\xe9 open</h1>';
  const body = Uint8Array.from(html, (letter) => letter.charCodeAt(0));
  expect((await readArticle({ body, contentType: 'text/html', url: address })).headline).toBe(
    'Café open',
  );
});

test.each([
  ['nothing', ''],
  ['bytes', '\u0000\ufffd<<<>>>&#xd800;&#99999999;'],
  ['deep elements', '<div><b>'.repeat(100_000)],
  ['many tags', '<i></i>'.repeat(200_000)],
  ['unclosed brackets', '<'.repeat(300_000)],
  ['an endless attribute', `<a href="${'x'.repeat(500_000)}`],
  ['deep JSON-LD', `<script type="application/ld+json">${'['.repeat(50_000)}</script>`],
  [
    'nested graphs',
    linked({ '@graph': { '@graph': { '@graph': { '@graph': { '@graph': [1, null, 'x'] } } } } }),
  ],
  [
    'JSON-LD of odd types',
    linked({
      '@type': 'NewsArticle',
      author: [1, null, [], { name: {} }],
      image: [[]],
      keywords: { a: 1 },
      headline: {},
      interactionStatistic: 7,
      datePublished: {},
    }),
  ],
])('a page of %s gives empty facts and no error', async (_, html) => {
  const facts = await readArticle(page(html));
  expect(facts.url).toBe(address);
  expect(facts.credits.byline).toEqual([]);
  expect(facts.publishedAt).toBeNull();
});
