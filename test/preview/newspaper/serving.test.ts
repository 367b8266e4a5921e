import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { startNewspaper } from '../../../src/preview/newspaper/newspaper.ts';
import { editionOf, morning, openPaper, scripted } from './papers.ts';

/** The status for a request as `fetch` would never send it. */
function rawStatus(url: string, method: string, path: string, host?: string): Promise<number> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const headers = host === undefined ? {} : { host };
    request({ hostname, port, method, path, headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('conditional requests', () => {
  test.each(['/feed.xml', '/atom.xml', '/stories/ropewalk', '/stories/ropewalk/comments.atom'])(
    'the unchanged %s is answered with 304',
    async (path) => {
      const { get, pass, paper } = await openPaper(editionOf(scripted({ at: -5000 })));
      const first = await get(path);
      const tag = first.headers.get('etag') ?? '';
      const modified = first.headers.get('last-modified') ?? '';
      expect(modified).toBe('Tue, 24 Nov 2026 14:14:55 GMT');
      const asked = [{ 'if-none-match': `"x", W/${tag}` }, { 'if-modified-since': modified }];
      const statuses = async () =>
        Promise.all(asked.map(async (headers) => (await get(path, { headers })).status));
      expect(await statuses()).toEqual([304, 304]);
      paper.addComment('ropewalk', { author: 'Ada', text: 'Slate, please.' });
      pass(1000);
      expect(await statuses()).toEqual([200, 200]);
    },
  );

  test('If-None-Match takes precedence over If-Modified-Since', async () => {
    const { get } = await openPaper(editionOf(scripted({ at: -5000 })));
    const headers = {
      'if-none-match': '"old"',
      'if-modified-since': 'Tue, 24 Nov 2026 15:00:00 GMT',
    };
    expect((await get('/feed.xml', { headers })).status).toBe(200);
  });

  test('Last-Modified is left out while its second is not over', async () => {
    const { get, pass, paper } = await openPaper(editionOf(scripted({ at: -5000 })));
    paper.addComment('ropewalk', { author: 'Ada', text: 'Slate, please.' });
    expect((await get('/feed.xml')).headers.get('last-modified')).toBeNull();
    pass(1000);
    expect((await get('/feed.xml')).headers.get('last-modified')).toBe(
      'Tue, 24 Nov 2026 14:15:00 GMT',
    );
  });

  test('an answer of 304 has no body and the date of the paper’s clock', async () => {
    const { get } = await openPaper();
    const tag = (await get('/')).headers.get('etag') ?? '';
    const again = await get('/', { headers: { 'if-none-match': tag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(again.headers.get('date')).toBe('Tue, 24 Nov 2026 14:15:00 GMT');
  });
});

describe('requests', () => {
  test('HEAD has the headers of GET and no body', async () => {
    const { get } = await openPaper();
    const full = await get('/feed.xml');
    const head = await get('/feed.xml', { method: 'HEAD' });
    expect(await head.text()).toBe('');
    for (const name of ['etag', 'content-type', 'content-length'])
      expect(head.headers.get(name)).toBe(full.headers.get(name));
  });

  test('the paper answers GET and HEAD only', async () => {
    const { get } = await openPaper();
    const answer = await get('/', { method: 'POST', body: 'x' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test('a request with a foreign host name is refused, which prevents DNS rebinding', async () => {
    const { paper } = await openPaper();
    const { port } = new URL(paper.url);
    const status = (host: string) => rawStatus(paper.url, 'GET', '/', host);
    expect(await status('paper.example')).toBe(421);
    expect(await status('127.0.0.1.evil.example')).toBe(421);
    expect(await status(`localhost:${port}`)).toBe(200);
    expect(await status('[::1]')).toBe(200);
  });

  test.each([
    '/stories/none',
    '/stories/ROPEWALK',
    '/stories/%E0%A4%A',
    '/photos/../feed.xml',
    '/topics/%',
    '//x',
    '*',
  ])('the path %s is answered with 404', async (path) => {
    const { paper } = await openPaper(editionOf(scripted()));
    expect(await rawStatus(paper.url, 'GET', path)).toBe(404);
  });

  test('pages allow no scripts and nothing from elsewhere', async () => {
    const { get } = await openPaper();
    const policy = (await get('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    expect(policy).not.toContain('unsafe');
  });

  test('requests are counted by path without the query', async () => {
    const { get, paper } = await openPaper();
    await get('/feed.xml');
    await get('/feed.xml?again');
    await get('/nowhere');
    expect([...paper.requests()]).toEqual([
      ['/feed.xml', 2],
      ['/nowhere', 1],
    ]);
  });
});

describe('faults', () => {
  test('ordered faults are served in order, for their paths and as often as ordered', async () => {
    const { paper, get } = await openPaper();
    paper.faults.answer(/^\/feed\.xml$/g, { status: 503, headers: { 'Retry-After': '60' } }, 2);
    paper.faults.answer(/feed/, { body: '<html>Down</html>' });
    const statuses = [];
    for (let at = 0; at < 2; at += 1) {
      const answer = await get('/feed.xml');
      statuses.push([answer.status, answer.headers.get('retry-after')]);
    }
    expect(statuses).toEqual([
      [503, '60'],
      [503, '60'],
    ]);
    expect((await get('/atom.xml')).status).toBe(200);
    const page = await get('/feed.xml');
    expect([page.headers.get('content-type'), await page.text()]).toEqual([
      'text/html; charset=utf-8',
      '<html>Down</html>',
    ]);
    expect(await (await get('/feed.xml')).text()).toContain('<rss');
  });

  test('ordered faults can be cleared', async () => {
    const { paper, get } = await openPaper();
    paper.faults.answer(/./, { status: 500 }, 9);
    paper.faults.clear();
    expect((await get('/')).status).toBe(200);
  });

  test('a fault can end a body half way', async () => {
    const { paper, get } = await openPaper();
    paper.faults.answer(/feed/, { hang: 'mid-body', body: '<rss>' });
    const answer = await get('/feed.xml');
    const reader = answer.body?.getReader();
    const piece = await reader?.read();
    expect(Buffer.from(piece?.value ?? []).toString()).toBe('<rss>');
    const rest = reader?.read();
    await paper.close();
    await expect(rest).rejects.toThrow();
  });
});

test('closing the paper ends hanging requests and can be repeated', async () => {
  const { paper, get } = await openPaper();
  paper.faults.answer(/comments/, { hang: true });
  const waiting = expect(get('/stories/x/comments.rss')).rejects.toThrow();
  await expect.poll(() => paper.requests().size).toBe(1);
  await Promise.all([paper.close(), paper.close()]);
  await waiting;
  await expect(get('/')).rejects.toThrow();
});

test('a taken port is named in the error, with what to do', async () => {
  const { paper } = await openPaper();
  const port = Number(new URL(paper.url).port);
  await expect(startNewspaper({ now: () => morning, port })).rejects.toThrow(
    `cannot open port ${port}: the port is taken; give another one`,
  );
});
