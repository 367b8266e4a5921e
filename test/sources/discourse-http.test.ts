import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DiscussionSource } from '../../src/core/discussion/discussion.ts';
import { type Fields, many, post, topic } from './samples/discourse.ts';
import { type CommentSite, commentSite, json, pageOf, refusals } from './site.ts';

// Discourse over HTTP.

let site: CommentSite;
let posts: Fields[] = [];
let fields: Fields = {};
const topicSite = (url: string, response: ServerResponse) => {
  const { pathname, searchParams } = new URL(url, site.url);
  if (pathname === '/embed/comments') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    const header = `<header class='discourse'><a class="button" href="${site.url}/t/ferry-sinks/77">Start</a></header>`;
    return void response.end(`<!DOCTYPE html><html><body>${header}</body></html>`);
  }
  if (pathname === '/t/77.json') return json(response, topic(posts, fields));
  const ids = new Set(searchParams.getAll('post_ids[]').map(Number));
  return json(response, {
    post_stream: { posts: posts.filter(({ id }) => ids.has(Number(id))) },
  });
};
beforeAll(async () => {
  site = await commentSite();
});
afterAll(() => site.close());

async function found(): Promise<DiscussionSource> {
  site.answer = ({ url = '' }, response) => topicSite(url, response);
  const values = { forum: `${site.url}/`, embedUrl: `${site.url}/story` };
  const source = await site.find({ embeds: [{ source: 'discourse', values }] });
  if (!source) throw new Error('the topic is found');
  return source;
}

test('a topic is found through the embedding page, and read as it changes', async () => {
  posts = many(30, '<p>x</p>');
  fields = {};
  const source = await found();
  expect(source).toMatchObject({ name: 'discourse', ref: { topic: '77' } });
  const first = pageOf(await site.read(source));
  expect(first).toMatchObject({ complete: true, closed: false, total: 30 });
  posts = posts.filter((_, index) => index !== 25);
  posts[28] = post(30, { cooked: '<p>Edited.</p>', version: 2, reply_to_post_number: 26 });
  fields = { closed: true };
  const second = pageOf(await site.read(source));
  expect(second).toMatchObject({ complete: true, closed: true, total: 29 });
  expect(second.comments.find(({ id }) => id === '26')).toMatchObject({ deleted: true });
  expect(second.comments.find(({ id }) => id === '30')).toMatchObject({
    editedAt: Date.UTC(2026, 10, 24, 9),
    parentId: '26',
  });
});

test('whatever else comes is a failure that says what to do', async () => {
  const { name } = await found();
  const place = { forum: `${site.url}/`, isArticle: true };
  const numbered = { name, ref: { ...place, topic: '77', embedUrl: null } };
  expect(await refusals(site, numbered)).toEqual([
    expect.stringContaining('401'),
    expect.stringContaining('403'),
    expect.stringContaining('404'),
    expect.stringContaining('429'),
    expect.stringContaining('500'),
    expect.stringContaining('answers with a web page, not with its comments'),
    expect.stringContaining('other JSON than its interface promises at "post_stream"'),
  ]);
  const waiting = { name, ref: { ...place, topic: null, embedUrl: `${site.url}/story` } };
  const said = await refusals(site, waiting);
  expect(said.slice(5)).toEqual([
    expect.stringContaining('another page than its comments'),
    expect.stringContaining('another page than its comments'),
  ]);
});
