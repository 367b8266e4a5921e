import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pageIsGone } from '../../src/newsroom/enrich-story.ts';
import type { Ports } from '../../src/newsroom/ports.ts';
import { anEdition } from '../support/editions.ts';
import { type Newsroom, stageNewsroom } from '../support/newsroom.ts';

let newsroom: Newsroom;
let site: Server;
let origin: string;
const { signal } = new AbortController();
const ports = (): Ports => newsroom.bot.ports;

interface Answer {
  status?: number;
  body?: string;
  headers?: Record<string, string>;
}
/** What the site answers, by path; 404 for every other. */
let answers: Record<string, Answer>;
let asked: string[];

beforeEach(async () => {
  answers = {};
  asked = [];
  site = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const { status = 200, body = '', headers } = answers[path] ?? { status: 404 };
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(body);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  newsroom = await stageNewsroom({ edition: anEdition() });
});

afterEach(async () => {
  await newsroom.close();
  await new Promise((resolve) => site.close(resolve));
});

test.each([
  [404, true],
  [410, true],
  [200, false],
  [403, false],
  [429, false],
  [500, false],
  [503, false],
])('a page answered by %i is gone: %s', async (status, gone) => {
  answers['/story'] = { status };
  expect(await pageIsGone(ports(), `${origin}/story`, signal)).toBe(gone);
});

test('a page that moved to one that is gone is gone, one whose host is away is not', async () => {
  answers['/story'] = { status: 302, headers: { location: '/nowhere' } };
  expect(await pageIsGone(ports(), `${origin}/story`, signal)).toBe(true);
  expect(await pageIsGone(ports(), 'http://127.0.0.1:1/story', signal)).toBe(false);
  expect(await pageIsGone(ports(), 'http://10.0.0.1/story', signal)).toBe(false);
});
