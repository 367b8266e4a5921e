import { describe, expect, test } from 'vitest';
import {
  feedsOfPage,
  isWebPage,
  lookedUpFeeds,
  pageFeeds,
  usualFeeds,
} from '../../src/feeds/index.ts';

const page = 'https://harbour-ledger.example/news/';
const named = (html: string) => pageFeeds(html, page).named;
const linked = (html: string) => pageFeeds(html, page).linked.map(({ url }) => url);

describe('the feeds that a page names', () => {
  test('the feeds that a page names are in its order, with titles and absolute addresses', () => {
    const html = `<!doctype html><head>
      <link rel="alternate" type="application/rss+xml" title="Front  page" href="/feed.xml">
      <LINK REL='alternate' TYPE='application/atom+xml; charset=utf-8' HREF='harbour.atom'>
      <link rel=alternate type=application/feed+json href=//json.example/feed.json>
      </head>`;
    expect(named(html)).toEqual([
      { url: 'https://harbour-ledger.example/feed.xml', title: 'Front page' },
      { url: 'https://harbour-ledger.example/news/harbour.atom', title: null },
      { url: 'https://json.example/feed.json', title: null },
    ]);
  });

  test('the feeds that a page names are resolved against its base', () => {
    const html =
      '<base href="https://cdn.example/a/"><base href="https://late.example/"><link rel=alternate type=application/rss+xml href=rss>';
    expect(named(html)).toMatchObject([{ url: 'https://cdn.example/a/rss' }]);
  });

  test('comment feeds come last', () => {
    const html = `<link rel="alternate" type="application/rss+xml" title="Ledger » Comments Feed" href="/c">
      <link rel="alternate" type="application/rss+xml" title="One story" href="/story/comments/feed/">
      <link rel="alternate" type="application/rss+xml" title="Ledger » Feed" href="/feed/">`;
    expect(named(html).map(({ title }) => title)).toEqual([
      'Ledger » Feed',
      'Ledger » Comments Feed',
      'One story',
    ]);
  });

  test('translations, styles and interfaces of a page are no feeds', () => {
    const html = `<link rel="alternate" hreflang="de" href="/de/">
      <link rel="alternate stylesheet" type="text/css" href="/dark.css">
      <link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/7">
      <link rel="alternate" type="application/json+oembed" href="/oembed">
      <link rel="stylesheet" type="application/rss+xml" href="/odd">
      <link rel="alternate" type="application/rss+xml" href="">
      <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">`;
    expect(named(html)).toEqual([]);
  });

  test('a feed is found once, and at most 25 are', () => {
    const link = (n: number) => `<link rel="alternate" type="application/rss+xml" href="/${n}">`;
    const html = Array.from({ length: 60 }, (_, n) => link(n % 30)).join('');
    expect(named(html)).toHaveLength(25);
    expect(named(link(1) + link(1))).toHaveLength(1);
  });
});

test('links in the text of a page that look like feeds are found', () => {
  const html = `<a href="/feed/">x</a> <a href="/rss.xml">y</a> <a href="/all">RSS</a>
    <a href="/?feed=rss2">z</a> <a href="feed://harbour-ledger.example/f">News <b>feed</b></a>
    <a href="/harbour.atom">w</a> <a href="/feedback">Feedback</a> <a href="/buffeed">B</a>
    <a href="mailto:feed@harbour-ledger.example">RSS</a> <a href="/about">About our RSS feeds</a>`;
  expect(linked(html)).toEqual([
    'https://harbour-ledger.example/feed/',
    'https://harbour-ledger.example/rss.xml',
    'https://harbour-ledger.example/all',
    'https://harbour-ledger.example/?feed=rss2',
    'https://harbour-ledger.example/f',
    'https://harbour-ledger.example/harbour.atom',
  ]);
});

test('where a site usually has its feed is asked below the page first, then in its folder', () => {
  expect(usualFeeds('https://a.example/blog/today?x=1').slice(0, 5)).toEqual([
    'https://a.example/blog/today/feed',
    'https://a.example/blog/today/rss',
    'https://a.example/blog/feed',
    'https://a.example/blog/rss.xml',
    'https://a.example/feed',
  ]);
  expect(usualFeeds('https://a.example/sport/').slice(0, 3)).toEqual([
    'https://a.example/sport/feed',
    'https://a.example/sport/rss',
    'https://a.example/feed',
  ]);
  expect(usualFeeds('https://a.example/sport/index.html')[0]).toBe('https://a.example/sport/feed');
  expect(usualFeeds('https://a.example')).toHaveLength(7);
});

