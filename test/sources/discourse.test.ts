import { describe, expect, test } from 'vitest';
import { discourse } from '../../src/sources/discourse/discourse.ts';
import { keepsTheContract } from './contract.ts';
import { foundBy, type Recorded, replayed, textOf } from './replay.ts';
import {
  discourseSample,
  forum,
  topicUrl,
  type Fields,
  post,
  article,
  many,
  topic,
  recorded,
} from './samples/discourse.ts';
import { storyUrl } from './stories.ts';

const embedPage = `${forum}embed/comments?embed_url=${encodeURIComponent(storyUrl)}`;

keepsTheContract(discourseSample);

const ref = { forum, topic: '77', embedUrl: null, isArticle: true };

const read = (posts: readonly Fields[], fields: Fields = {}) =>
  replayed(discourse, ref, recorded(posts, fields), 'application/json').page;

describe('where a topic is found', () => {
  const find = (values: Record<string, string> | null, answers: Recorded = {}, page?: string) =>
    foundBy(
      discourse,
      {
        commentLinks: {
          feed: null,
          page: page ?? null,
          ...(values && { embeds: [{ source: 'discourse', values }] }),
        },
      },
      answers,
    );
  const posts = `<article class='post' id='post-9002'>
    <a title="x" class="post-date" target="_blank" href="https://talk.example/t/ferry-sinks/77/2">May 6</a>
    <div class='cooked'><a href="https://talk.example/t/other/88">See also</a></div></article>`;
  const embedded = (inside: string) =>
    `<!DOCTYPE html><html><head><meta id="data-embedded" data-referer="*"></head><body><header class='discourse'>${inside}</header>${posts}</body></html>`;

  test('by the number that the page embeds, without a request', () => {
    expect(find({ forum, topic: '77' })).toEqual({ ref, asked: [] });
    expect(find({ forum: 'https://talk.example', topic: '77' }).ref).toEqual(ref);
  });

  test('by the address of the page, through the forum’s page of its comments', () => {
    expect(find({ forum, embedUrl: storyUrl }, { [embedPage]: embedded('') })).toEqual({
      ref: { ...ref, embedUrl: storyUrl },
      asked: [embedPage],
    });
  });

  test('later, where the forum has not made the topic yet', () => {
    const loading = `<!DOCTYPE html><header class='discourse' data-embed-state='loading'><a href="https://talk.example">Talk</a></header>`;
    const waiting = { forum, topic: null, embedUrl: storyUrl, isArticle: true };
    expect(find({ forum, embedUrl: storyUrl }, { [embedPage]: loading }).ref).toEqual(waiting);
    const first = replayed(discourse, waiting, { [embedPage]: loading });
    expect(first.page).toMatchObject({ complete: false, closed: 'unknown', comments: [] });
    const button = embedded(
      '<a class="button" href="https://talk.example/t/ferry-sinks/77">Go</a>',
    );
    const answers = { ...recorded([article, post(2)]), [embedPage]: button };
    expect(replayed(discourse, waiting, answers).page.comments).toMatchObject([{ id: '2' }]);
  });

  test('not where the forum refuses to be embedded there', () => {
    expect(find({ forum, embedUrl: storyUrl }, { [embedPage]: { status: 400 } }).ref).toBeNull();
    expect(() => find({ forum, embedUrl: storyUrl }, { [embedPage]: { status: 503 } })).toThrow();
  });

  test('by a link, where a forum answers there', () => {
    const opening = { ...ref, isArticle: false };
    const links = {
      [`${forum}t/ferry-sinks/77`]: opening,
      [`${forum}t/ferry-sinks/77/12?u=ana#top`]: opening,
      [`${forum}t/77`]: opening,
      [`${forum}t/77/3`]: opening,
      [`${forum}t/2026/77/3`]: null,
      [`${forum}c/news/77`]: null,
    };
    for (const [link, expected] of Object.entries(links)) {
      expect([link, find(null, recorded([article]), link).ref]).toEqual([link, expected]);
    }
    const inFolder = 'https://ledger.example/forum/t/ferry-sinks/77';
    const folder = 'https://ledger.example/forum/';
    const answers = { [`${folder}t/77.json`]: JSON.stringify(topic([article])) };
    expect(find(null, answers, inFolder).ref).toEqual({ ...opening, forum: folder });
  });

  test.each([
    ['403 of a private category', { status: 403 }],
    ['404', { status: 404 }],
    ['another site’s page', '<!doctype html><h1>Tags</h1>'],
    ['other JSON', '{"id":77}'],
  ])('not by a link that answers with %s', (_, answer) => {
    expect(find(null, { [topicUrl]: answer }, `${forum}t/ferry-sinks/77`).ref).toBeNull();
  });

  test('a forum’s own feed: the first post is its story', () => {
    const url = `${forum}t/ferry-sinks/77`;
    const links = { feed: null, page: url };
    const found = foundBy(discourse, { url, commentLinks: links }, recorded([article]));
    expect(found.ref).toEqual(ref);
  });
});

