import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../src/article/index.ts';
import { first, linked, page, story } from '../pages.ts';

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
    ['a class of an unknown name', modules(`<div class="c-x2">${story}${story}</div>`)],
    [
      'blocks instead of paragraphs',
      modules(
        `<div class="c-x2">${story.replaceAll('p>', 'div>')}${story.replaceAll('p>', 'div>')}</div>`,
      ),
    ],
    [
      'line breaks instead of paragraphs',
      modules(
        `<div class="c-x2">${story.replaceAll('<p>', '').replaceAll('</p>', '<br><br>').repeat(2)}</div>`,
      ),
    ],
    [
      'JSON-LD only',
      linked({
        '@type': 'NewsArticle',
        articleBody: story.replaceAll('</p>', '\n').replaceAll('<p>', ''),
      }),
    ],
    ['JSON-LD with markup', linked({ '@type': 'NewsArticle', articleBody: story })],
    [
      'another place when the article holds only links',
      `<article><p><a href="/1">${first.toUpperCase()}</a></p></article>${modules(`<div class="c-x2">${story}${story}</div>`)}`,
    ],
    [
      'an article that begins with the words of a paywall',
      `<article><p>Subscribe to continue reading the Harbour Ledger every day.</p><p>We use cookies to make this harbour site work for you.</p>${story}</article>`,
    ],
  ])('the text is found in %s', async (_, html) => {
    const { summary } = await readArticle(page(html));
    expect(summary?.startsWith(first)).toBe(true);
    expect(summary).not.toMatch(/Islands|About|Subscribe|cookies/u);
  });

  const [one, two, three] = story.split('</p>').map((text) => text.replace('<p>', ''));
  const table = (text: string) =>
    `<body><table><tr><td class="m1">${menu}</td><td><font size="5">Old ferry sinks</font>${text}</td></tr></table></body>`;

  test.each([
    ['line breaks in a table cell', table(`<br><br>${one}<br><br>${two}<br><br>${three}<br>`)],
    [
      'a cell for each paragraph',
      table(
        `<table><tr><td>${one}</td></tr><tr><td>${two}</td></tr><tr><td>${three}</td></tr></table>`,
      ),
    ],
    [
      'spans with line breaks in a named body',
      `<div class="entry-content"><span class="t1"><h2>Ferry</h2>${one}<br />\n<br />\n${two}<br /><br />${three}</span></div>`,
    ],
    [
      'bare text before paragraphs',
      `<div class="post-content"><div class="image-x"><img src="/a.jpg"></div>${one}<p>${two}</p><p>${three}</p><p>${two}</p></div>`,
    ],
    [
      'a teaser and the text behind it',
      `<div class="note-x"><p>Harbour boats are sold each Friday at the market. Come early, bring money.</p></div><div class="shell"><div class="article-content"><p>${one}</p></div><div class="ad-x"></div><div class="article-content"><p>${two}</p><p>${three}</p></div></div>`,
    ],
    [
      'a first paragraph apart',
      `<h1>Old ferry sinks</h1><div class="story__lead">${one}</div><div class="ad-x"></div><div class="article-body"><p>${two}</p><p>${three}</p><p>${two}</p><p>${three}</p></div>`,
    ],
    [
      'a body in blocks beside a long sidebar of paragraphs',
      `<h1>Old ferry sinks</h1><div class="story-text"><div>${one}</div><div>${two}</div><div>${three}</div></div>` +
        `<div class="box-x">${'<p>Harbour boats are sold each Friday at the market. Come early, bring money.</p>'.repeat(6)}</div>`,
    ],
  ])('the text is read from its top, in whole sentences, from %s', async (_, html) => {
    const { summary } = await readArticle(page(html));
    expect(summary).toBe(
      'The oldest ferry of the island line sank at its mooring on Thursday, to nobody’s surprise. ' +
        'Mr. Falk, who sold tickets for it, called it a fine day for swimming. Nobody was aboard.',
    );
  });

  test('a description that shares no word with the headline is not used', async () => {
    const site = '<meta property="og:description" content="News and tides since 1871.">';
    expect((await readArticle(page(`${site}<h1>Old ferry sinks</h1>`))).summary).toBeNull();
    const own = '<meta name="description" content="An old ferry sank at its mooring.">';
    const facts = await readArticle(page(`${site}${own}<h1>Old ferry sinks</h1>`));
    expect(facts.summary).toBe('An old ferry sank at its mooring.');
  });
});
