import { remark42 } from '../../../src/sources/remark42.ts';
import type { SourceSample, Recorded } from '../replay.ts';
import { storyUrl } from '../stories.ts';

export const host = 'https://remark.example/';
export const ref = { host, site: 'ledger', url: storyUrl };
export const findUrl = `${host}api/v1/find?site=ledger&url=${encodeURIComponent(storyUrl)}&sort=%2Btime&format=plain`;

export type Fields = Record<string, unknown>;

/** As Remark42 gives a comment, with fields that nobody needs. */
export const entry = (id: string, fields: Fields = {}): Fields => ({
  id,
  pid: '',
  text: `<p>Comment ${id}.</p>\n`,
  user: { name: 'Ana', id: 'github_1', picture: `${host}api/v1/avatar/a.image`, admin: false },
  locator: { site: 'ledger', url: storyUrl },
  score: 2,
  vote: 0,
  time: '2026-11-24T03:23:00.123456789-05:00',
  ...fields,
});

export const found = (comments: Fields[] | null, info: Fields = {}): Fields => ({
  comments,
  info: {
    url: storyUrl,
    count: comments?.filter(({ delete: deleted }) => deleted !== true).length ?? 0,
    first_time: '2026-11-24T03:23:00Z',
    last_time: '2026-11-24T03:23:00Z',
    ...info,
  },
});

/** As its server escapes names. */
const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const remark42Sample: SourceSample = {
  source: remark42,
  commentLinks: { feed: null, page: null, embeds: [{ source: 'remark42', values: ref }] },
  contentType: 'application/json; charset=utf-8',
  hasIds: true,
  isAlwaysWhole: true,
  answers: (samples): Recorded => ({
    [findUrl]: JSON.stringify(
      found(
        samples.map(({ id = 'c-1', author, text }) =>
          entry(id, { user: { name: escape(author), id: 'x', picture: '' }, text: escape(text) }),
        ),
      ),
    ),
  }),
};
