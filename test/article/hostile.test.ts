import { expect, test } from 'vitest';
import { ArticleFacts, enrich, readArticle } from '../../src/article/index.ts';
import { unknownStory } from '../../src/core/story/story.ts';
import { address, linked, page, printedPage } from './pages.ts';

const times = (text: string, count: number) => text.repeat(count);
const words = 'The harbour board put off its ruling, again, on the new pier, for more time. ';
const item = (inner: string) =>
  `<div itemscope itemtype="https://schema.org/NewsArticle">${inner}</div>`;
const references = Array.from(
  { length: 2_000 },
  (_, n) => `<div id="r${n}" itemscope itemref="r${n + 1} r0 r${n}"><b itemprop="name">x</b></div>`,
).join('');

/** Pages made to take for ever, or the memory, or the stack. Each ends within the test's time. */
test.each([
  ['an attribute of 5 MB', `<div class="byline ${times('a ', 2_500_000)}">`],
  ['an attribute value of 5 MB', `<meta property="og:title" content="${times('<a', 2_500_000)}">`],
  ['100,000 nested elements', times('<div>', 100_000)],
  ['100,000 nested elements in scopes', times('<div itemscope itemprop="author">', 100_000)],
  [
    'JSON-LD of 2 MB',
    linked({ '@type': 'NewsArticle', keywords: Array.from({ length: 200_000 }, () => 'harbour') }),
  ],
  ['deep JSON-LD', `<script type="application/ld+json">${times('{"@graph":[', 50_000)}</script>`],
  [
    'JSON-LD that refers to itself',
    linked({
      '@graph': [
        { '@type': 'NewsArticle', '@id': '#a', author: { '@id': '#a' }, image: { '@id': '#a' } },
      ],
    }),
  ],
  [
    'microdata that refers to itself',
    item(
      `<div id="x" itemscope itemprop="author" itemref="x x y"></div><div id="y" itemscope itemref="x y"></div>`,
    ),
  ],
  ['microdata in a ring', item(references)],
  ['50,000 properties', item(times('<b itemprop="keywords">x</b>', 50_000))],
  ['50,000 properties in one attribute', item(`<b itemprop="${times('name ', 50_000)}">x</b>`)],
  [
    'properties within properties',
    item(`${times('<b itemprop="headline">', 390)}${times(words, 500)}`),
  ],
  ['an endless text', `<article><p>${times(words, 25_000)}`],
  ['a text without a space', `<article><p>${times('x', 1_900_000)}`],
  ['white space', `<article><p>${times(' ', 1_900_000)}</p></article>`],
  ['many paragraphs', `<article>${times('<p>x</p>', 25_000)}</article>`],
  ['many blocks for Readability', times(`<div class="c-x1">${words}</div>`, 25_000)],
  [
    'nested blocks for Readability',
    `${times('<div class="c-x1">', 380)}${times(`<p>${words}</p>`, 8_000)}`,
  ],
  ['tables in tables', times('<table><tr><td>', 5_000) + words],
  ['line breaks', times('<br>', 55_000) + words],
  ['lists in lists', times('<ul><li>', 20_000) + words],
  ['links', times('<a href="/x">harbour, </a>', 29_000)],
  ['headings', times(`<h2>${words}</h2>`, 10_000)],
  ['bylines', times('<p class="byline">By <a href="/author/x">', 20_000)],
  ['a byline of links', `<p class="byline">${times('<a rel="author">Ana Ruiz</a>', 20_000)}`],
  ['a byline of marks', `<p class="byline">${times('| · — ', 200_000)}`],
  ['figures', times('<figure><img src="/a.jpg" class="credit"><figcaption><cite>x</cite>', 10_000)],
  ['unclosed brackets', times('<', 1_900_000)],
  ['unclosed comments', times('<!--', 400_000)],
  ['entities', `<h1>${times('&amp;', 400_000)}`],
  ['half a surrogate', `<h1>${times('&#xd800;', 100_000)}`],
])('a page of %s ends within limits', { timeout: 20_000 }, async (_, html) => {
  const facts = await readArticle(page(html));
  expect(facts.url).toBe(address);
  expect(JSON.stringify(facts).length).toBeLessThan(60_000);
});

