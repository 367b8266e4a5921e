import { expect, test } from 'vitest';
import { enrich, readArticle } from '../../../src/article/index.ts';
import { unknownStory } from '../../../src/core/story/story.ts';
import { address, linked, page } from '../pages.ts';

const told = { ...unknownStory, headline: 'Old ferry sinks at its mooring', url: address };
const site =
  '<meta property="og:image" content="/p/skyline-of-the-town-at-dusk.jpg"><meta name="description" content="News of the harbour and its old ferry."><p class="byline">By Ana Ruiz</p>';
const canonical = (href: string) => `<link rel="canonical" href="${href}">`;

test.each([
  ['an error answered as a page', `${site}<h1>Page not found</h1>`, address],
  ['an error with the site’s name', `${site}<title>404 – The Old Harbour Ledger</title>`, address],
  ['a log-in', `${site}<h1>Sign in to the Harbour Ledger</h1>`, address],
  ['a log-in that calls itself the story', `${canonical(address)}${site}<h1>Log in</h1>`, address],
  ['a consent wall', `${site}<h1>Before you continue</h1>`, 'https://consent.example/?to=ledger'],
  ['a wall of cookies', `${canonical(address)}${site}<h1>We value your privacy</h1>`, address],
  ['a challenge', `${site}<title>Just a moment...</title>`, address],
  ['a parked name', `${site}<h1>Cheap boats and more</h1>`, 'https://parked.example/lander'],
  ['a parked name without a headline', site, 'https://parked.example/lander'],
  ['the front page', `${site}<h1>Old ferry sinks at its mooring</h1>`, 'https://ledger.example/'],
  [
    'another article',
    `${canonical('/news/lighthouse')}${site}<h1>Lighthouse painted red again</h1>`,
    address,
  ],
  [
    'another article that calls itself the front page',
    `${canonical('/')}${site}<h1>Lighthouse painted red again</h1>`,
    address,
  ],
  [
    'a subscription',
    `${canonical(address)}${site}<h1>Subscribe to read the Harbour Ledger</h1>`,
    address,
  ],
])('nothing is taken from %s', async (_, html, url) => {
  expect(enrich(told, await readArticle(page(html, url)))).toEqual(told);
});

test.each([
  ['its headline', `${site}<h1>Old ferry sinks at its mooring</h1>`, address],
  [
    'a longer headline',
    `${site}<h1>Port Ellen: old ferry sinks while it is moored | The Ledger</h1>`,
    address,
  ],
  ['other endings of its words', `${site}<h1>Ferries sinking at moorings</h1>`, address],
  [
    'another headline at its own address',
    `${canonical(address)}${site}<h1>How a night in port ended badly</h1>`,
    address,
  ],
  [
    'the same with www and without a slash',
    `${canonical('https://www.ledger.example/news/ferry-sinks/')}${site}<h1>How a night ended</h1>`,
    address,
  ],
  [
    'its headline at another host',
    `${site}<h1>Old ferry sinks at its mooring</h1>`,
    'https://paper.example/a/1',
  ],
  ['no headline, on its own site', site, `${address}?from=feed`],
])('a page is the story’s by %s', async (_, html, url) => {
  const story = enrich(told, await readArticle(page(html, url)));
  expect(story.credits.byline).toEqual([{ name: 'Ana Ruiz', place: null }]);
});

test.each([
  ['Паром затонул у причала в порту', 'У причала затонул старый паром'],
  ['渡船在码头沉没', '旧渡船沉没,无人受伤'],
  ['Sorry, says ferry line', 'Sorry, says ferry line'],
  ['Cookies sold for ferry repair', 'Cookies sold for ferry repair in Oban'],
  ['EU to ban it', 'EU to ban it all'],
])('“%s” and “%s” are one story', async (headline, other) => {
  const facts = await readArticle(page(`${site}<h1>${other}</h1>`));
  expect(enrich({ ...told, headline }, facts).credits.byline).toHaveLength(1);
});

test('a story without a headline takes it from its page, unless that is a wall', async () => {
  const bare = { ...told, headline: null };
  const facts = await readArticle(
    page(linked({ '@type': 'NewsArticle', headline: 'Old ferry sinks' })),
  );
  expect(enrich(bare, facts).headline).toBe('Old ferry sinks');
  expect(enrich(bare, await readArticle(page('<h1>Access denied</h1>'))).headline).toBeNull();
});
