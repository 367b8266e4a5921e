import { githubIssue } from '../../../src/sources/github-issue.ts';
import { pagesOf, type Sample, type SourceSample, type Recorded } from '../replay.ts';

export const link = 'https://github.com/ledger/talk/issues/7';
const about = 'https://api.github.com/repos/ledger/talk/issues/7';
const pageAt = (page: number) => `${about}/comments?per_page=100&page=${page}`;

/** As GitHub gives a comment, with fields that nobody needs. */
export const entry = (id: number, fields: object = {}) => ({
  url: `https://api.github.com/repos/ledger/talk/issues/comments/${id}`,
  html_url: `${link}#issuecomment-${id}`,
  id,
  node_id: 'IC_x',
  user: {
    login: 'ana',
    id: 3,
    avatar_url: 'https://avatars.githubusercontent.com/u/3?v=4',
    html_url: 'https://github.com/ana',
    type: 'User',
  },
  created_at: '2026-11-24T08:23:00Z',
  updated_at: '2026-11-24T08:23:00Z',
  author_association: 'NONE',
  body: 'It **sank**.',
  reactions: { total_count: 0 },
  ...fields,
});

export const issue = (comments: number, fields: object = {}) => ({
  number: 7,
  title: 'news/ferry-sinks',
  state: 'open',
  locked: false,
  active_lock_reason: null,
  comments,
  ...fields,
});

export const answers = (
  comments: object[],
  total = comments.length,
  fields: object = {},
): Recorded => ({
  [pageAt(1)]: JSON.stringify(comments),
  [about]: JSON.stringify(issue(total, fields)),
});

export const githubIssueSample: SourceSample = {
  source: githubIssue,
  commentLinks: { feed: null, page: link },
  contentType: 'application/json; charset=utf-8',
  hasIds: true,
  hasValidators: true,
  mostComments: 903,
  answers: (comments: readonly Sample[], kind) => {
    const entries = comments.map(({ id = 'c-1', author, text }) =>
      entry(Number(id.slice(2)) + 200, { body: text, user: { login: author } }),
    );
    return {
      ...pagesOf(entries, 100, (page, of) => [pageAt(page), JSON.stringify(of)]),
      [about]: JSON.stringify(issue(kind === 'windowed' ? 40 : comments.length)),
    };
  },
};
