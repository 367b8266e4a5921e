import { describe, expect, test } from 'vitest';
import { readArticle, type ArticleFacts } from '../../src/article/index.ts';
import { linked, page } from './pages.ts';

const story =
  '<p>The oldest ferry of the island line sank at its mooring on Thursday, to nobody’s surprise.</p>' +
  '<p>Mr. Falk, who sold tickets for it, called it a fine day for swimming. Nobody was aboard.</p>' +
  '<p>The line will run a smaller boat from Monday, the harbour board said in its evening notice.</p>';

const roles = (facts: ArticleFacts) =>
  Object.fromEntries(
    Object.entries(facts.credits)
      .filter(([, people]) => people.length > 0)
      .map(([role, people]) => [
        role,
        people.map((one) =>
          typeof one === 'string' ? one : one.place ? `${one.name} (${one.place})` : one.name,
        ),
      ]),
  );

describe('bylines', () => {
  test.each([
    [
      'JSON-LD, a string with "By"',
      linked({ '@type': 'NewsArticle', author: 'By Ana Ruiz' }),
      ['Ana Ruiz'],
    ],
    [
      'JSON-LD, two in a string',
      linked({ '@type': 'NewsArticle', author: 'Ana Ruiz and Ben Cho' }),
      ['Ana Ruiz', 'Ben Cho'],
    ],
    [
      'JSON-LD, a list of objects',
      linked({ '@type': 'Article', author: [{ name: 'Ana Ruiz' }, { name: 'Ben Cho' }] }),
      ['Ana Ruiz', 'Ben Cho'],
    ],
    [
      'JSON-LD, a list in an object',
      linked({ '@type': 'Article', author: { '@type': 'Person', name: ['Ana Ruiz', 'Ben Cho'] } }),
      ['Ana Ruiz', 'Ben Cho'],
    ],
    [
      'JSON-LD, a reference into the graph',
      linked({
        '@graph': [
          { '@type': 'Person', '@id': '#a', name: 'Ana Ruiz' },
          { '@type': 'BlogPosting', author: { '@id': '#a' } },
        ],
      }),
      ['Ana Ruiz'],
    ],
    [
      'JSON-LD, an address for a name',
      `${linked({ '@type': 'Article', author: 'https://ledger.example/ana' })}<meta name="author" content="Ana Ruiz">`,
      ['Ana Ruiz'],
    ],
    [
      'JSON-LD, the house itself',
      `${linked({ '@type': 'Article', author: { '@type': 'NewsMediaOrganization', name: 'The Harbour Ledger' } })}<a rel="author">Ana Ruiz</a>`,
      ['Ana Ruiz'],
    ],
    [
      'microdata, a person in a scope',
      '<article itemscope itemtype="https://schema.org/NewsArticle"><span itemprop="author" itemscope itemtype="https://schema.org/Person"><a itemprop="url" href="/ana"><b itemprop="name">Ana Ruiz</b></a></span></article>',
      ['Ana Ruiz'],
    ],
    [
      'microdata, two persons',
      '<article itemscope itemtype="http://schema.org/Article"><i itemprop="author" itemscope><b itemprop="name">Ana Ruiz</b></i><i itemprop="author" itemscope><b itemprop="name">Ben Cho</b></i></article>',
      ['Ana Ruiz', 'Ben Cho'],
    ],
    [
      'microdata, a linked name',
      '<article itemscope itemtype="http://schema.org/Article"><a itemprop="author" href="/ana">Ana Ruiz</a></article>',
      ['Ana Ruiz'],
    ],
    [
      'microdata, elsewhere by itemref',
      '<div itemscope itemtype="http://schema.org/Article" itemref="who"></div><p id="who">by <span itemprop="author">Ana Ruiz</span></p>',
      ['Ana Ruiz'],
    ],
    [
      'RDFa Lite',
      '<div vocab="https://schema.org/" typeof="NewsArticle"><span property="author" typeof="Person"><span property="name">Ana Ruiz</span></span></div>',
      ['Ana Ruiz'],
    ],
    [
      'RDFa with a prefix',
      '<div typeof="schema:Article"><span property="schema:author">Ana Ruiz</span></div>',
      ['Ana Ruiz'],
    ],
    [
      'capitals in a class',
      '<p class="byline">By ANA RUIZ and BEN CHO</p>',
      ['Ana Ruiz', 'Ben Cho'],
    ],
    [
      'a byline with its date',
      '<div class="byline">By Ana Ruiz <time datetime="2011-05-05">May 5, 2011</time></div>',
      ['Ana Ruiz'],
    ],
    [
      'a byline with bars',
      '<div class="byline">By Ana Ruiz | May 5, 2011 | 3 min read</div>',
      ['Ana Ruiz'],
    ],
    [
      'a byline with dots',
      '<div class="article-byline">Ana Ruiz · Updated 5 May 2011 · 4 comments</div>',
      ['Ana Ruiz'],
    ],
    [
      'a byline with a date after a dash',
      '<div class="byline">By Ana Ruiz — May 5, 2011</div>',
      ['Ana Ruiz'],
    ],
    [
      'a byline with an address',
      '<div class="byline">By Ana Ruiz <a href="mailto:ana@ledger.example">ana@ledger.example</a></div>',
      ['Ana Ruiz'],
    ],
    [
      'a byline with a handle',
      '<div class="byline">By <a rel="author" href="/ana">Ana Ruiz</a> <a href="https://social.example/@ana">@anaruiz</a></div>',
      ['Ana Ruiz'],
    ],
    [
      'a byline in lines',
      '<div class="byline">By<br>Ana Ruiz<br>Ben Cho</div>',
      ['Ana Ruiz', 'Ben Cho'],
    ],
    [
      'a byline in links',
      '<div class="byline"><a href="/author/ana">Ana Ruiz</a><a href="/author/ben">Ben Cho</a></div>',
      ['Ana Ruiz', 'Ben Cho'],
    ],
    [
      'a module’s class',
      '<span class="ArticleByline_name__x1 byline-name">By Ana Ruiz</span>',
      ['Ana Ruiz'],
    ],
    [
      'vcard',
      '<span class="author vcard"><a class="url fn n" href="/author/ana">Ana Ruiz</a></span>',
      ['Ana Ruiz'],
    ],
    ['a test id', '<div data-testid="byline">By Ana Ruiz</div>', ['Ana Ruiz']],
    [
      'twitter’s label',
      '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ana Ruiz">',
      ['Ana Ruiz'],
    ],
    [
      'article:author as an address',
      '<meta property="article:author" content="https://social.example/ana">',
      undefined,
    ],
    [
      'a reader’s name is none',
      '<div class="comments"><div class="comment"><span class="author">Dora</span></div></div>',
      undefined,
    ],
  ])('%s', async (_, html, people) => {
    expect(roles(await readArticle(page(html)))['byline']).toEqual(people);
  });
});

