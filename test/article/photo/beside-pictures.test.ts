import { expect, test } from 'vitest';
import { readArticle } from '../../../src/article/index.ts';
import { page, story } from '../pages.ts';

const image = '<img src="/p/ferry-1200.jpg" alt="">';
const named = '<meta property="og:image" content="/p/ferry-1200.jpg">';
const photoOf = async (html: string) =>
  (await readArticle(page(`${named}<h1>Old ferry sinks</h1>${html}${story}`))).photo;

test.each([
  [
    'a list of topics',
    `<div><div class="pic">${image}</div><div class="related_topics_block"><span>Related topics:</span><ul><li><a href="/c/1">Harbours</a></li><li><a href="/c/2">Getty Images</a></li></ul></div></div>`,
  ],
  [
    'links without a word in their classes',
    `<div><div class="pic">${image}</div><div class="x"><a href="/1">Getty Images</a> <a href="/2">Timetable</a> <a href="/3">The Truth About Tides</a> <a href="/4">Contact Us</a></div></div>`,
  ],
  [
    'who wrote the article, with a biography',
    `<div><div class="who"><a href="/author/ana-ruiz/">View author page</a><div class="description"><p>Ana Ruiz writes of boats and of those who sink them. → Learn More</p></div></div><div class="pic">${image}</div></div>`,
  ],
  [
    'a byline in small letters, which is called a caption',
    `<div class="post_info"><div class="post_byline"><span class="caption">By <a href="/e/ana" rel="author">Ana Ruiz</a> posted <span class="post_time">Aug 18th 2026 7:30PM</span></span></div></div><div>${image}</div>`,
  ],
  [
    'what a script counts of a box',
    `<div data-event-source="People Box" data-event-value="Ana Ruiz">${image}</div>`,
  ],
])('no caption and no credit of a picture: %s', async (_, html) => {
  expect(await photoOf(html)).toEqual({
    url: 'https://ledger.example/p/ferry-1200.jpg',
    caption: null,
    credit: null,
  });
});

test.each([
  [
    'a link to a larger picture',
    `<figure>${image}<p><a href="/p/ferry.jpg"><b>View this image ›</b></a></p><figcaption>A ferry leans on the quay. (AP Photo/Ana Ruiz) <a href="/g/1">more &gt;</a></figcaption></figure>`,
  ],
  [
    'a short caption in an element that is called a photo',
    `<div class="foto">${image}<p>A ferry leans on the quay.</p></div><p class="src"></p>`,
    null,
    null,
  ],
  [
    'a credit before the caption, in elements that are called otherwise',
    `<div class="hmedia"><p class="photo">${image}</p><p class="contributor vcard"><span class="fn">AP/Ana Ruiz</span></p><p class="fn">A ferry leans on the quay.</p></div>`,
  ],
])(
  'what stands around a picture is read beside %s',
  async (_, html, photographer: string | null = 'Ana Ruiz', agency: string | null = 'AP') => {
    const credit = agency === null ? null : { photographer, agency };
    expect(await photoOf(html)).toMatchObject({ caption: 'A ferry leans on the quay.', credit });
  },
);

test('a picture of the page’s layout is no lead picture', async () => {
  const html =
    '<div><img src="/i/up_normal.gif" alt=""><span class="description">0% Rating: You recommend this</span></div><div><img src="/t/69x75_tides.jpg" alt=""><span class="caption">Tides</span></div>';
  const { photo } = await readArticle(page(`<h1>Old ferry sinks</h1>${html}${story}`));
  expect(photo?.url ?? null).toBeNull();
});

test('a paragraph that is the lead picture’s caption is none of the text', async () => {
  const caption = 'The ferry leans on the quay at dusk, where it has been since Thursday morning.';
  const { summary } = await readArticle(
    page(
      `${named}<h1>Old ferry sinks</h1><article><div class="foto">${image}<p>${caption}</p></div>${story}</article>`,
    ),
  );
  expect(summary).toMatch(/^The oldest ferry/u);
});
