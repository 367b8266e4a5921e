import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../src/article/index.ts';
import { first, linked, page, story } from '../pages.ts';

describe('datelines, dates, topics and comments', () => {
  test.each([
    [
      'agency in the lead',
      `<article><p>PORT ELLEN (Harbour Wire) - ${first}</p>${story}</article>`,
      { dateline: { place: 'PORT ELLEN', agency: 'Harbour Wire' } },
    ],
    [
      'dateline of microdata',
      '<div itemscope itemtype="http://schema.org/NewsArticle"><span itemprop="dateline">PORT ELLEN, Scotland</span></div>',
      { dateline: { place: 'PORT ELLEN, Scotland', agency: null } },
    ],
    [
      'dates of microdata',
      '<div itemscope itemtype="http://schema.org/NewsArticle"><time itemprop="datePublished" datetime="2011-05-05T16:29:00-04:00">Thursday</time><meta itemprop="dateModified" content="2011-05-06T08:00:00Z"></div>',
      { publishedAt: Date.UTC(2011, 4, 5, 20, 29), updatedAt: Date.UTC(2011, 4, 6, 8) },
    ],
    [
      'keywords of microdata, before its section',
      '<div itemscope itemtype="http://schema.org/NewsArticle"><meta itemprop="keywords" content="Ferries, Harbour"><span itemprop="articleSection">Islands</span></div>',
      { topics: ['Ferries', 'Harbour'] },
    ],
    [
      'keywords of JSON-LD as terms',
      linked({
        '@type': 'Article',
        keywords: [{ '@type': 'DefinedTerm', name: 'Ferries' }, 'Harbour'],
      }),
      { topics: ['Ferries', 'Harbour'] },
    ],
    [
      'count of microdata',
      '<div itemscope itemtype="http://schema.org/NewsArticle"><meta itemprop="commentCount" content="12"></div>',
      { commentCount: 12 },
    ],
    [
      'count of schema.org’s first years',
      '<div itemscope itemtype="http://schema.org/NewsArticle"><meta itemprop="interactionCount" content="UserComments:12"></div>',
      { commentCount: 12 },
    ],
    [
      'discussion of microdata',
      '<div itemscope itemtype="http://schema.org/NewsArticle"><link itemprop="discussionUrl" href="/talk/1"></div>',
      { commentLinks: { page: 'https://ledger.example/talk/1' } },
    ],
    [
      'headline of RDFa',
      '<div vocab="https://schema.org/" typeof="NewsArticle"><h2 property="headline">Old ferry sinks</h2></div>',
      { headline: 'Old ferry sinks' },
    ],
    [
      'JSON-LD before its microdata',
      `${linked({ '@type': 'Article', headline: 'Old ferry sinks', author: [] })}<div itemscope itemtype="http://schema.org/Article"><b itemprop="headline">Ferry</b><b itemprop="author">Ana Ruiz</b></div>`,
      { headline: 'Old ferry sinks', credits: { byline: [{ name: 'Ana Ruiz', place: null }] } },
    ],
    [
      'own article among several',
      '<div itemscope itemtype="http://schema.org/Article"><link itemprop="url" href="/other"><b itemprop="headline">Other</b></div><div itemscope itemtype="http://schema.org/Article"><link itemprop="url" href="/news/ferry-sinks"><b itemprop="headline">Old ferry sinks</b></div>',
      { headline: 'Old ferry sinks' },
    ],
    [
      'own microdata and not by that of comments',
      '<div itemscope itemtype="http://schema.org/NewsArticle"><div itemprop="comment" itemscope itemtype="http://schema.org/Comment"><b itemprop="author">Dora</b><time itemprop="datePublished" datetime="2012-01-01T00:00:00Z"></time></div></div>',
      { publishedAt: null, credits: { byline: [] } },
    ],
  ])('a page is read by its %s', async (_, html, facts) => {
    expect(await readArticle(page(html))).toMatchObject(facts);
  });
});