describe('credits in the text', () => {
  test.each([
    [
      'in brackets',
      '<p>(Reporting by Ana Ruiz in Oban; editing by Ben Cho)</p>',
      { reporting: ['Ana Ruiz (Oban)'], editing: ['Ben Cho'] },
    ],
    [
      'a sentence',
      '<p>Dora Falk contributed reporting.</p>',
      { additionalReporting: ['Dora Falk'] },
    ],
    [
      'before the foot of the page',
      '<p>(Reporting by Ana Ruiz)</p><p>Our Standards: the Harbour principles.</p><p>More of this in the Sunday edition.</p>',
      { reporting: ['Ana Ruiz'] },
    ],
    [
      'in a contributors’ block',
      '</div><div class="contributors">Additional reporting by Dora Falk</div><div>',
      { additionalReporting: ['Dora Falk'] },
    ],
    [
      'in a module’s class',
      '</div><div class="sign-off__x1 article-sign-off">Reporting by Ana Ruiz; Editing by Ben Cho</div><div>',
      { reporting: ['Ana Ruiz'], editing: ['Ben Cho'] },
    ],
    [
      'with an editor in JSON-LD',
      linked({ '@type': 'Article', editor: { name: 'Ben Cho' } }),
      { editing: ['Ben Cho'] },
    ],
    [
      'with a contributor in JSON-LD',
      linked({ '@type': 'Article', contributor: [{ '@type': 'Person', name: 'Dora Falk' }] }),
      { additionalReporting: ['Dora Falk'] },
    ],
    [
      'with an editor in microdata',
      '<i itemscope itemtype="http://schema.org/NewsArticle"><b itemprop="editor">Ben Cho</b></i>',
      { editing: ['Ben Cho'] },
    ],
  ])('%s', async (_, html, credits) => {
    const facts = await readArticle(page(`<div class="article-body">${story}${html}</div>`));
    expect(roles(facts)).toEqual(credits);
  });
});

