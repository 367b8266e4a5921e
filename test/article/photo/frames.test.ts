import { expect, test } from 'vitest';
import { readArticle } from '../../../src/article/index.ts';
import { page, story } from '../pages.ts';

const image = '<img src="/p/ferry-1200.jpg" alt="">';
const caption = 'A ferry leans on the quay at dusk.';

/** How a page is built around its lead picture; every one says the same. */
const frames: [built: string, html: string][] = [
  [
    'a caption and a credit in spans without a word in their classes',
    `<figure class="f1">${image}<figcaption class="x2"><span class="sc-1 aB">${caption}</span><span class="sc-2 cD">Getty Images</span></figcaption></figure>`,
  ],
  [
    'a credit in small print in the figure, before the caption',
    `<figure>${image}<div class="absolute"><small>© Getty Images</small></div><figcaption>${caption}</figcaption></figure>`,
  ],
  [
    'a credit in an element of the figure that begins with its heading',
    `<figure>${image}<span><span>Foto: Getty Images</span></span><figcaption><p>${caption}</p></figcaption></figure>`,
  ],
  [
    'a figcaption without a figure',
    `<div class="a">${image}<figcaption>${caption} <cite>(Image: Getty Images)</cite></figcaption></div>`,
  ],
  [
    'a figcaption beside its figure',
    `<div><div><figure>${image}</figure></div><figcaption>${caption} <cite>(Image: Getty Images)</cite></figcaption></div>`,
  ],
  [
    'elements without a class around a picture',
    `<div class="e7"><picture>${image}</picture><div class="e8">${caption}</div><div class="e9">Getty Images</div></div>`,
  ],
  [
    'a line above the picture and one below it',
    `<div class="max-w"><span>Foto: Getty Images</span>${image}<div>${caption}</div></div>`,
  ],
  [
    'paragraphs beside the picture, the credit’s heading in one with its name',
    `<div class="w"><span><picture>${image}</picture></span><p><span>${caption}</span></p><p>Image: <b>Getty Images</b></p></div>`,
  ],
  [
    'the element after the picture’s',
    `<header><h2>Harbour</h2><div><div><picture>${image}</picture></div><button>Zoom</button></div><div><span class="meta">${caption}</span><small>Getty Images</small></div><p>The harbour’s oldest ferry.</p></header>`.replace(
      'alt=""',
      `alt="${caption}"`,
    ),
  ],
  [
    'class names in kebab-case',
    `<div class="lead-photo">${image}<p class="lead-photo-caption">${caption}</p><p class="lead-photo-credit">Getty Images</p></div>`,
  ],
  [
    'class names in camel case',
    `<div class="leadPhoto">${image}<p class="leadPhotoCaption">${caption} <span class="leadPhotoCredit">Getty Images</span></p></div>`,
  ],
  [
    'class names in another language',
    `<div>${image}<p class="bildunterschrift">${caption}</p><div class="bildautor">Foto: Bild: Getty Images</div></div>`,
  ],
  [
    'class names with a hash',
    `<div class="Lead_root__x1Y2z">${image}<p class="Lead_caption__a1B2c">${caption}</p><p class="Lead_source__d3E4f">Getty Images</p></div>`,
  ],
  [
    'a table',
    `<table><tr><td>${image}</td></tr><tr><td class="photo_caption">${caption} (Getty Images)</td></tr></table>`,
  ],
  [
    'an aside that is called an image',
    `<aside class="image wide">${image}<p class="caption">${caption} <span class="credits">(Courtesy of Getty Images)</span></p></aside>`,
  ],
  [
    'a caption and its credit in one line',
    `<div>${image}<p class="caption-text">${caption} | Photo credit: Getty Images</p></div>`,
  ],
  [
    'a credit glued to its caption',
    `<figure>${image}<figcaption>${caption}Foto: Getty Images</figcaption></figure>`,
  ],
  [
    'buttons and a headline of others in the figure',
    `<figure>${image}<button>Enlarge</button><div role="button">More</div><figcaption>${caption}<span class="toggle">Show</span><small>Getty Images</small></figcaption><h2>More videos</h2></figure>`,
  ],
  [
    'attributes of the figure',
    `<figure data-image-caption="&lt;p&gt;${caption}&lt;/p&gt;" data-image-copyright="Getty Images">${image}</figure>`,
  ],
];

