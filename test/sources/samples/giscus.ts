import { giscus } from '../../../src/sources/giscus.ts';
import { inOrderOfRequests, type Sample, type SampleKind, type SourceSample } from '../replay.ts';

export const link = 'https://github.com/ledger/talk/discussions/7';
export const ref = { repository: 'ledger/talk', discussion: 7 };

export const list = (
  nodes: readonly object[],
  next: string | null = null,
  hasNext = next !== null,
) => ({
  totalCount: nodes.length,
  pageInfo: { hasNextPage: hasNext, endCursor: next },
  nodes,
});

/** As GitHub gives an answer to a comment. */
export const reply = (databaseId: number, fields: object = {}) => ({
  databaseId,
  body: 'It **sank**.',
  createdAt: '2026-11-24T08:23:00Z',
  lastEditedAt: null,
  deletedAt: null,
  isMinimized: false,
  url: `${link}#discussioncomment-${databaseId}`,
  author: { login: 'ana', avatarUrl: 'https://avatars.githubusercontent.com/u/3?v=4' },
  ...fields,
});

export const comment = (databaseId: number, fields: object = {}) => ({
  id: `DC_${databaseId}`,
  replies: list([]),
  ...reply(databaseId),
  ...fields,
});

export const answer = (comments: object, locked = false) => ({
  data: { repository: { discussion: { locked, comments } } },
});

const perPage = 100;

function pagesOf(samples: readonly Sample[], kind: SampleKind): object[] {
  const all = samples.map(({ id = 'c-1', author, text }) =>
    comment(Number(id.slice(2)) + 200, { body: text, author: { login: author } }),
  );
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  return Array.from({ length: pages }, (_, page) => {
    const next = page + 1 < pages ? `Y3Vyc29y${page}` : null;
    const nodes = all.slice(page * perPage, (page + 1) * perPage);
    return answer(list(nodes, next, next !== null || kind === 'windowed'));
  });
}

export const giscusSample: SourceSample = {
  source: giscus,
  commentLinks: { feed: null, page: link },
  contentType: 'application/json; charset=utf-8',
  hasIds: true,
  mostComments: 1_900,
  answers: (comments, kind) => inOrderOfRequests(giscus, ref, pagesOf(comments, kind)),
};