const photo = (caption: string | null, photographer: string | null, agency: string | null) => ({
  caption,
  credit: photographer || agency ? { photographer, agency } : null,
});
const image = '<img src="/p/ferry.jpg" alt="">';

describe('captions and photo credits', () => {
  test.each([
    [
      'a credit’s class',
      `<figure>${image}<figcaption>A ferry at dusk. <span class="credit">Photograph: Chen Li/Harbourpix</span></figcaption></figure>`,
      photo('A ferry at dusk.', 'Chen Li', 'Harbourpix'),
    ],
    [
      'a module’s class',
      `<figure>${image}<figcaption><span class="Caption_x1">A ferry at dusk.</span> <span class="ImageCredit_x2">Photograph: Chen Li/Harbourpix</span></figcaption></figure>`,
      photo('A ferry at dusk.', 'Chen Li', 'Harbourpix'),
    ],
    [
      'beside the caption',
      `<figure>${image}<div class="photo-credit">Credit: Harbourpix/Chen Li</div><figcaption>A ferry at dusk.</figcaption></figure>`,
      photo('A ferry at dusk.', 'Chen Li', 'Harbourpix'),
    ],
    [
      'a cite',
      `<figure>${image}<figcaption>A ferry at dusk. <cite>Photo by Chen Li</cite></figcaption></figure>`,
      photo('A ferry at dusk.', 'Chen Li', null),
    ],
    [
      'small print',
      `<figure>${image}<figcaption>A ferry at dusk. <small>Photo: Chen Li/Harbourpix</small></figcaption></figure>`,
      photo('A ferry at dusk.', 'Chen Li', 'Harbourpix'),
    ],
    [
      'a data attribute',
      `<figure data-credit="Photograph: Chen Li/Harbourpix">${image}<figcaption>A ferry at dusk.</figcaption></figure>`,
      photo('A ferry at dusk.', 'Chen Li', 'Harbourpix'),
    ],
    [
      'the picture’s data attribute',
      '<figure><img src="/p/ferry.jpg" data-credit="Photograph: Chen Li/Harbourpix" data-caption="A ferry at dusk."></figure>',
      photo('A ferry at dusk.', 'Chen Li', 'Harbourpix'),
    ],
    [
      'in the caption’s words',
      `<figure>${image}<figcaption>A ferry at dusk. HARBOURPIX/Chen Li</figcaption></figure>`,
      photo('A ferry at dusk.', 'Chen Li', 'HARBOURPIX'),
    ],
    [
      'an ImageObject',
      linked({
        '@type': 'NewsArticle',
        image: {
          '@type': 'ImageObject',
          url: '/p/ferry.jpg',
          caption: 'A ferry at dusk.',
          creditText: 'Photograph: Chen Li/Harbourpix',
        },
      }),
      photo('A ferry at dusk.', 'Chen Li', 'Harbourpix'),
    ],
    [
      'its creator',
      linked({
        '@type': 'NewsArticle',
        image: {
          '@type': 'ImageObject',
          contentUrl: '/p/ferry.jpg',
          caption: 'A ferry at dusk.',
          creator: { '@type': 'Person', name: 'Chen Li' },
        },
      }),
      photo('A ferry at dusk.', 'Chen Li', null),
    ],
    [
      'microdata',
      `<div itemscope itemtype="http://schema.org/NewsArticle"><div itemprop="image" itemscope itemtype="http://schema.org/ImageObject"><meta itemprop="url" content="/p/ferry.jpg"><span itemprop="caption">A ferry at dusk.</span><span itemprop="creditText">Photograph: Chen Li/Harbourpix</span></div></div>`,
      photo('A ferry at dusk.', 'Chen Li', 'Harbourpix'),
    ],
    [
      'an alternative text',
      '<meta property="og:image" content="/p/ferry.jpg"><meta property="og:image:alt" content="A ferry at dusk.">',
      photo('A ferry at dusk.', null, null),
    ],
  ])('%s', async (_, html, expected) => {
    const facts = await readArticle(page(html));
    expect(facts.photo).toEqual({ url: 'https://ledger.example/p/ferry.jpg', ...expected });
  });

  test.each([
    ['a logo', '<meta property="og:image" content="/img/ledger-logo.png">'],
    ['a placeholder', '<meta property="og:image" content="/img/placeholder-1200x630.jpg">'],
    ['the default', '<meta property="og:image" content="/img/default-share.jpg">'],
    [
      'a portrait',
      '<meta property="og:image" content="https://secure.gravatar.com/avatar/0a1b2c?s=600">',
    ],
    [
      'a small one',
      '<meta property="og:image" content="/p/x.jpg"><meta property="og:image:width" content="120">',
    ],
    [
      'a small one of JSON-LD',
      linked({ '@type': 'Article', image: { '@type': 'ImageObject', url: '/p/x.jpg', width: 60 } }),
    ],
    [
      'a picture of no web address',
      '<meta property="og:image" content="data:image/png;base64,AA">',
    ],
  ])('%s is not the story’s photo', async (_, html) => {
    expect((await readArticle(page(html))).photo).toBeNull();
  });

  test('the story’s picture is taken where the first one named is its site’s', async () => {
    const html = `<meta property="og:image" content="/img/logo.png"><meta name="twitter:image" content="/p/logo-of-the-island-line.jpg">`;
    expect((await readArticle(page(html))).photo?.url).toBe(
      'https://ledger.example/p/logo-of-the-island-line.jpg',
    );
  });
});

