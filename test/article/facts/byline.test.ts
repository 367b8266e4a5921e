import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../src/article/index.ts';
import { linked, page, roles, story } from '../pages.ts';

const titled = '<meta property="og:site_name" content="The Harbour Ledger">';

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
      'article:author only where it is no address',
      '<meta property="article:author" content="https://social.example/ana">',
      undefined,
    ],
    [
      'the article and not from a reader’s comment',
      '<div class="comments"><div class="comment"><span class="author">Dora</span></div></div>',
      undefined,
    ],
  ])('the byline is read from %s', async (_, html, people) => {
    expect(roles(await readArticle(page(html)))['byline']).toEqual(people);
  });
});

test.each([
  [
    'as a person in JSON-LD',
    linked({ '@type': 'Article', author: { '@type': 'Person', name: 'Harbour Ledger' } }),
    {},
  ],
  ['in meta', '<meta name="author" content="Harbour Ledger">', {}],
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
])('the publisher’s own name is no byline: %s', async (_, markup, expected) => {
  const facts = await readArticle(page(`${titled}${markup}<article>${story}</article>`));
  expect(roles(facts)).toEqual(expected);
});