test.each(frames)('caption and credit are read from %s', async (_, frame) => {
  const { photo } = await readArticle(
    page(
      `<meta property="og:image" content="/p/ferry-600x315.jpg"><article><h1>Old ferry sinks</h1>${frame}${story}</article>`,
    ),
  );
  expect(photo).toEqual({
    url: 'https://ledger.example/p/ferry-600x315.jpg',
    caption,
    credit: { photographer: null, agency: 'Getty Images' },
  });
});

const notTheLead: [what: string, html: string][] = [
  [
    'a portrait beside the byline',
    '<div class="b1"><img src="/p/ruiz.jpg"><div>By <a rel="author" href="/staff/ruiz">Ana Ruiz</a>, Getty Images</div></div>',
  ],
  [
    'a portrait with the date',
    '<div class="b1"><img src="/p/ruiz.jpg"><div>Ana Ruiz/AFP <time>May 5</time></div></div>',
  ],
  [
    'a teaser of another article',
    '<ul><li><a href="/other"><img src="/p/other.jpg"></a><p>Harbour fair opens.</p><span>Ben Cho/AFP</span></li></ul>',
  ],
  [
    'a picture of a menu',
    '<nav><figure><img src="/p/nav.jpg"><figcaption>News</figcaption></figure></nav>',
  ],
];

test.each(notTheLead)('%s is not the lead picture', async (_, html) => {
  const { photo } = await readArticle(
    page(
      `<meta property="og:image" content="/p/ferry.jpg"><article><h1>Old ferry sinks</h1>${html}<figure>${image.replace('ferry-1200', 'ferry')}<figcaption>${caption}</figcaption></figure>${story}</article>`,
    ),
  );
  expect(photo).toMatchObject({ url: 'https://ledger.example/p/ferry.jpg', caption });
});

test('the figure above the text is the lead picture although the social picture is another', async () => {
  const { photo } = await readArticle(
    page(
      `<meta property="og:image" content="/social/harbour-fair.jpg"><article><h1>Old ferry sinks</h1><figure>${image}<figcaption>${caption}</figcaption></figure>${story}</article>`,
    ),
  );
  expect(photo).toEqual({
    url: 'https://ledger.example/p/ferry-1200.jpg',
    caption,
    credit: null,
  });
});

test('of a picture in many sizes the widest up to 2,000 pixels is taken', async () => {
  const { photo } = await readArticle(
    page(
      `<h1>Old ferry sinks</h1><figure><picture><source srcset="/c/w_400,h_200/a.jpg 400w, /c/w_1600,h_800/a.jpg 1600w, /c/w_3000,h_1500/a.jpg 3000w"><img src="data:image/gif;base64,AA" data-lazy-src="/c/w_400,h_200/a.jpg"></picture><figcaption>${caption}</figcaption></figure>${story}`,
    ),
  );
  expect(photo?.url).toBe('https://ledger.example/c/w_1600,h_800/a.jpg');
});

test.each([
  ['the headline', 'Old ferry sinks'],
  ['the name of a file', 'IMG_4400.jpg'],
])('%s is no caption', async (_, text) => {
  const { photo } = await readArticle(
    page(
      `<h1>Old ferry sinks</h1><figure>${image}<figcaption>${text} <small>Photo: Chen Li</small></figcaption></figure>${story}`,
    ),
  );
  expect(photo).toMatchObject({ caption: null, credit: { photographer: 'Chen Li', agency: null } });
});