const first =
  'The oldest ferry of the island line sank at its mooring on Thursday, to nobody’s surprise.';
const menu = `<div class="nav-x1">${'<a href="/a">Islands</a> <a href="/b">Harbours</a> '.repeat(30)}</div>`;
const modules = (text: string) =>
  `<body>${menu}<div class="shell-x1"><h1>Old ferry sinks</h1>${text}</div><div class="foot-x9"><p><a href="/x">About the Ledger and its harbour</a></p></div></body>`;

describe('the text', () => {
  test.each([
    ['paragraphs in an article', `<article>${story}</article>`],
    ['paragraphs in a class', `<div class="entry-content">${story}</div>`],
    [
      'microdata',
      `<div itemscope itemtype="http://schema.org/Article"><div itemprop="articleBody">${story}</div></div>`,
    ],
    ['a class nobody knows', modules(`<div class="c-x2">${story}${story}</div>`)],
    [
      'blocks for paragraphs',
      modules(
        `<div class="c-x2">${story.replaceAll('p>', 'div>')}${story.replaceAll('p>', 'div>')}</div>`,
      ),
    ],
    [
      'line breaks for paragraphs',
      modules(
        `<div class="c-x2">${story.replaceAll('<p>', '').replaceAll('</p>', '<br><br>').repeat(2)}</div>`,
      ),
    ],
    [
      'JSON-LD alone',
      linked({
        '@type': 'NewsArticle',
        articleBody: story.replaceAll('</p>', '\n').replaceAll('<p>', ''),
      }),
    ],
    ['JSON-LD with markup', linked({ '@type': 'NewsArticle', articleBody: story })],
    [
      'a list of links in its article',
      `<article><p><a href="/1">${first.toUpperCase()}</a></p></article>${modules(`<div class="c-x2">${story}${story}</div>`)}`,
    ],
    [
      'a wall’s words around it',
      `<article><p>Subscribe to continue reading the Harbour Ledger every day.</p><p>We use cookies to make this harbour site work for you.</p>${story}</article>`,
    ],
  ])('%s', async (_, html) => {
    const { summary } = await readArticle(page(html));
    expect(summary?.startsWith(first)).toBe(true);
    expect(summary).not.toMatch(/Islands|About|Subscribe|cookies/u);
  });

  test('a description that says nothing of the headline is the site’s', async () => {
    const site = '<meta property="og:description" content="News and tides since 1871.">';
    expect((await readArticle(page(`${site}<h1>Old ferry sinks</h1>`))).summary).toBeNull();
    const own = '<meta name="description" content="An old ferry sank at its mooring.">';
    const facts = await readArticle(page(`${site}${own}<h1>Old ferry sinks</h1>`));
    expect(facts.summary).toBe('An old ferry sank at its mooring.');
  });
});

