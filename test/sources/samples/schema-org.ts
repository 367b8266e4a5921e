import { schemaOrg } from '../../../src/sources/schema-org/schema-org.ts';
import type { Sample, SourceSample } from '../replay.ts';
import { storyUrl } from '../stories.ts';

type Fields = Record<string, unknown>;

export const comment = (fields: Fields = {}): Fields => ({
  '@type': 'Comment',
  author: { '@type': 'Person', name: 'Ana' },
  datePublished: '2026-11-24T08:23:00+00:00',
  text: 'It sank.',
  ...fields,
});

export const article = (comments: unknown, fields: Fields = {}): Fields => ({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Ferry sinks',
  comment: comments,
  ...fields,
});

export const page = (data: unknown, body = '<p>The ferry sank.</p>') =>
  `<!doctype html><html><head><title>Ferry sinks</title><script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script></head><body><article>${body}</article></body></html>`;

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const microdata = (comments: string, count: number | null = null) =>
  `<!doctype html><html><body><article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Ferry sinks</h1><p itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Dee Desk</span></p><p>The ferry sank.</p>${count === null ? '' : `<meta itemprop="commentCount" content="${count}">`}<section>${comments}</section></article></body></html>`;

export const marked = ({ id, author, text }: Sample, inside = '') =>
  `<div itemprop="comment" itemscope itemtype="https://schema.org/Comment"${id ? ` id="${id}"` : ''}>
    <span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">${escape(author)}</b></span>
    <time itemprop="datePublished" datetime="2026-11-24T08:23:00Z">May 6</time>
    <div itemprop="text">${escape(text)}</div>${inside}</div>`;

export const commentLinks = {
  feed: null,
  page: null,
  embeds: [{ source: 'schema-org', values: { page: storyUrl } }],
};

const totals = { plain: null, windowed: 40 };

export const schemaOrgSample: SourceSample = {
  source: schemaOrg,
  commentLinks,
  contentType: 'text/html; charset=utf-8',
  answers: (samples, kind) => ({
    [storyUrl]: page(
      article(
        samples.map(({ id, author, text }) =>
          comment({ author: { name: author }, text, ...(id && { '@id': id }) }),
        ),
        { commentCount: kind === 'counted' ? samples.length : totals[kind] },
      ),
    ),
  }),
};

export const microdataSample: SourceSample = {
  source: schemaOrg,
  commentLinks,
  contentType: 'text/html; charset=utf-8',
  answers: (samples, kind) => ({
    [storyUrl]: microdata(
      samples.map((sample) => marked(sample)).join('\n'),
      kind === 'counted' ? samples.length : totals[kind],
    ),
  }),
};
