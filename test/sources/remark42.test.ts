import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { remark42 } from '../../src/sources/remark42.ts';
import { keepsTheContract } from './contract.ts';
import { foundBy, replayed, textOf } from './replay.ts';
import {
  remark42Sample,
  host,
  ref,
  findUrl,
  type Fields,
  entry,
  found,
} from './samples/remark42.ts';
import { type CommentSite, commentSite, followed, json, refusals } from './site.ts';
import { storyUrl } from './stories.ts';

keepsTheContract(remark42Sample);

const read = (answer: Fields) =>
  replayed(remark42, ref, { [findUrl]: JSON.stringify(answer) }, 'application/json').page;

test('what a page gives that is no address is not used', () => {
  const find = (values: Record<string, string>) =>
    foundBy(remark42, {
      commentLinks: { feed: null, page: null, embeds: [{ source: 'remark42', values }] },
    }).ref;
  expect(find(ref)).toEqual(ref);
  expect(find({ ...ref, host: 'javascript:x' })).toBeNull();
  expect(find({ host, url: storyUrl })).toBeNull();
});

test('a comment has its parent, times, avatar and address, and its name as it was written', () => {
  const { comments } = read(
    found([
      entry('a'),
      entry('b', {
        pid: 'a',
        user: { name: 'Ben &amp; &#34;Co&#34; &lt;x&gt;', id: 'y', picture: '' },
        edit: { time: '2026-11-24T09:00:00Z', summary: '' },
        text: '<p>See <a href="/faq">this</a> <img src="https://remark.example/api/v1/picture/1" alt="wreck"/></p>',
      }),
    ]),
  );
  expect(comments[0]).toMatchObject({
    id: 'a',
    parentId: null,
    author: 'Ana',
    authorUrl: null,
    avatarUrl: 'https://remark.example/api/v1/avatar/a.image',
    publishedAt: Date.UTC(2026, 10, 24, 8, 23, 0, 123),
    editedAt: null,
    url: `${storyUrl}#remark42__comment-a`,
    deleted: false,
  });
  expect(comments[1]).toMatchObject({
    parentId: 'a',
    author: 'Ben & "Co" <x>',
    avatarUrl: null,
    editedAt: Date.UTC(2026, 10, 24, 9),
  });
  expect(comments.map(textOf)[1]).toContain('<a href="https://remark.example/faq">this</a>');
});

test('a deleted comment keeps its place, without the name that the server still gives', () => {
  const page = read(found([entry('a', { delete: true, text: '' }), entry('b', { pid: 'a' })]));
  expect(page).toMatchObject({ complete: true, total: 1 });
  expect(page.comments).toMatchObject([
    { id: 'a', deleted: true, author: '', avatarUrl: null, body: { html: '' } },
    { id: 'b', parentId: 'a', deleted: false },
  ]);
});

test('a read-only page is closed', () => {
  expect(read(found([entry('a')])).closed).toBe(false);
  expect(read(found([entry('a')], { read_only: true }))).toMatchObject({
    closed: true,
    closingSentence: null,
  });
});

test('an empty list is whole only when the server knows the page', () => {
  expect(read(found([], { url: '', count: 0 }))).toMatchObject({
    complete: false,
    closed: 'unknown',
  });
  expect(read(found(null, { count: 0 }))).toMatchObject({ complete: true, total: 0 });
  // An error of its store empties the list, not the count.
  expect(read(found([], { count: 7 }))).toMatchObject({ complete: false, total: 7 });
});

test('a comment that cannot be read is left out, and then the list is not whole', () => {
  const page = read(found([{ id: 'a' }, entry('b')]));
  expect(page).toMatchObject({ complete: false, comments: [{ id: 'b' }] });
});

test('of very many, the newest are read', () => {
  const many = Array.from({ length: 5_003 }, (_, index) => entry(`c${index}`));
  expect(read(found(many)).comments.at(-1)?.id).toBe('c5002');
});

describe('over HTTP', () => {
  let site: CommentSite;
  beforeAll(async () => {
    site = await commentSite();
  });
  afterAll(() => site.close());

  test('the comments are found by the embed, and read as they change', async () => {
    let answer = found([entry('a'), entry('b', { pid: 'a' })]);
    site.answer = (_, response) => json(response, answer);
    const values = { host: `${site.url}/remark/`, site: 'ledger', url: `${site.url}/story` };
    const comments = [entry('a', { delete: true }), entry('b', { pid: 'a' })];
    expect(
      await followed(site, { embeds: [{ source: 'remark42', values }] }, () => {
        answer = found(comments, { read_only: true });
      }),
    ).toMatchObject({
      source: { name: 'remark42' },
      before: { complete: true, total: 2 },
      isUnchanged: true,
      after: { complete: true, closed: true, comments: [{ deleted: true }, { deleted: false }] },
    });
    expect(new Set(site.asked.map((path) => path.split('?')[0]))).toEqual(
      new Set(['/remark/api/v1/find']),
    );
  });

  test('whatever else comes is a failure that says what to do', async () => {
    const own = { host: site.url, site: 'ledger', url: storyUrl };
    expect(await refusals(site, { name: 'remark42', ref: own })).toEqual([
      expect.stringContaining('401'),
      expect.stringContaining('403'),
      expect.stringContaining('404'),
      expect.stringContaining('429'),
      expect.stringContaining('500'),
      expect.stringContaining('answers with a web page, not with its comments'),
      expect.stringContaining('other JSON than its interface promises at "comments"'),
    ]);
  });
});
