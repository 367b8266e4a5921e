import { disqus } from '../../../src/sources/disqus.ts';
import type { Sample, SampleKind, SourceSample } from '../replay.ts';

const asked = 'forum=ledger-news&thread=ident%3Aferry-7';
export const about = `https://disqus.com/api/3.0/threads/details.json?${asked}`;
export const list = `https://disqus.com/api/3.0/threads/listPosts.json?${asked}&limit=100&order=desc&include=approved&include=deleted`;

export const embeds = [
  { source: 'disqus', values: { forum: 'ledger-news', identifier: 'ferry-7' } },
];

/** As Disqus gives a post, with fields that nobody needs. */
export const post = (fields: object) => ({
  id: '1',
  parent: null,
  forum: 'ledger-news',
  thread: '77',
  isApproved: true,
  isDeleted: false,
  isSpam: false,
  isEdited: false,
  likes: 2,
  message: '<p>It sank.</p>',
  raw_message: 'It sank.',
  createdAt: '2011-05-06T11:40:00',
  author: {
    name: 'Ana',
    username: 'ana',
    isAnonymous: false,
    profileUrl: 'https://disqus.com/by/ana/',
    url: 'https://ana.example/',
    avatar: { permalink: 'https://disqus.com/api/users/avatars/ana.jpg' },
  },
  ...fields,
});

export const posts = (response: object[], next: string | null = null) => ({
  cursor: { hasNext: next !== null, next: next ?? 'end', hasPrev: false },
  code: 0,
  response,
});

export const thread = (fields: object = {}) => ({
  code: 0,
  response: {
    id: '77',
    isClosed: false,
    posts: 1,
    link: 'https://ledger.example/ferry',
    ...fields,
  },
});

/** Newest first, a hundred a page, as the interface gives them. */
function pagesOf(samples: readonly Sample[]): Record<string, string> {
  const all = samples
    .map(({ id, author, text }) =>
      post({ id, author: { name: author }, message: `<p>${text}</p>` }),
    )
    .toReversed();
  const pages = Math.max(1, Math.ceil(all.length / 100));
  return Object.fromEntries(
    Array.from({ length: pages }, (_, page) => {
      const next = page + 1 < pages ? `${page + 1}:0:0` : null;
      const body = posts(all.slice(page * 100, page * 100 + 100), next);
      const at = page === 0 ? list : `${list}&cursor=${encodeURIComponent(`${page}:0:0`)}`;
      return [at, JSON.stringify(body)];
    }),
  );
}

export const disqusSample: SourceSample = {
  source: disqus,
  commentLinks: { feed: null, page: null, embeds },
  contentType: 'application/json',
  hasIds: true,
  isAlwaysWhole: true,
  mostComments: 1_800,
  answers: (comments: readonly Sample[], kind: SampleKind) => ({
    ...pagesOf(comments),
    ...(kind === 'counted' && { [about]: JSON.stringify(thread({ posts: comments.length })) }),
  }),
};