describe('a topic', () => {
  test('has its replies, edits, authors and addresses; its first post is the article', () => {
    const page = read([
      article,
      post(2),
      post(4, { reply_to_post_number: 2, username: 'ben', version: 3 }),
      post(5, { reply_to_post_number: 1 }),
    ]);
    expect(page).toMatchObject({ complete: true, closed: false, closingSentence: null, total: 3 });
    expect(page.comments).toMatchObject([
      {
        id: '2',
        parentId: null,
        author: 'ana',
        authorUrl: 'https://talk.example/u/ana',
        avatarUrl: 'https://talk.example/user_avatar/talk.example/ana/96/5_2.png',
        publishedAt: Date.UTC(2026, 10, 24, 8, 23),
        editedAt: null,
        url: 'https://talk.example/t/77/2',
        deleted: false,
      },
      { id: '4', parentId: '2', author: 'ben', editedAt: Date.UTC(2026, 10, 24, 9) },
      { id: '5', parentId: null },
    ]);
  });

  test('that a person opened about the story begins with that person’s post', () => {
    const opened = { ...ref, isArticle: false };
    const of = (fields: Fields) =>
      replayed(discourse, opened, recorded([post(1), post(2, { reply_to_post_number: 1 })], fields))
        .page.comments;
    expect(of({})).toMatchObject([{ id: '1' }, { id: '2', parentId: '1' }]);
    expect(of({ expandable_first_post: true })).toMatchObject([{ id: '2', parentId: null }]);
  });

  test('keeps the places of deleted and hidden posts, without a word or a name of them', () => {
    const { comments, complete } = read([
      article,
      post(2, { user_deleted: true, cooked: '<p>(post deleted by author)</p>' }),
      post(3, { hidden: true, cooked: '<p>This post was flagged.</p>' }),
      post(5, { reply_to_post_number: 4 }),
    ]);
    expect(complete).toBe(true);
    const gone = {
      deleted: true,
      author: '',
      authorUrl: null,
      avatarUrl: null,
      body: { html: '' },
    };
    expect(comments).toMatchObject([
      { id: '2', ...gone },
      { id: '3', ...gone },
      { id: '5', parentId: '4', deleted: false },
      { id: '4', ...gone },
    ]);
  });

  test('leaves out what was done to it, and is closed with the words of the forum', () => {
    const action = (number: number, code: string, cooked: string) =>
      post(number, { post_type: 3, action_code: code, cooked, username: 'system' });
    const closing = action(3, 'autoclosed.enabled', '<p>This topic was closed after 30 days.</p>');
    const closed = { closed: true };
    expect(read([article, post(2), closing], closed)).toMatchObject({
      complete: true,
      closed: true,
      closingSentence: 'This topic was closed after 30 days.',
      total: 1,
      comments: [{ id: '2' }],
    });
    expect(read([article, post(2), closing], {})).toMatchObject({
      closed: false,
      closingSentence: null,
    });
    const byHand = action(3, 'closed.enabled', '');
    expect(read([article, post(2), byHand], closed)).toMatchObject({
      closed: true,
      closingSentence: null,
    });
    const reopened = [closing, action(4, 'closed.disabled', '<p>Open.</p>')];
    expect(read([article, ...reopened], closed).closingSentence).toBeNull();
    expect(read([article], { archived: true })).toMatchObject({ closed: true });
    expect(read([article], { closed: null }).closed).toBe('unknown');
  });

  test('has its texts as a reader sees them', () => {
    const cooked = `<aside class="quote no-group" data-post="1"><div class="title"><div class="quote-controls">x</div>
      <img alt="" class="avatar" src="//a.example/1.png"> ben:</div><blockquote><p>Why?</p></blockquote></aside>
      <p><a class="mention" href="/u/ben">@ben</a> <img src="https://talk.example/images/emoji/smile.png" title=":smile:" class="emoji" alt=":smile:"> <a href="/t/other/5">there</a> <span class="badge badge-notification clicks">4</span></p>
      <div class="lightbox-wrapper"><a class="lightbox" href="//cdn.example/1.jpeg"><img src="//cdn.example/2.jpeg" alt="wreck"><div class="meta"><svg><use href="#x"></use></svg><span class="filename">wreck.jpg</span></div></a></div>`;
    const [comment] = read([article, post(2, { cooked })]).comments;
    const html = comment ? textOf(comment) : '';
    expect(html).toContain('<blockquote><p>Why?</p></blockquote>');
    expect(html).toContain('<a href="https://talk.example/u/ben">@ben</a> 😄');
    expect(html).toContain('<a href="https://talk.example/t/other/5">there</a>');
    expect(html).toContain('<img src="https://cdn.example/2.jpeg" alt="wreck">');
    for (const left of ['wreck.jpg', '>4<', 'a.example', 'class=', 'svg', '>x<'])
      expect(html).not.toContain(left);
  });

  test('with a post that cannot be read is not whole, and the others are', () => {
    const page = read([article, { id: 9002, cooked: null }, post(3)]);
    expect(page).toMatchObject({ complete: false, comments: [{ id: '3' }] });
  });
});

test('posts after the first twenty are asked for by their ids, and are whole together', () => {
  const posts = many(250, '<p>x</p>');
  const { page, asked } = replayed(discourse, ref, recorded(posts));
  expect(asked).toHaveLength(4);
  expect(page).toMatchObject({ complete: true, total: 250 });
  expect(page.comments.map(({ id }) => id)).toEqual(
    posts.slice(1).map((one) => `${one['post_number'] as number}`),
  );
  const [, chunk = ''] = asked;
  const gone = { ...recorded(posts), [chunk]: '{"post_stream":{"posts":[]},"id":77}' };
  expect(replayed(discourse, ref, gone).page).toMatchObject({ complete: false, total: 250 });
});

test('of long posts, only so many are asked for as a look has room for', () => {
  const posts = many(1_500, `<p>${'long '.repeat(1_000)}</p>`);
  const { page, asked } = replayed(discourse, ref, recorded(posts));
  expect(asked.length).toBeLessThan(9);
  expect(page.complete).toBe(false);
  expect(page.comments.at(-1)?.id).toBe('1501');
});
