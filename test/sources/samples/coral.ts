import { coral } from '../../../src/sources/coral.ts';
import { inOrderOfRequests, type Sample, type SampleKind, type SourceSample } from '../replay.ts';
import { story } from '../stories.ts';

export const root = 'https://talk.ledger.example';
export const ref = { root, story: 's-9' };
export const embeds = [{ source: 'coral', values: { root: `${root}/`, storyId: 's-9' } }];
export const commentLinks = { feed: null, page: null, embeds };

/** As Coral gives a comment. */
export const node = (fields: object) => ({
  id: 'c-1',
  body: '<div>It sank.</div>',
  createdAt: '2026-11-24T08:23:00.000Z',
  status: 'NONE',
  deleted: null,
  permalink: 'https://ledger.example/news/ferry-sinks?commentID=c-1',
  author: { username: 'Ana', avatar: null },
  parent: null,
  editing: { edited: false },
  revision: { createdAt: '2026-11-24T08:23:00.000Z' },
  ...fields,
});

export const answer = (
  nodes: readonly object[],
  { next = null, hasNext = next !== null, ...story }: Page = {},
) => ({
  data: {
    story: {
      isClosed: story.isClosed ?? false,
      commentCounts: { totalPublished: story.total ?? nodes.length },
    },
    comments: { nodes, pageInfo: { hasNextPage: hasNext, endCursor: next } },
  },
});

interface Page {
  next?: string | null;
  hasNext?: boolean;
  isClosed?: boolean;
  total?: number;
}

const perPage = 50;

/** Newest first, fifty a page, as the interface gives them. */
function pagesOf(comments: readonly Sample[], kind: SampleKind): object[] {
  const all = comments
    .map(({ id, author, text }) =>
      node({ id, body: `<div>${text}</div>`, author: { username: author } }),
    )
    .toReversed();
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  return Array.from({ length: pages }, (_, page) =>
    answer(all.slice(page * perPage, (page + 1) * perPage), {
      next: page + 1 < pages ? `2026-${page}` : null,
      total: all.length,
      ...(kind === 'windowed' && { hasNext: true }),
    }),
  );
}

function foundAt(): string {
  const settings = { source: 'coral', selectors: null };
  const step = coral.find({ story: story({ commentLinks }), settings, keyedOrigins: [root] }, []);
  return ('ask' in step && step.ask[0]?.url) || '';
}

export const coralSample: SourceSample = {
  source: coral,
  commentLinks,
  found: { [foundAt()]: JSON.stringify({ data: { story: { id: 's-9' } } }) },
  contentType: 'application/json',
  hasIds: true,
  mostComments: 950,
  answers: (comments, kind) => inOrderOfRequests(coral, ref, pagesOf(comments, kind)),
};
