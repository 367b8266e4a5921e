import { wordpress } from '../../../src/sources/wordpress.ts';
import { pagesOf, type Sample, type SampleDocument, type SourceSample } from '../replay.ts';
import { storyUrl } from '../stories.ts';

export const api = 'https://ledger.example/wp-json/';
export const root = `${api}wp/v2`;
export const probe = `${root}/comments?post=7&per_page=1&_fields=id`;

export const pageOf = (page: number) =>
  `${root}/comments?post=7&per_page=100&page=${page}&_fields=id%2Cparent%2Cauthor_name%2Cdate_gmt%2Ccontent%2Clink%2Cauthor_avatar_urls`;

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** As WordPress 6.1 gives it. */
export const comment = (id: number, author: string, html: string, parent = 0) => ({
  id,
  parent,
  author_name: escape(author),
  date_gmt: '2026-11-24T08:23:00',
  content: { rendered: `<p>${html}</p>\n` },
  link: `${storyUrl}/#comment-${id}`,
  author_avatar_urls: { '24': 'https://avatar.example/24', '96': 'https://avatar.example/96' },
});

export const listOf = (
  comments: readonly unknown[],
  total?: number,
  pages = 1,
): SampleDocument => ({
  text: JSON.stringify(comments),
  headers:
    total === undefined ? {} : { 'x-wp-total': String(total), 'x-wp-totalpages': String(pages) },
});

const sampled = (samples: readonly Sample[]) =>
  samples.map(({ id, author, text }, index) =>
    comment(id ? Number(id.slice(2)) + 1 : index + 1, author, text),
  );

const embeds = [{ source: 'wordpress', values: { api, post: '7' } }];

const totals = {
  plain: () => undefined,
  windowed: () => 40,
  counted: (count: number) => count,
};

export const wordpressSample: SourceSample = {
  source: wordpress,
  commentLinks: { feed: null, page: storyUrl, embeds },
  found: { [probe]: '[{"id":3}]' },
  contentType: 'application/json; charset=UTF-8',
  mostComments: 1_800,
  answers: (samples, kind) =>
    pagesOf(sampled(samples), 100, (page, of, pages) => [
      pageOf(page),
      listOf(of, totals[kind](samples.length), pages),
    ]),
};
