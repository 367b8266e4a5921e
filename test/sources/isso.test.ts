import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isso } from '../../src/sources/isso.ts';
import { keepsTheContract } from './contract.ts';
import { foundBy, replayed, textOf } from './replay.ts';
import { issoSample, api, ref, threadUrl, type Fields, entry, thread } from './samples/isso.ts';
import { type CommentSite, commentSite, followed, json, refusals } from './site.ts';
import { storyUrl } from './stories.ts';

keepsTheContract(issoSample);

const read = (answer: Fields) =>
  replayed(isso, ref, { [threadUrl]: JSON.stringify(answer) }, 'application/json').page;

test('a thread needs an address and a name', () => {
  const find = (values: Record<string, string>) =>
    foundBy(isso, {
      commentLinks: { feed: null, page: null, embeds: [{ source: 'isso', values }] },
    }).ref;
  expect(find(ref)).toEqual(ref);
  expect(find({ ...ref, api: 'javascript:x' })).toBeNull();
  expect(find({ api, page: storyUrl })).toBeNull();
});

test('a comment has its answers, times, avatar and address; its author’s own link is no profile', () => {
  const { comments, ...page } = read(
    thread(
      [
        entry(1, {
          replies: [
            entry(2, { parent: 1, author: 'Ben &amp; Co', modified: 1_795_512_000.5 }),
            entry(4, { parent: 1, author: null }),
          ],
        }),
        entry(3, { gravatar_image: '//gravatar.example/x.png', text: '<a href="/faq">See</a>' }),
      ],
      { total_replies: 4 },
    ),
  );
  expect(page).toEqual({ complete: true, closed: 'unknown', closingSentence: null, total: 4 });
  expect(comments.map(({ id, parentId, author }) => [id, parentId, author])).toEqual([
    ['1', null, 'Ana'],
    ['2', '1', 'Ben & Co'],
    ['4', '1', 'Anonymous'],
    ['3', null, 'Ana'],
  ]);
  expect(comments[0]).toMatchObject({
    authorUrl: null,
    avatarUrl: null,
    publishedAt: 1_795_508_580_750,
    editedAt: null,
    url: `${storyUrl}#isso-1`,
  });
  expect(comments[1]?.editedAt).toBe(1_795_512_000_500);
  expect(comments[3]?.avatarUrl).toBe('https://gravatar.example/x.png');
  expect(comments.map(textOf)[3]).toBe('<a href="https://ledger.example/faq">See</a>');
});

test('a deleted comment keeps the place of its answers', () => {
  const gone = entry(1, { mode: 4, text: '', author: null, replies: [entry(2, { parent: 1 })] });
  expect(read(thread([gone])).comments).toMatchObject([
    { id: '1', deleted: true, author: '', body: { html: '' } },
    { id: '2', parentId: '1', deleted: false },
  ]);
});

test('a thread of which its server shows a part is not whole', () => {
  expect(read(thread([entry(1, { hidden_replies: 3 })])).complete).toBe(false);
  expect(read(thread([entry(1), { id: 'x' }]))).toMatchObject({
    complete: false,
    comments: [{ id: '1' }],
  });
});

describe('over HTTP', () => {
  let site: CommentSite;
  beforeAll(async () => {
    site = await commentSite();
  });
  afterAll(() => site.close());

  test('a thread is found by the embed, and read as it changes', async () => {
    let answer = thread([entry(1, { replies: [entry(2, { parent: 1 })] })]);
    site.answer = (_, response) => json(response, answer);
    const values = { api: `${site.url}/isso`, uri: '/a b?c', page: `${site.url}/story` };
    const reply = entry(2, { parent: 1, text: 'No.' });
    expect(
      await followed(site, { embeds: [{ source: 'isso', values }] }, () => {
        answer = thread([entry(1, { mode: 4, text: '', author: null, replies: [reply] })]);
      }),
    ).toMatchObject({
      source: { name: 'isso' },
      before: { comments: { length: 2 } },
      isUnchanged: true,
      after: { complete: true, comments: [{ deleted: true }, { body: { html: 'No.' } }] },
    });
    expect(new Set(site.asked)).toEqual(new Set(['/isso/?uri=%2Fa%20b%3Fc']));
  });

  test('whatever else comes is a failure that says what to do', async () => {
    const own = { ...ref, api: `${site.url}/` };
    expect(await refusals(site, { name: 'isso', ref: own })).toEqual([
      expect.stringContaining('401'),
      expect.stringContaining('403'),
      expect.stringContaining('404'),
      expect.stringContaining('429'),
      expect.stringContaining('500'),
      expect.stringContaining('answers with a web page, not with its comments'),
      expect.stringContaining('other JSON than its interface promises at "total_replies"'),
    ]);
  });
});
