import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findComments } from '../../src/sources/index.ts';
import { lobsters } from '../../src/sources/lobsters.ts';
import { keepsTheContract } from './contract.ts';
import { replayed } from './replay.ts';
import { lobstersSample, url, entry, answer } from './samples/lobsters.ts';
import { type CommentSite, commentSite, followed, refusals } from './site.ts';
import { story } from './stories.ts';

keepsTheContract(lobstersSample);

describe('a story of Lobsters', () => {
  const { page: read } = replayed(
    lobsters,
    { url },
    {
      [url]: answer([
        entry({ short_id: 'a' }),
        entry({
          short_id: 'b',
          parent_comment: 'a',
          commenting_user: { username: 'ben' },
          last_edited_at: '2011-05-06T08:00:00.000-05:00',
        }),
        entry({ short_id: 'c', is_deleted: true, comment: '', commenting_user: 'chen' }),
        entry({ short_id: 'd', is_moderated: true, parent_comment: 'c' }),
      ]),
    },
    'application/json',
  );

  test('has its tree, its edits, and its authors in both formats', () => {
    expect(read).toMatchObject({ complete: true, total: 4, closed: 'unknown' });
    expect(read.comments[0]).toMatchObject({
      id: 'a',
      parentId: null,
      author: 'ana',
      authorUrl: 'https://lobste.rs/~ana',
      url: 'https://lobste.rs/c/x1',
      publishedAt: Date.UTC(2011, 4, 6, 11, 40),
      editedAt: null,
    });
    expect(read.comments[1]).toMatchObject({
      parentId: 'a',
      author: 'ben',
      editedAt: Date.UTC(2011, 4, 6, 13),
    });
  });

  test('keeps deleted and moderated comments as placeholders without a name', () => {
    expect(read.comments.slice(2)).toMatchObject([
      { deleted: true, author: '', authorUrl: null },
      { deleted: true, author: '', authorUrl: null, parentId: 'c' },
    ]);
  });
});

test('another site that runs its software is read when an owner says so', () => {
  const found = (source: string) =>
    findComments(
      {
        story: story({ commentLinks: { feed: null, page: 'https://crabs.example/s/zz99yy' } }),
        settings: { source, selectors: null },
      },
      [],
    );
  expect(found('lobsters')).toMatchObject({
    done: { name: 'lobsters', ref: { url: 'https://crabs.example/s/zz99yy.json' } },
  });
  expect(found('auto')).toEqual({ done: null });
});

test('a page that answers in place of the interface is said to be one', () => {
  const html = '<!doctype html><title>Down</title>';
  expect(() => replayed(lobsters, { url }, { [url]: html }, 'text/html')).toThrow(
    'Lobsters answers with a web page, not with its comments.',
  );
  expect(() => replayed(lobsters, { url }, { [url]: '{"comments":"none"}' })).toThrow(
    'Lobsters answers with other JSON than its interface promises at "comments".',
  );
});

test('one comment that cannot be read is left out, and then nothing is missing for certain', () => {
  const broken = answer([entry({ short_id: 'a' }), { short_id: 7 }]);
  const { page: read } = replayed(lobsters, { url }, { [url]: broken }, 'application/json');
  expect(read).toMatchObject({ complete: false, comments: [{ id: 'a' }] });
});

describe('over HTTP', () => {
  let site: CommentSite;
  beforeAll(async () => {
    site = await commentSite(['lobste.rs']);
  });
  afterAll(() => site.close());

  test('a story is found by its link, read, and not read again while it is unchanged', async () => {
    let body = answer([entry({ short_id: 'a' }), entry({ short_id: 'b', parent_comment: 'a' })]);
    site.answer = (_, response) => void response.end(body);
    expect(
      await followed(site, { page: 'https://lobste.rs/s/zz99yy/ferry_sinks' }, () => {
        body = answer([entry({ short_id: 'a', is_deleted: true }), entry({ short_id: 'b' })]);
      }),
    ).toMatchObject({
      source: { name: 'lobsters', ref: { url: 'https://lobste.rs/s/zz99yy.json' } },
      before: { complete: true, comments: [{ id: 'a' }, { id: 'b', parentId: 'a' }] },
      isUnchanged: true,
      after: { comments: [{ id: 'a', deleted: true, author: '' }, { id: 'b' }] },
    });
    expect(new Set(site.asked)).toEqual(new Set(['/s/zz99yy.json']));
  });

  test('whatever else comes is a failure that says what to do', async () => {
    const ref = { url: 'https://lobste.rs/s/zz99yy.json' };
    expect(await refusals(site, { name: 'lobsters', ref })).toEqual([
      expect.stringContaining('401'),
      expect.stringContaining('403'),
      expect.stringContaining('404'),
      expect.stringContaining('429'),
      expect.stringContaining('500'),
      expect.stringContaining('answers with a web page, not with its comments'),
      expect.stringContaining('other JSON than its interface promises'),
    ]);
  });
});