describe('of the feeds that a page names', () => {
  const feed = (path: string, title: string | null = null) => ({
    url: `https://a.example${path}`,
    title,
  });
  const all = feed('/rss/all.xml', 'The Ledger');
  const sport = feed('/rss/sport.xml', 'The Ledger: Sport');
  const council = feed('/f/17', 'City Council');
  const comments = feed('/comments/feed', 'The Ledger » Comments Feed');
  const of = (path: string, feeds = [all, sport, council, comments]) =>
    feedsOfPage(feeds, `https://a.example${path}`);

  test('the one of the page’s section is chosen, by its address or its title', () => {
    expect(of('/sport/')).toEqual([sport]);
    expect(of('/news/sport.html')).toEqual([sport]);
    expect(of('/sport/2026/ferry-race')).toEqual([sport]);
    expect(of('/city-council')).toEqual([council]);
  });

  test('all are, where none is the page’s own, but not those of comments', () => {
    expect(of('/')).toEqual([all, sport, council]);
    expect(of('/weather/')).toEqual([all, sport, council]);
    expect(of('/sporting')).toEqual([all, sport, council]);
    expect(of('/', [all, comments])).toEqual([all]);
    expect(of('/', [comments])).toEqual([comments]);
  });

  test('one feed in two formats is one', () => {
    const html = `<link rel="alternate" type="application/rss+xml" title="The Ledger (RSS 2.0)" href="/feed/rss2/">
      <link rel="alternate" type="application/atom+xml" title="The Ledger (Atom)" href="/feed/atom/">
      <link rel="alternate" type="application/rss+xml" title="Sport (RSS)" href="/sport/rss">`;
    expect(named(html).map(({ title }) => title)).toEqual(['The Ledger (RSS 2.0)', 'Sport (RSS)']);
  });
});

test('a page says what it belongs to: its address, its author’s, its channel', () => {
  const html = `<link rel="canonical" href="/@ledger"><link itemprop="url" href="https://tube.example/@ledger">
    <meta itemprop="channelId" content="UC1"><meta itemprop="channelId" content="../x"><link rel="canonical" href="${page}">`;
  expect(pageFeeds(html, page).pages).toEqual([
    'https://harbour-ledger.example/@ledger',
    'https://tube.example/@ledger',
    'https://harbour-ledger.example/channel/UC1',
  ]);
});

test('a podcast’s lookup names its feed', () => {
  const answer = (results: unknown) => JSON.stringify({ resultCount: 1, results });
  expect(
    lookedUpFeeds(answer([{ collectionName: 'Ferry Talk', feedUrl: 'https://pod.example/rss' }])),
  ).toEqual([{ url: 'https://pod.example/rss', title: 'Ferry Talk' }]);
  expect(lookedUpFeeds(answer([{ artistName: 'x' }]))).toEqual([]);
  expect(lookedUpFeeds('{"version":"https://jsonfeed.org/version/1.1"}')).toBeNull();
  expect(lookedUpFeeds('no JSON')).toBeNull();
});

test('a page is distinguished from other documents', () => {
  expect(isWebPage('<!DOCTYPE html><title>x</title>')).toBe(true);
  expect(isWebPage('\n<body class="x">')).toBe(true);
  expect(isWebPage('<opml version="2.0"></opml>')).toBe(false);
  expect(isWebPage('{"error":"no"}')).toBe(false);
});

test.each([
  ['a million open elements', '<div>'.repeat(200_000)],
  ['a million open links', '<a href="/feed">'.repeat(60_000)],
  ['an attribute without an end', `<link rel="alternate" href="${'x'.repeat(1_000_000)}`],
  ['a heap of brackets', '<'.repeat(1_000_000)],
])('%s is read to an end', (_, html) => {
  expect(pageFeeds(html, page).named).toEqual([]);
});
