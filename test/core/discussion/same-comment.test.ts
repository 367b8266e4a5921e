import { describe, expect, test } from 'vitest';
import type { Comment } from '../../../src/core/discussion/comment.ts';
import { inSource } from '../../../src/core/discussion/same-comment.ts';
import type { StoredComment } from '../../../src/core/discussion/stored-comment.ts';
import { DiscussionId } from '../../../src/core/ids.ts';

const at = Date.UTC(2011, 4, 6, 11, 40);

const comment = (parts: Partial<Comment>): Comment => ({
  id: '1',
  parentId: null,
  author: 'Ana',
  authorUrl: null,
  avatarUrl: null,
  body: { html: '<p>It sank.</p>' },
  publishedAt: at,
  editedAt: null,
  url: null,
  deleted: false,
  ...parts,
});

const hashOf = ({ body }: Comment) => `hash of ${Object.values(body).join('')}`;
const keyOf = (id: string) => `key-rest-${id}`;

const row = (parts: Partial<Comment>, stored: Partial<StoredComment> = {}): StoredComment => ({
  discussionId: DiscussionId.parse('d'),
  key: `key-feed-${parts.id ?? '1'}`,
  source: 'feed',
  origin: 'at the source',
  comment: comment(parts),
  authorKey: 'Ana',
  hash: 'hash of the feed',
  state: 'live',
  missing: 0,
  parts: 1,
  hidden: false,
  pack: null,
  quiet: false,
  ordinal: 1,
  ...stored,
});

const moved = (stored: StoredComment[], page: Comment[]) =>
  inSource(stored, 'rest', page, { keyOf, hashOf });

/** Whether the stored comment counts as one of the page's, and as which. */
const idIn = (stored: StoredComment, page: Comment[]) => {
  const [found] = moved([stored], page);
  return found?.source === 'rest' ? found.comment.id : null;
};

describe('a stored comment is the same in another source', () => {
  test('by its address, whatever its scheme', () => {
    const before = row({ url: 'http://www.ledger.example/a/#comment-7' });
    const there = comment({
      id: '7',
      author: 'Ana R.',
      publishedAt: null,
      url: 'https://ledger.example/a#comment-7',
    });
    expect(idIn(before, [there])).toBe('7');
  });

  test('by its author and second', () => {
    expect(idIn(row({}), [comment({ id: '7', publishedAt: at + 400 })])).toBe('7');
    expect(
      idIn(row({}), [comment({ id: '7', publishedAt: at + 1_000, body: { text: 'No' } })]),
    ).toBe(null);
  });

  test('by its author and words, whatever the markup', () => {
    const before = row({ publishedAt: null, body: { html: '<p>It &#8220;sank&#8221;.</p>' } });
    expect(idIn(before, [comment({ id: '7', body: { markdown: 'It *“sank”*.' } })])).toBe('7');
    expect(idIn(before, [comment({ id: '7', author: 'Ben', body: { text: 'It sank.' } })])).toBe(
      null,
    );
  });

  test('by the key under which it was first stored', () => {
    const before = row({ publishedAt: null }, { key: 'key-rest-7' });
    expect(idIn(before, [comment({ id: '7', author: 'Renamed', body: { text: 'Other' } })])).toBe(
      '7',
    );
  });
});

test('what two comments have in common names neither', () => {
  const twice = [
    comment({ id: '7', body: { text: 'a' } }),
    comment({ id: '8', body: { text: 'b' } }),
  ];
  expect(idIn(row({}), twice)).toBe(null);
});

test('the same words by one author, several times, are paired in their order', () => {
  const rows = [row({ id: '1' }), row({ id: '2' })];
  const ids = (page: Comment[]) => moved(rows, page).map(({ comment: { id } }) => id);
  expect(ids([comment({ id: '7' }), comment({ id: '8' })])).toEqual(['7', '8']);
  // One is gone: the other stays, and none is posted again.
  expect(ids([comment({ id: '7' })])).toEqual(['7', '2']);
});

test('those that were edited are known by author and second when as many are left', () => {
  const edited = comment({ id: '8', body: { text: 'It floats.' } });
  const ids = (states: StoredComment['state'][], page: Comment[]) =>
    moved(
      states.map((state, index) => row({ id: String(index + 1) }, { state })),
      page,
    ).map(({ comment: { id } }) => id);
  expect(ids(['gone', 'live'], [edited])).toEqual(['1', '8']);
  // The words of one decide for it, so that the other is left.
  expect(ids(['live', 'live'], [comment({ id: '7' }), edited])).toEqual(['7', '8']);
  expect(ids(['live', 'live'], [edited])).toEqual(['1', '2']);
  const both = comment({ id: '7', body: { text: 'It swims.' } });
  expect(ids(['live', 'live'], [both, edited])).toEqual(['7', '8']);
});

test('a deleted comment, which has neither author nor words, is known by its second', () => {
  const gone = { author: '', body: { text: '' }, deleted: true };
  expect(idIn(row({}), [comment({ id: '7', ...gone })])).toBe('7');
  expect(idIn(row(gone), [comment({ id: '7' })])).toBe('7');
  const words = { author: 'Ben', body: { text: 'Other words.' } };
  expect(idIn(row({}), [comment({ id: '7', ...words })])).toBe(null);
});

test('each comment of the page is taken once', () => {
  const url = 'https://ledger.example/a#c7';
  const rows = [row({ id: '1', url, author: 'Ana' }), row({ id: '2', author: 'Ben' })];
  const page = [comment({ id: '7', url, author: 'Ben' })];
  expect(moved(rows, page).map(({ comment: { id } }) => id)).toEqual(['7', '2']);
});

test('a removed comment stays removed under its new id', () => {
  const [found] = moved([row({}, { state: 'tombstone', hidden: true })], [comment({ id: '7' })]);
  expect(found).toMatchObject({ source: 'rest', state: 'tombstone', hidden: true });
});

test('keeps its message and its text, and takes the new parent', () => {
  const [found] = moved([row({})], [comment({ id: '7', parentId: '5' })]);
  expect(found).toMatchObject({
    key: 'key-feed-1',
    source: 'rest',
    comment: { id: '7', parentId: '5', body: { html: '<p>It sank.</p>' } },
    hash: 'hash of <p>It sank.</p>',
  });
});

test.each([
  ['other markup', { body: { text: 'It sank' } }, false],
  ['words around it', { body: { html: '<p>In reply to Ben</p><p>It sank.</p>' } }, false],
  ['other words', { body: { text: 'It floated.' } }, true],
  ['a placeholder', { body: { text: '' }, deleted: true }, true],
])('%s in the new source: %o counts as an edit: %s', (_, parts, isEdited) => {
  const [found] = moved([row({})], [comment({ id: '7', ...parts })]);
  expect(found?.hash === 'hash of the feed').toBe(isEdited);
});

test('a comment that is already stored under the source takes no other row', () => {
  const rows = [row({}), row({ id: '7' }, { source: 'rest' })];
  expect(moved(rows, [comment({ id: '7' })])).toEqual(rows);
});
