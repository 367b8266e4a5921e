import { readdir, readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Visit } from './visit.ts';
import { visit } from './visit.ts';

let here: Visit;
let port: string;

beforeEach(async () => {
  here = await visit();
  ({ port } = new URL(here.page.url));
});

afterEach(() => here.leave());

const json = { 'content-type': 'application/json' };

describe('who is let in', () => {
  test('the page answers to the names of this machine', async () => {
    for (const name of ['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]']) {
      const said = await here.ask('GET', '/', { headers: { host: `${name}:${port}` } });
      expect([name, said.status]).toEqual([name, 200]);
    }
  });

  test('a request with a foreign host name is refused', async () => {
    const hosts = [
      'harbour.example',
      `harbour.example:${port}`,
      '127.0.0.1',
      '127.0.0.1:1',
      `127.0.0.1.harbour.example:${port}`,
      `localhost:${port}.harbour.example`,
    ];
    for (const host of hosts) {
      for (const path of ['/', '/page.js', '/api/welcome', '/api/events']) {
        const said = await here.ask('GET', path, { headers: { host } });
        expect([host, path, said.status]).toEqual([host, path, 421]);
      }
    }
  });

  test('the page listens on loopback only', () => {
    expect(here.page.url).toBe(`http://127.0.0.1:${port}/`);
  });

  test('another site cannot make a person act', async () => {
    const body = JSON.stringify({ as: here.reader, do: 'send', channel: here.news, text: 'Ahoy' });
    const foreign = [
      { ...json, origin: 'https://harbour.example' },
      { ...json, origin: 'null' },
      { ...json, origin: `http://127.0.0.1:${Number(port) + 1}` },
      { ...json, origin: `https://127.0.0.1:${port}` },
      { ...json, origin: here.page.url.slice(0, -1), 'sec-fetch-site': 'cross-site' },
      { ...json, 'sec-fetch-site': 'same-site' },
      { ...json },
    ];
    for (const headers of foreign) {
      const said = await here.ask('POST', '/api/act', { headers, body });
      expect([headers, said.status]).toEqual([headers, 403]);
    }
    expect(here.discord.messages(here.news)).toEqual([]);
  });

  test('a request that an HTML form could send is refused', async () => {
    const origin = here.page.url.slice(0, -1);
    const body = JSON.stringify({ as: here.reader, do: 'send', channel: here.news, text: 'Ahoy' });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', '']) {
      const headers = { origin, 'content-type': type };
      const said = await here.ask('POST', '/api/act', { headers, body });
      expect([type, said.status]).toEqual([type, 415]);
    }
    expect(here.discord.messages(here.news)).toEqual([]);
  });

  test('another site can read neither the stream nor the people', async () => {
    for (const path of [`/api/events?as=${here.reader}&channel=${here.news}`, '/api/welcome']) {
      const bySite = { 'sec-fetch-site': 'cross-site' };
      const byOrigin = { origin: 'https://harbour.example' };
      expect((await here.ask('GET', path, { headers: bySite })).status).toBe(403);
      expect((await here.ask('GET', path, { headers: byOrigin })).status).toBe(403);
    }
  });

  test('a request from the page itself is accepted', async () => {
    const headers = { ...json, 'sec-fetch-site': 'same-origin' };
    const body = JSON.stringify({ as: here.reader, do: 'send', channel: here.news, text: 'Ahoy' });
    expect((await here.ask('POST', '/api/act', { headers, body })).status).toBe(200);
  });
});

describe('what is given out', () => {
  test('every answer has a policy that forbids foreign content', async () => {
    for (const path of ['/', '/page.js', '/api/welcome', '/nowhere']) {
      const { headers } = await here.ask('GET', path);
      const policy = String(headers['content-security-policy']).split('; ');
      expect(policy).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "connect-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'",
        ]),
      );
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  test('no path leaves the folder of public files', async () => {
    const paths = [
      '/../start-page.ts',
      '/../../../../package.json',
      '/%2e%2e/start-page.ts',
      '/..%2fstart-page.ts',
      '/public/page.js',
      '//etc/passwd',
      '/etc/passwd',
      '/page.js/../../start-page.ts',
      '/page.js%00',
      '/constructor',
    ];
    for (const path of paths) {
      expect([path, (await here.ask('GET', path)).status]).toEqual([path, 404]);
    }
  });

  test('the page’s scripts and styles have the right content types', async () => {
    const { text, headers } = await here.ask('GET', '/');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    const parts = [...text.matchAll(/(?:href|src)="([\w.-]+)"/g)].map(([, name]) => name ?? '');
    expect(parts).toContain('page.js');
    for (const name of parts) {
      const said = await here.ask('GET', `/${name}`);
      expect([name, said.status]).toEqual([name, 200]);
      const type = { js: 'javascript', css: 'css', svg: 'svg' }[name.split('.').pop() ?? ''];
      expect(said.headers['content-type']).toContain(type);
    }
  });

  test('a request that is too long is refused', async () => {
    const said = await here.act(here.reader, {
      do: 'send',
      channel: here.news,
      text: 'x'.repeat(70_000),
    });
    expect(said.status).toBe(413);
  });
});

describe('the browser’s files', () => {
  const folder = new URL('../../../src/preview/page/public/', import.meta.url);

  test('the page’s scripts never parse text as HTML or code, and name no other host', async () => {
    const forbidden =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser|createContextualFragment|javascript:|setAttribute\('on/;
    const foreign =
      /(?:src|href)="https?:|url\(\s*['"]?https?:|(?:fetch|import|EventSource)\(['"`]https?:/;
    const names = await readdir(folder);
    expect(names).toContain('page.js');
    for (const name of names) {
      const text = await readFile(new URL(name, folder), 'utf8');
      expect([name, forbidden.exec(text)?.[0]]).toEqual([name, undefined]);
      expect([name, foreign.exec(text)?.[0]]).toEqual([name, undefined]);
    }
  });

  test('the page has no inline scripts or styles', async () => {
    const html = await readFile(new URL('index.html', folder), 'utf8');
    expect(html).not.toMatch(/<style|style="|\son\w+="|<script(?![^>]* src=)/);
  });
});
