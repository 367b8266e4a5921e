import { expect, test } from 'vitest';
import { readArticle } from '../../../src/article/index.ts';
import { linked, page, story } from '../pages.ts';

const headlineOf = async (html: string) => (await readArticle(page(`${html}${story}`))).headline;
const data = (headline: string) => linked({ '@type': 'NewsArticle', headline });
const social = (title: string) => `<meta property="og:title" content="${title}">`;

test.each([
  [
    'the printed one, where linked data has another for search engines',
    `${data('Ferry news: ferry sinks, harbour, timetable')}${social('Old ferry sinks')}<h1>Old ferry sinks</h1>`,
  ],
  [
    'without the site’s name in linked data, Open Graph and title',
    `<title>Old ferry sinks - Ledger.example</title>${data('Old ferry sinks - Ledger.example')}${social('Old ferry sinks | The Ledger')}<meta property="og:site_name" content="The Ledger"><h1>Old ferry sinks</h1>`,
  ],
  [
    'without the publisher’s name and what follows it',
    `<title>Old ferry sinks * The Harbour Post * by Ana Ruiz</title>${linked({ '@type': 'NewsArticle', publisher: { name: 'The Harbour Post' } })}`,
  ],
  [
    'that of the heading, where the first order is a breadcrumb’s',
    `<title>Ferry sinking: all the news</title><nav class="breadcrumb"><h1>Ferry sinking: all the news</h1></nav>${data('Old ferry sinks')}<h2>Old ferry sinks</h2>`,
  ],
  [
    'that of an element in the heading, beside the kicker',
    `<title>Harbour: Old ferry sinks</title>${social('Old ferry sinks')}<h2><span>Harbour</span> <span class="t">Old ferry sinks</span></h2>`,
  ],
  [
    'that of the article, where teasers have headings of the first order too',
    `${data('Old ferry sinks')}<h1><a href="/"><img src="/logo.png"></a></h1><article><h1>Old ferry sinks</h1></article><div><h1>Harbour fair opens</h1></div>`,
  ],
  [
    'the one that two of the data have, where the heading leaves words out',
    `<title>Old ferry sinks</title>${data('Old ferry sinks')}${social('Old ferry sinks')}<h1>Ferry sinks</h1>`,
  ],
  [
    'not the site’s, in a heading of the first order, where the data agree on another',
    `<title>Old ferry sinks -- Ledger</title>${social('Old ferry sinks')}<h1><a href="/">Ledger</a></h1><h4>Old ferry sinks</h4>`,
  ],
  [
    'not the blog’s, which the title begins with',
    '<title>The Boat House » Blog Archive » Old ferry sinks</title><h1>The Boat House</h1><h2>Old ferry sinks</h2>',
  ],
  [
    'without the site’s name, of which the host has the initials and words of the name',
    `<title>Old ferry sinks – The New Isle Day Paper</title>${social('Old ferry sinks - The New Isle Day Paper')}<h1>Old ferry sinks</h1>`,
  ],
  [
    'without its authors after a dash',
    `<title>Old ferry sinks - Ana Ruiz and Ben Cho - Ledger.example</title>${social('Old ferry sinks - Ana Ruiz and Ben Cho')}<h1>Old ferry sinks</h1>`,
  ],
  ['the heading of a page without data', '<h1>Old <i>ferry</i> sinks</h1>'],
])('the headline is %s', async (_, html) => {
  expect(await headlineOf(html)).toBe('Old ferry sinks');
});

test('a headline keeps a name in it that is also the site’s', async () => {
  const title =
    'Storm over the Baltic – the ledger of a lost crew that nobody wanted to read aloud';
  expect(await headlineOf(`<title>${title}</title>`)).toBe(title);
});
