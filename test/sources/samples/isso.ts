import { isso } from '../../../src/sources/isso.ts';
import type { SourceSample, Recorded } from '../replay.ts';
import { storyUrl } from '../stories.ts';

export const api = 'https://isso.example/';
export const ref = { api, uri: '/news/ferry-sinks', page: storyUrl };
export const threadUrl = `${api}?uri=%2Fnews%2Fferry-sinks`;

export type Fields = Record<string, unknown>;

/** As Isso gives a comment, with fields that nobody needs. */
export const entry = (id: number, fields: Fields = {}): Fields => ({
  id,
  parent: null,
  created: 1_795_508_580.75,
  modified: null,
  mode: 1,
  text: `<p>Comment ${id}.</p>`,
  author: 'Ana',
  website: 'https://spam.example/',
  likes: 1,
  dislikes: 0,
  notification: 0,
  hash: '2af4e1a6c96a',
  ...fields,
});

export const thread = (replies: Fields[], fields: Fields = {}): Fields => ({
  id: null,
  total_replies: replies.length,
  hidden_replies: 0,
  replies: replies.map((reply) => ({ total_replies: 0, hidden_replies: 0, replies: [], ...reply })),
  config: { 'reply-to-self': false },
  ...fields,
});

/** As its server escapes names. */
const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const issoSample: SourceSample = {
  source: isso,
  commentLinks: { feed: null, page: null, embeds: [{ source: 'isso', values: ref }] },
  contentType: 'application/json; charset=utf-8',
  hasIds: true,
  answers: (samples, kind): Recorded => ({
    [threadUrl]: JSON.stringify(
      thread(
        samples.map(({ id = 'c-1', author, text }) =>
          entry(Number(id.slice(2)), { author: escape(author), text: escape(text) }),
        ),
        kind === 'windowed' ? { hidden_replies: 9 } : {},
      ),
    ),
  }),
};