describe('datelines, dates, topics and comments', () => {
  test.each([
    [
      'agency of the lead',
      `<article><p>PORT ELLEN (Harbour Wire) - ${first}</p>${story}</article>`,
      { dateline: { place: 'PORT ELLEN', agency: 'Harbour Wire' } },
    ],
    [
      'dateline of microdata',
      '<div itemscope itemtype="http://schema.org/NewsArticle"><span itemprop="dateline">PORT ELLEN, Scotland</span></div>',
      { dateline: { place: 'PORT ELLEN, Scotland', agency: null } },
    ],
    [
      'dates of microdata',
      '<div itemscope itemtype="http://schema.org/NewsArticle"><time itemprop="datePublished" datetime="2011-05-05T16:29:00-04:00">Thursday</time><meta itemprop="dateModified" content="2011-05-06T08:00:00Z"></div>',
      { publishedAt: Date.UTC(2011, 4, 5, 20, 29), updatedAt: Date.UTC(2011, 4, 6, 8) },
    ],
    [
      'keywords of microdata',
      '<div itemscope itemtype="http://schema.org/NewsArticle"><meta itemprop="keywords" content="Ferries, Harbour"><span itemprop="articleSection">Islands</span></div>',
      { topics: ['Ferries', 'Harbour', 'Islands'] },
    ],
    [
      'keywords of JSON-LD as terms',
      linked({
        '@type': 'Article',
        keywords: [{ '@type': 'DefinedTerm', name: 'Ferries' }, 'Harbour'],
      }),
      { topics: ['Ferries', 'Harbour'] },
    ],
    [
      'count of microdata',
      '<div itemscope itemtype="http://schema.org/NewsArticle"><meta itemprop="commentCount" content="12"></div>',
      { commentCount: 12 },
    ],
    [
      'count of schema.org’s first years',
      '<div itemscope itemtype="http://schema.org/NewsArticle"><meta itemprop="interactionCount" content="UserComments:12"></div>',
      { commentCount: 12 },
    ],
    [
      'discussion of microdata',
      '<div itemscope itemtype="http://schema.org/NewsArticle"><link itemprop="discussionUrl" href="/talk/1"></div>',
      { commentLinks: { page: 'https://ledger.example/talk/1' } },
    ],
    [
      'headline of RDFa',
      '<div vocab="https://schema.org/" typeof="NewsArticle"><h2 property="headline">Old ferry sinks</h2></div>',
      { headline: 'Old ferry sinks' },
    ],
    [
      'JSON-LD before microdata',
      `${linked({ '@type': 'Article', headline: 'Old ferry sinks', author: [] })}<div itemscope itemtype="http://schema.org/Article"><b itemprop="headline">Ferry</b><b itemprop="author">Ana Ruiz</b></div>`,
      { headline: 'Old ferry sinks', credits: { byline: [{ name: 'Ana Ruiz', place: null }] } },
    ],
    [
      'the article of several',
      '<div itemscope itemtype="http://schema.org/Article"><link itemprop="url" href="/other"><b itemprop="headline">Other</b></div><div itemscope itemtype="http://schema.org/Article"><link itemprop="url" href="/news/ferry-sinks"><b itemprop="headline">Old ferry sinks</b></div>',
      { headline: 'Old ferry sinks' },
    ],
    [
      'readers’ microdata is theirs',
      '<div itemscope itemtype="http://schema.org/NewsArticle"><div itemprop="comment" itemscope itemtype="http://schema.org/Comment"><b itemprop="author">Dora</b><time itemprop="datePublished" datetime="2012-01-01T00:00:00Z"></time></div></div>',
      { publishedAt: null, credits: { byline: [] } },
    ],
  ])('%s', async (_, html, facts) => {
    expect(await readArticle(page(html))).toMatchObject(facts);
  });
});

