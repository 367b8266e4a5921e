import { ghost } from '../../../src/sources/ghost.ts';
import type { SourceSample, Recorded } from '../replay.ts';
import { storyUrl } from '../stories.ts';

export const site = 'https://ledger.example/';
export const post = '64b7f0c2a1e5d90001abcdef';
export const ref = { site, post, page: storyUrl };

export const pageUrl = (page: number) =>
  `${site}members/api/comments/post/${post}/?limit=100&page=${page}&order=created_at+desc`;

type Fields = Record<string, unknown>;

/** As Ghost gives a comment, with fields that nobody needs. */
export const entry = (id: string, fields: Fields = {}): Fields => ({
  id,
  parent_id: null,
  in_reply_to_id: null,
  in_reply_to_snippet: null,
  status: 'published',
  html: `<p>Comment ${id}.</p>`,
  created_at: '2026-11-24T08:23:00.000Z',
  edited_at: null,
  member: { id: 'm1', uuid: 'u', name: 'Ana', expertise: 'Captain', avatar_image: null },
  replies: [],
  liked: false,
  count: { likes: 1, replies: (fields['replies'] as unknown[] | undefined)?.length ?? 0 },
  ...fields,
});

export const listed = (comments: readonly unknown[], total = comments.length, pages = 1): string =>
  JSON.stringify({
    comments,
    meta: { pagination: { page: 1, limit: 100, pages, total, next: null, prev: null } },
  });

/** A post's comments in pages of 100. */
export function recorded(comments: readonly Fields[], total = comments.length): Recorded {
  const pages = Math.max(1, Math.ceil(comments.length / 100));
  return Object.fromEntries(
    Array.from({ length: pages }, (_, index) => [
      pageUrl(index + 1),
      listed(comments.slice(index * 100, index * 100 + 100), total, pages),
    ]),
  );
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const ghostSample: SourceSample = {
  source: ghost,
  commentLinks: { feed: null, page: null, embeds: [{ source: 'ghost', values: ref }] },
  hasValidators: true,
  contentType: 'application/json; charset=utf-8',
  hasIds: true,
  mostComments: 1_000,
  answers: (samples, kind) =>
    recorded(
      samples.map(({ id = 'c-1', author, text }) =>
        entry(id, { member: { name: author }, html: `<p>${escape(text)}</p>` }),
      ),
      kind === 'windowed' ? 40 : samples.length,
    ),
};
