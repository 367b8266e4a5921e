import { mastodon } from '../../../src/sources/mastodon.ts';
import type { Sample, SourceSample } from '../replay.ts';

export const origin = 'https://harbour.example';
export const page = `${origin}/@ledger/100`;
export const status = `${origin}/api/v1/statuses/100`;
export const context = `${status}/context`;

/** As Mastodon 4.5 gives a post, with fields that nobody needs. */
export const post = (id: number | string, fields: object = {}, base = origin) => ({
  id: String(id),
  created_at: '2026-11-24T08:23:00.000Z',
  in_reply_to_id: '100',
  in_reply_to_account_id: '1',
  sensitive: false,
  spoiler_text: '',
  visibility: 'public',
  language: 'en',
  uri: `${base}/users/ana/statuses/${id}`,
  url: `${base}/@ana/${id}`,
  replies_count: 0,
  edited_at: null,
  content: '<p>It sank.</p>',
  reblog: null,
  account: {
    id: '7',
    username: 'ana',
    acct: 'ana',
    display_name: 'Ana',
    url: `${base}/@ana`,
    avatar: `${base}/a.png`,
    avatar_static: `${base}/a.png`,
    emojis: [],
  },
  media_attachments: [],
  mentions: [],
  tags: [],
  emojis: [],
  card: null,
  poll: null,
  ...fields,
});

export const account = (fields: object) => ({ account: { ...post(1).account, ...fields } });
export const story = post(100, { in_reply_to_id: null });
export const answer = (descendants: object[]) => JSON.stringify({ ancestors: [], descendants });
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const more = (count: number) =>
  Array.from({ length: count }, (_, index) => post(9_000 + index));

export const mastodonSample: SourceSample = {
  source: mastodon,
  commentLinks: { feed: null, page },
  found: { [status]: JSON.stringify(story) },
  hasValidators: true,
  contentType: 'application/json; charset=utf-8',
  hasIds: true,
  answers: (comments: readonly Sample[], kind) => ({
    [context]: answer([
      ...comments.map(({ id = 'c-1', author, text }) =>
        post(Number(id.slice(2)) + 200, {
          content: `<p>${escaped(text)}</p>`,
          ...account({ display_name: author }),
        }),
      ),
      ...(kind === 'windowed' ? more(57) : []),
    ]),
  }),
};
