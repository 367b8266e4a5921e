import { lemmy } from '../../../src/sources/lemmy.ts';
import { pagesOf, type Sample, type SourceSample, type Recorded } from '../replay.ts';

export const origin = 'https://crew.example';
export const page = `${origin}/post/77`;
export const post = `${origin}/api/v3/post?id=77`;
const list = (query: string) => `${origin}/api/v3/comment/list?post_id=77&type_=All&${query}`;
const tree = list('sort=Old&max_depth=100');

/** As Lemmy 0.19 gives a comment, with fields that nobody needs. */
export const entry = (id: number, fields: object = {}, creator: object = {}, base = origin) => ({
  comment: {
    id,
    creator_id: 7,
    post_id: 77,
    content: 'It sank.',
    removed: false,
    deleted: false,
    published: '2026-11-24T08:23:00.123456Z',
    ap_id: `${base}/comment/${id}`,
    local: true,
    path: `0.${id}`,
    distinguished: false,
    language_id: 0,
    ...fields,
  },
  creator: {
    id: 7,
    name: 'ana',
    actor_id: `${base}/u/ana`,
    avatar: `${base}/a.png`,
    deleted: false,
    banned: false,
    ...creator,
  },
  counts: { comment_id: id, score: 3, child_count: 0 },
});

export const postOf = (comments: number, locked = false) => ({
  post_view: { post: { id: 77, name: 'Ferry sinks', locked }, counts: { post_id: 77, comments } },
});

export const answers = (comments: object[], total = comments.length, locked = false): Recorded => ({
  [tree]: JSON.stringify({ comments }),
  [post]: JSON.stringify(postOf(total, locked)),
});

export const lemmySample: SourceSample = {
  source: lemmy,
  commentLinks: { feed: null, page },
  found: { [post]: JSON.stringify(postOf(3)) },
  contentType: 'application/json',
  hasIds: true,
  mostComments: 1_150,
  answers: (comments: readonly Sample[], kind) => {
    const entries = comments.map(({ id = 'c-1', author, text }) =>
      entry(Number(id.slice(2)) + 200, { content: text }, { display_name: author }),
    );
    return {
      ...answers(entries.slice(0, 300), kind === 'windowed' ? 40 : comments.length),
      ...pagesOf(entries.toReversed(), 50, (page, of) => [
        list(`sort=New&limit=50&page=${page}`),
        JSON.stringify({ comments: of }),
      ]),
    };
  },
};