describe('what a desk adds to its page', () => {
  const titled = '<meta property="og:site_name" content="The Harbour Ledger">';

  test.each([
    'This story has been updated with details of the gulls at the quay.',
    'Correction: An earlier version of this story misspelt the name of Ana Ruiz.',
    'An earlier version of this article misstated the number of the gulls.',
    'Editor’s note: This story is part of a series on the ferries of the line.',
    'LISTEN: Ana Ruiz talks about the ferry in our podcast on boats.',
    'FOR IMMEDIATE RELEASE: the harbour board has news of its ferry.',
  ])('is no lead: %s', async (notice) => {
    const facts = await readArticle(page(`<article><p>${notice}</p>${story}</article>`));
    expect(facts.summary).toMatch(/^The oldest ferry/u);
  });

  test('a study told in the lead is no credit', async () => {
    const lead = 'Research by Ana Ruiz and Ben Cho found no herring in the harbour on Thursday.';
    const facts = await readArticle(page(`<article><p>${lead}</p>${story}</article>`));
    expect(facts.summary).toContain(lead);
    expect(roles(facts)).toEqual({});
  });

  test.each([
    [
      'of its site as a person',
      linked({ '@type': 'Article', author: { '@type': 'Person', name: 'Harbour Ledger' } }),
      {},
    ],
    ['of its site in meta', '<meta name="author" content="Harbour Ledger">', {}],
    [
      'beside a person',
      '<p class="byline">By Ana Ruiz | Saltmarsh Echo</p>',
      { byline: ['Ana Ruiz'] },
    ],
    [
      'under a person',
      '<div class="byline"><span>By Ana Ruiz</span><span>Harbour Ledger</span></div>',
      { byline: ['Ana Ruiz'] },
    ],
  ])('a house’s name signs nothing: %s', async (_, markup, expected) => {
    const facts = await readArticle(page(`${titled}${markup}<article>${story}</article>`));
    expect(roles(facts)).toEqual(expected);
  });

  test('a caption’s credit names the taker before the paper, and the agency that passes it on', async () => {
    const credited = async (credit: string) =>
      (
        await readArticle(
          page(
            `<figure><img src="/a.jpg"><figcaption>The ferry leans on the quay. ${credit}</figcaption></figure><article>${story}</article>`,
          ),
        )
      ).photo?.credit;
    expect(await credited('Ana Ruiz/Saltmarsh Echo')).toEqual({
      photographer: 'Ana Ruiz',
      agency: 'Saltmarsh Echo',
    });
    expect(await credited('Ana Ruiz for The Harbour Ledger via Getty Images')).toEqual({
      photographer: 'Ana Ruiz',
      agency: 'The Harbour Ledger via Getty Images',
    });
  });
});
