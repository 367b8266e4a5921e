import { expect, test } from 'vitest';
import { ReadError } from '../../src/core/errors.ts';
import { wordpress } from '../../src/sources/wordpress.ts';
import { keepsTheContract } from './contract.ts';
import { foundBy, type Recorded, replayed } from './replay.ts';
import { wordpressSample, api, root, probe, pageOf, comment, listOf } from './samples/wordpress.ts';
import { storyUrl } from './stories.ts';

const status = `${root}/posts/7?_fields=comment_status`;

keepsTheContract(wordpressSample);

const links = { feed: `${storyUrl}/feed/`, page: `${storyUrl}#comments` };

const find = (recorded: Recorded, values = { api, post: '7' }) =>
  foundBy(
    wordpress,
    { commentLinks: { ...links, embeds: [{ source: 'wordpress', values }] } },
    recorded,
  );

const ref = { api, post: '7', page: storyUrl };

const read = (recorded: Recorded) => replayed(wordpress, ref, recorded, 'application/json').page;

test('the interface is asked once, and used where it answers', () => {
  expect(find({ [probe]: '[]' })).toEqual({ ref, asked: [probe] });
});

test('a site without pretty addresses has its route in the query', () => {
  const plain = 'https://ledger.example/index.php?rest_route=/';
  const asked =
    'https://ledger.example/index.php?rest_route=%2Fwp%2Fv2%2Fcomments&post=7&per_page=1&_fields=id';
  expect(find({ [asked]: '[]' }, { api: plain, post: '7' })).toEqual({
    ref: { ...ref, api: plain },
    asked: [asked],
  });
});

test('what a page gives that is no address or no number is not used', () => {
  expect(find({}, { api: 'javascript:x', post: '7' })).toEqual({ ref: null, asked: [] });
  expect(find({}, { api, post: '7/../8' })).toEqual({ ref: null, asked: [] });
});

test.each([
  ['401 of a security plugin', { status: 401 }],
  ['403', { status: 403 }],
  ['404', { status: 404 }],
  ['an HTML error page with status 200', '<!doctype html><h1>Forbidden</h1>'],
  ['an error in JSON', '{"code":"rest_disabled"}'],
])('another source is used after %s', (_, answer) => {
  expect(find({ [probe]: answer }).ref).toBeNull();
});

test('a pause or a fault of the moment is no reason to use another source', () => {
  expect(() => find({ [probe]: { status: 429 } })).toThrow('The site answered 429.');
  expect(() => find({ [probe]: { status: 502 } })).toThrow('The site answered 502.');
});

test('a comment has its parent, its instant in UTC, its name unescaped, and an avatar', () => {
  const { comments } = read({ [pageOf(1)]: listOf([comment(9, 'Ana & Co', 'No.', 4)], 2) });
  expect(comments).toEqual([
    {
      id: 'comment-9',
      parentId: 'comment-4',
      author: 'Ana & Co',
      authorUrl: null,
      avatarUrl: 'https://avatar.example/96',
      body: { html: '<p>No.</p>' },
      publishedAt: Date.UTC(2026, 10, 24, 8, 23),
      editedAt: null,
      url: `${storyUrl}/#comment-9`,
      deleted: false,
    },
  ]);
});

const many = (from: number, to: number) =>
  Array.from({ length: from - to + 1 }, (_, index) => comment(from - index, 'Ana', 'x'));

test('all pages are read, and are complete when their totals agree', () => {
  const first = listOf(many(230, 131), 230, 3);
  const second = listOf(many(130, 31), 230, 3);
  const third = listOf(many(30, 1), 230, 3);
  const recorded = { [pageOf(1)]: first, [pageOf(2)]: second, [pageOf(3)]: third };
  expect(read(recorded)).toMatchObject({ complete: true, total: 230 });
  expect(read(recorded).comments).toHaveLength(230);
  // One was deleted meanwhile, and the one that moved to the page before was in neither.
  const shifted = { ...recorded, [pageOf(2)]: listOf(many(129, 30), 229, 3) };
  expect(read(shifted).complete).toBe(false);
  // One came meanwhile: the last of the first page is the first of the second.
  const again = { ...recorded, [pageOf(2)]: listOf(many(131, 32), 231, 3) };
  expect(read(again)).toMatchObject({ complete: false });
  expect(() => read({ ...recorded, [pageOf(3)]: { status: 500 } })).toThrow(ReadError);
});

test('older pages are read in one look of five; in between, what the newest page lacks is not missing', () => {
  const older = { [pageOf(2)]: 'unchanged', [pageOf(3)]: 'unchanged' } as const;
  const between = read({ [pageOf(1)]: listOf(many(230, 131), 230, 3), ...older });
  expect(between).toMatchObject({ complete: false, total: 230 });
  expect(between.comments).toHaveLength(100);
});

test('of very many, the newest are read within a look’s twenty requests', () => {
  const recorded = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [
      pageOf(index + 1),
      listOf(many(3_000 - index * 100, 2_901 - index * 100), 3_000, 30),
    ]),
  );
  const { page, asked } = replayed(wordpress, ref, recorded, 'application/json');
  expect(page).toMatchObject({ complete: false, total: 3_000 });
  expect(page.comments).toHaveLength(1_800);
  expect(page.comments[0]?.id).toBe('comment-3000');
  expect(asked).toHaveLength(20);
});

test('a comment that cannot be read is left out, and then nothing is missing for certain', () => {
  const page = read({ [pageOf(1)]: listOf([{ id: 'x' }, comment(2, 'Ana', 'x')], 2) });
  expect(page).toMatchObject({ complete: false, total: 2 });
  expect(page.comments).toHaveLength(1);
});

test('a comment in the trash that has answers is a deleted one', () => {
  const answered = [comment(9, 'Ana', 'No.', 4)];
  expect(read({ [pageOf(1)]: listOf(answered, 1) }).comments).toMatchObject([
    { id: 'comment-9', deleted: false },
    { id: 'comment-4', deleted: true },
  ]);
  expect(read({ [pageOf(1)]: listOf(answered, 2) }).comments).toHaveLength(1);
});

test('a closed post closes the discussion, with the words of its page', () => {
  const list = { [pageOf(1)]: listOf([comment(1, 'Ana', 'x')], 1) };
  const closed = '{"comment_status":"closed"}';
  const theme =
    '<!doctype html><div id="comments"><p class="no-comments">Reacties zijn gesloten.</p></div>';
  expect(read({ ...list, [status]: closed })).toMatchObject({
    closed: true,
    closingSentence: null,
  });
  expect(read({ ...list, [status]: closed, [storyUrl]: theme })).toMatchObject({
    closed: true,
    closingSentence: 'Reacties zijn gesloten.',
  });
});

test('an open post may be closed all the same: its page says so', () => {
  const list = { [pageOf(1)]: listOf([], 0), [status]: '{"comment_status":"open"}' };
  expect(read(list).closed).toBe('unknown');
  const theme =
    '<!doctype html><div id="comments"><p class="no-comments">Comments are closed.</p></div>';
  expect(read({ ...list, [storyUrl]: theme })).toMatchObject({
    closed: true,
    closingSentence: 'Comments are closed.',
  });
});
