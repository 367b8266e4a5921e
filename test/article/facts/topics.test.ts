import { expect, test } from 'vitest';
import { readArticle } from '../../../src/article/index.ts';
import { linked, page, story } from '../pages.ts';

const topicsOf = async (html: string) =>
  (await readArticle(page(`<h1>Old ferry sinks</h1>${html}${story}`))).topics;
const data = (more: object) =>
  linked({ '@type': 'NewsArticle', headline: 'Old ferry sinks', ...more });
const keywords = (list: string, name = 'keywords') => `<meta name="${name}" content="${list}">`;
const link = (topic: string, href = `/t/${topic}`) => `<a href="${href}">${topic}</a>`;

test.each([
  [
    'keywords of linked data, which are better than a section',
    data({ keywords: ['Ferries', 'Harbour'], articleSection: 'News of the isles' }),
  ],
  ['a section where there is nothing else', data({ articleSection: ['Ferries'] }), ['Ferries']],
  [
    'the list that two of three have',
    `${keywords('Isles, Coast, Sea')}${data({ keywords: 'Ferries, Harbour' })}${keywords('Ferries; Harbour', 'news_keywords')}`,
  ],
  [
    'links of a list that is called so, whatever its spelling',
    `<ul class="article__topicList">${link('Ferries')}${link('Harbour')}</ul>`,
  ],
  [
    'links that lead to pages of topics',
    `<div class="x1"><ul><li>${link('Ferries', '/thema/ferries')}</li><li>${link('Harbour', '/thema/harbour')}</li></ul></div>`,
  ],
  [
    'the footer of the article',
    `<article><footer><a rel="tag" href="/1">Ferries</a><a rel="tag" href="/2">Harbour</a></footer></article>`,
  ],
  [
    'no link of a menu',
    `<nav class="topics">${link('Sport')}${link('Weather')}</nav>${keywords('Ferries, Harbour')}`,
  ],
  [
    'no link in a paragraph',
    `${keywords('Ferries, Harbour')}<p>The isles have ${link('few boats', '/topic/boats')} left, and none of them is younger than the harbour master, who is said to be older than ${link('the quay', '/topic/quay')} by some years, and to know it.</p>`,
  ],
  [
    'the values of tags with keys, for readers alone',
    data({
      keywords: ['WC: 1000-1999', 'Day: Friday', 'Subject: Ferries', 'Medium', 'Topic: Harbour'],
    }),
  ],
  ['tags that are paths', keywords('topic/Ferries, organization/Harbour')],
  [
    'no codes, identities and settings of the page',
    keywords(
      'Ferries, INDG08, 0f8fad5b-d9cb-469f-a165-70867728950e, news_news, comments-enabled, textaboveleftsmall, 20260301, Harbour',
    ),
  ],
  [
    'nothing of a list of codes',
    `${data({ keywords: ['AER', 'AERO', 'TRAN', 'GEN', 'INDS', 'MEAST'] })}${keywords('Ferries, Harbour')}`,
  ],
  [
    'no keywords of the site, which the article says nothing of',
    `${keywords('Politics, Weather, Sport, Markets, Culture')}${data({ articleSection: ['Ferries'] })}`,
    ['Ferries'],
  ],
  [
    'no menu of topics of the day, beside a section',
    `<div class="trending-topics">${link('Elections')}${link('Transfer window')}${link('Heat wave')}</div>${data({ articleSection: ['Ferries'] })}`,
    ['Ferries'],
  ],
  ['a list under another name that says keywords', keywords('Ferries, Harbour', 'custom-keywords')],
  [
    'no buttons of the list',
    `<ul class="tags">${link('Ferries')}${link('Harbour')}<a href="/alerts">Get alerts »</a></ul>`,
  ],
  [
    'not the authors, alone or together',
    `<p class="byline">By Ana Ruiz and Ben Cho</p><ul class="tags">${link('Ana Ruiz')}${link('Ben Cho')}</ul>${keywords('Ferries, Harbour, Ana Ruiz and Ben Cho')}`,
  ],
  [
    'not the site and not the author',
    `<meta property="og:site_name" content="The Ledger">${data({ author: { '@type': 'Person', name: 'Ana Ruiz' }, keywords: ['Ferries', 'The Ledger', 'Ana Ruiz', 'Harbour'] })}`,
  ],
])('the topics are %s', async (_, html: string, expected = ['Ferries', 'Harbour']) => {
  expect(await topicsOf(html)).toEqual(expected);
});

test('keywords without commas are words, where each has a capital', async () => {
  expect(await topicsOf(keywords('Ferries Harbour Coast Isles Weather'))).toEqual([
    'Ferries',
    'Harbour',
    'Coast',
    'Isles',
    'Weather',
  ]);
  expect(await topicsOf(keywords('Old Ferry of the Island'))).toEqual(['Old Ferry of the Island']);
});
