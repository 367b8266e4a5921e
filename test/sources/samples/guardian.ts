import { guardian } from '../../../src/sources/guardian.ts';
import { pagesOf, type Sample, type SourceSample } from '../replay.ts';

const root = 'https://discussion.theguardian.com/discussion-api/discussion/p/ab12c';

export const pageAt = (page: number) =>
  `${root}?orderBy=oldest&pageSize=100&displayThreaded=false&page=${page}`;

/** As the interface gives a comment, with fields that nobody needs. */
export const entry = (id: number, fields: object = {}) => ({
  id,
  body: '<p>It sank.</p>',
  date: '24 November 2026 8:23am',
  isoDateTime: '2026-11-24T08:23:00Z',
  status: 'visible',
  webUrl: `https://discussion.theguardian.com/comment-permalink/${id}`,
  apiUrl: `https://discussion.guardianapis.com/discussion-api/comment/${id}`,
  numRecommends: 3,
  isHighlighted: false,
  userProfile: {
    userId: '77',
    displayName: 'ana',
    webUrl: 'https://profile.theguardian.com/user/id/77',
    secureAvatarUrl: 'https://avatar.guim.co.uk/user/77',
    badge: [],
  },
  ...fields,
});

export const answer = (
  comments: object[],
  { total = comments.length, pages = 1, closed = false } = {},
) => ({
  status: 'ok',
  currentPage: 1,
  pages,
  pageSize: 100,
  orderBy: 'oldest',
  discussion: {
    key: '/p/ab12c',
    commentCount: total,
    topLevelCommentCount: total,
    isClosedForComments: closed,
    isThreaded: true,
    title: 'Ferry sinks',
    comments,
  },
});

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const commentLinks = {
  feed: null,
  page: null,
  embeds: [{ source: 'guardian', values: { key: '/p/ab12c' } }],
};

export const guardianSample: SourceSample = {
  source: guardian,
  commentLinks,
  found: { [pageAt(1)]: JSON.stringify(answer([])) },
  contentType: 'application/json',
  hasIds: true,
  mostComments: 1_903,
  answers: (comments: readonly Sample[], kind) => {
    const total = kind === 'windowed' ? 40 : comments.length;
    const entries = comments.map(({ id = 'c-1', author, text }) =>
      entry(5000 + Number(id.slice(2)), {
        body: `<p>${escaped(text)}</p>`,
        userProfile: { displayName: author },
      }),
    );
    return pagesOf(entries, 100, (page, of, pages) => [
      pageAt(page),
      JSON.stringify(answer(of, { total, pages })),
    ]);
  },
};
