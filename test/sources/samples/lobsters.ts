import { lobsters } from '../../../src/sources/lobsters.ts';
import type { Sample, SourceSample } from '../replay.ts';

export const url = 'https://lobste.rs/s/ab12cd.json';
const page = 'https://lobste.rs/s/ab12cd/ferry_sinks';

/** As Lobsters gives a comment, with fields that nobody needs. */
export const entry = (fields: object) => ({
  short_id: 'x1',
  short_id_url: 'https://lobste.rs/c/x1',
  created_at: '2011-05-06T06:40:00.000-05:00',
  last_edited_at: '2011-05-06T06:40:00.000-05:00',
  is_deleted: false,
  is_moderated: false,
  score: 3,
  flags: 0,
  parent_comment: null,
  comment: '<p>It sank.</p>\n',
  comment_plain: 'It sank.',
  url: 'https://lobste.rs/c/x1',
  depth: 0,
  commenting_user: 'ana',
  ...fields,
});

export const answer = (comments: object[], total = comments.length) =>
  JSON.stringify({ short_id: 'ab12cd', title: 'Ferry sinks', comment_count: total, comments });

export const lobstersSample: SourceSample = {
  source: lobsters,
  commentLinks: { feed: null, page },
  hasValidators: true,
  contentType: 'application/json',
  hasIds: true,
  isAlwaysWhole: true,
  answers: (comments: readonly Sample[]) => ({
    [url]: answer(
      comments.map(({ id, author, text }) =>
        entry({ short_id: id, commenting_user: author, comment: `<p>${text}</p>` }),
      ),
    ),
  }),
};