test('what JSON-LD calls __proto__ changes nothing', async () => {
  const html = `<script type="application/ld+json">{"@type":"NewsArticle","__proto__":{"headline":"Old ferry"},"constructor":{"prototype":{"polluted":1}},"author":{"__proto__":{"name":"Ana"}}}</script>${item('<b itemprop="__proto__" itemscope><b itemprop="articleSection">x</b></b><b itemprop="constructor">x</b>')}`;
  const facts = await readArticle(page(html));
  expect(facts.headline).toBeNull();
  expect(facts.credits.byline).toEqual([]);
  expect(facts.topics).toEqual([]);
  expect('polluted' in {}).toBe(false);
});

test.each([
  'javascript:alert(1)//',
  'data:text/html,',
  'file:///',
  'https://user:pass@ledger.example/',
  'http://[',
])('the base %s is not taken', async (base) => {
  const html = `<base href="${base}"><link rel="canonical" href="/news/other"><meta property="og:image" content="p/ferry.jpg">`;
  const facts = await readArticle(page(html));
  expect(facts.url).toBe('https://ledger.example/news/other');
  expect(facts.photo?.url).toBe('https://ledger.example/news/p/ferry.jpg');
});

test('nothing in a page is run where Readability reads it', async () => {
  const run = 'globalThis.ranInPage = true';
  const html = `<div class="c-x1"><script>${run}</script><img src="x" onerror="${run}"><svg onload="${run}"></svg>${times(`<div onclick="${run}">${words.repeat(3)}<script>${run}</script></div>`, 5)}</div>`;
  const { summary } = await readArticle(page(html));
  expect(summary).toContain('harbour board');
  expect('ranInPage' in globalThis).toBe(false);
});

/** Numbers from 0 to 1, the same in each run (a linear congruential generator). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const sown = [
  '<div itemscope itemtype="https://schema.org/NewsArticle" itemref="a">',
  '<b itemprop="author" itemscope typeof="schema:Person">',
  '<script type="application/ld+json">{"@type":["Article",7],"author":[null,{"name":{"@value":[]}}],"image":[{"url":[1]}],"keywords":[[]]}</script>',
  '</div></p></article>',
  '<p class="byline">By , and | · ; (',
  '<figure data-credit="/"><img srcset=", 2x" width="x"><figcaption><cite>(',
  '<link rel="canonical" href="//">',
  '<base href="https://[">',
  '<time datetime="0000-00-00T99:99">',
  '<meta property="og:image" content="https://x.example/%">',
  '\u0000\ufffd\u202e\u2028',
  '&#xd800;&#0;&bogus;',
  '<a href="https://x.example:99999/author/">',
  '<!--<![CDATA[<?',
];

test('500 torn pages are read without an error', { timeout: 60_000 }, async () => {
  const next = numbers(4);
  const below = (end: number) => Math.floor(next() * end);
  for (let round = 0; round < 500; round += 1) {
    let html = round % 2 === 0 ? printedPage : printedPage.replaceAll('articleText', 'c-x1');
    for (let cut = below(6) + 1; cut > 0; cut -= 1) {
      const [from, to] = [below(html.length), below(html.length)];
      const kinds = [
        () => html.slice(0, from) + html.slice(from + below(80)),
        () => html.slice(0, from) + (sown[below(sown.length)] ?? '') + html.slice(from),
        () => html.slice(0, from) + html.slice(to, to + below(300)) + html.slice(from),
        () => html.slice(0, from) + String.fromCharCode(below(0x3000)) + html.slice(from + 1),
      ];
      html = kinds[below(kinds.length)]?.() ?? html;
    }
    const facts = await readArticle(page(html));
    if (!ArticleFacts.safeParse(facts).success) throw new Error(`not facts, round ${round}`);
    expect(enrich({ ...unknownStory, url: address }, facts).url).toBe(address);
  }
});
