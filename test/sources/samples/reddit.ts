import { reddit } from '../../../src/sources/reddit/reddit.ts';
import { inOrderOfRequests, type SampleKind, type SourceSample } from '../replay.ts';

export const link = 'https://www.reddit.com/r/harbour/comments/1abc23/ferry_sinks/';
export const ref = { post: '1abc23' };

/** As Reddit gives a comment, with fields that nobody needs. */
export const entry = (fields: object = {}) => ({
  kind: 't1',
  data: {
    id: 'k1',
    name: 't1_k1',
    parent_id: 't3_1abc23',
    link_id: 't3_1abc23',
    author: 'ana',
    body: 'It sank.',
    body_html: '<div class="md"><p>It sank.</p>\n</div>',
    created_utc: 1_764_000_000.0,
    edited: false,
    permalink: '/r/harbour/comments/1abc23/ferry_sinks/k1/',
    score: 3,
    replies: '',
    ...fields,
  },
});

export const more = (parent: string, children: readonly string[]) => ({
  kind: 'more',
  data: { id: children[0] ?? '_', parent_id: parent, count: children.length, children },
});

export const listing = (children: readonly object[]) => ({ kind: 'Listing', data: { children } });

export const answer = (children: readonly object[], post: object = {}) => [
  listing([
    {
      kind: 't3',
      data: {
        id: '1abc23',
        num_comments: children.length,
        locked: false,
        archived: false,
        ...post,
      },
    },
  ]),
  listing(children),
];

export const moreAnswer = (things: readonly object[]) => ({
  json: { errors: [], data: { things } },
});

const first = 500;
const batch = 100;

export const redditSample: SourceSample = {
  source: reddit,
  commentLinks: { feed: null, page: link },
  contentType: 'application/json; charset=UTF-8',
  hasIds: true,
  mostComments: 2_300,
  answers: (comments, kind: SampleKind) => {
    const all = comments.map(({ id, author, text }) =>
      entry({ id, author, body: text, body_html: `<div class="md"><p>${text}</p></div>` }),
    );
    const rest = all.slice(first);
    const left = comments.slice(first).map(({ id = '' }) => id);
    if (kind === 'windowed') left.push('gone');
    const open = left.length > 0 ? [more('t3_1abc23', left)] : [];
    const batches = Array.from({ length: Math.ceil(rest.length / batch) }, (_, index) =>
      moreAnswer(rest.slice(index * batch, (index + 1) * batch)),
    );
    const tree = answer([...all.slice(0, first), ...open], { num_comments: all.length });
    return inOrderOfRequests(reddit, ref, [tree, ...batches]);
  },
};
