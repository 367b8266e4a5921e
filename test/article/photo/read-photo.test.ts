import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../src/article/index.ts';
import { linked, page, story } from '../pages.ts';

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
      'a class that a module generated',
      `<figure>${image}<figcaption><span class="Caption_x1">A ferry at dusk.</span> <span class="ImageCredit_x2">Photograph: Chen Li/Harbourpix</span></figcaption></figure>`,
      photo('A ferry at dusk.', 'Chen Li', 'Harbourpix'),
    ],
    [
      'an element beside the caption',
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
      'the caption’s own words',
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
      'the creator of an ImageObject',
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
  ])('caption and credit are read from %s', async (_, html, expected) => {
    const facts = await readArticle(page(html));
    expect(facts.photo).toEqual({ url: 'https://ledger.example/p/ferry.jpg', ...expected });
  });

  test.each([
    ['a logo', '<meta property="og:image" content="/img/ledger-logo.png">'],
    ['a placeholder', '<meta property="og:image" content="/img/placeholder-1200x630.jpg">'],
    ['a default picture', '<meta property="og:image" content="/img/default-share.jpg">'],
    [
      'a portrait',
      '<meta property="og:image" content="https://secure.gravatar.com/avatar/0a1b2c?s=600">',
    ],
    [
      'a small picture',
      '<meta property="og:image" content="/p/x.jpg"><meta property="og:image:width" content="120">',
    ],
    [
      'a small picture of JSON-LD',
      linked({ '@type': 'Article', image: { '@type': 'ImageObject', url: '/p/x.jpg', width: 60 } }),
    ],
    [
      'a picture without a web address',
      '<meta property="og:image" content="data:image/png;base64,AA">',
    ],
  ])('%s is not the story’s photo', async (_, html) => {
    expect((await readArticle(page(html))).photo).toBeNull();
  });

  test('the photo is the first picture that is the story’s and not the site’s', async () => {
    const html = `<meta property="og:image" content="/img/logo.png"><meta name="twitter:image" content="/p/logo-of-the-island-line.jpg">`;
    expect((await readArticle(page(html))).photo?.url).toBe(
      'https://ledger.example/p/logo-of-the-island-line.jpg',
    );
  });
});

test('a photo credit separates the photographer from the newspaper and its agency', async () => {
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
