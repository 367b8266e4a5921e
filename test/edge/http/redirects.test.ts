import { expect, test } from 'vitest';
import { faultOf, fetcherFor, newspaper, text } from './servers.ts';

test('five redirects are followed, and a sixth is an error', async () => {
  const harbour = await newspaper((request, response) => {
    const left = Number(request.url?.slice(1));
    if (left === 0) response.end('arrived');
    else response.writeHead(307, { location: `/${left - 1}` }).end('moved');
  });
  const fetch = fetcherFor();
  expect(text(await fetch({ url: `${harbour}/5` }))).toBe('arrived');
  const fault = await faultOf(fetch({ url: `${harbour}/6` }));
  expect(fault).toMatchObject({ fault: 'http-status', status: 307 });
  expect(fault.message).toContain('more than 5 times');
});

test('secrets are sent only to their own origin, and validators to every redirect target', async () => {
  const elsewhere = await newspaper((request, response) => {
    response.end(JSON.stringify(request.headers));
  });
  const harbour = await newspaper((request, response) => {
    const location = request.url === '/away' ? elsewhere : '/home';
    if (request.url === '/home') response.end(JSON.stringify(request.headers));
    else response.writeHead(302, { location }).end();
  });
  const fetch = fetcherFor();
  const headers = { cookie: 'seat=12', 'x-api-key': 'k', 'if-none-match': '"7"' };
  const secret = harbour.replace('//', '//editor:pass@');
  const home = JSON.parse(text(await fetch({ url: `${secret}/start`, headers })));
  expect(home).toMatchObject({ ...headers, authorization: expect.stringMatching(/^Basic /) });
  const away = JSON.parse(text(await fetch({ url: `${secret}/away`, headers })));
  expect(away).toMatchObject({ 'if-none-match': '"7"' });
  expect(Object.keys(away)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/cookie|x-api-key|authorization/)]),
  );
});

test.each([
  ['to no address', undefined],
  ['to nonsense', 'http://['],
])('a redirect %s is reported as an error of the server', async (_, location) => {
  const harbour = await newspaper((_, response) => {
    response.writeHead(302, location === undefined ? {} : { location }).end();
  });
  expect(await faultOf(fetcherFor()({ url: harbour }))).toMatchObject({
    fault: 'http-status',
    status: 302,
  });
});

test('a redirect to another scheme than http or https is refused', async () => {
  const harbour = await newspaper((_, response) => {
    response.writeHead(302, { location: 'file:///etc/passwd' }).end();
  });
  expect(await faultOf(fetcherFor()({ url: harbour }))).toMatchObject({
    fault: 'address-refused',
  });
});

test('the permanent URL is the target of the leading permanent redirects', async () => {
  const hops: Record<string, [status: number, to: string]> = {
    '/old': [301, '/older'],
    '/older': [308, '/new'],
    '/new': [302, '/today'],
    '/for-now': [307, '/old'],
  };
  const harbour = await newspaper((request, response) => {
    const [status, to] = hops[request.url ?? ''] ?? [200, ''];
    response.writeHead(status, to ? { location: to } : {}).end('feed');
  });
  const fetch = fetcherFor();
  const permanent = async (path: string) => (await fetch({ url: harbour + path })).permanentUrl;
  expect(await permanent('/old')).toBe(`${harbour}/new`);
  expect(await permanent('/older')).toBe(`${harbour}/new`);
  expect(await permanent('/new')).toBeNull();
  expect(await permanent('/for-now')).toBeNull();
  expect(await permanent('/today')).toBeNull();
  const withPassword = harbour.replace('//', '//editor:pass@');
  expect((await fetch({ url: `${withPassword}/old` })).permanentUrl).toBe(`${harbour}/new`);
});

test.each([
  ['a form', { form: { name: 'x' } }],
  ['JSON', { json: '{"name":"x"}' }],
])('%s is sent to its own address only: no redirect is followed', async (_, sent) => {
  const asked: string[] = [];
  const elsewhere = await newspaper((request, response) => {
    asked.push(`elsewhere ${request.url}`);
    response.end();
  });
  const harbour = await newspaper((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers['content-type']}`);
    const location = request.url === '/away' ? elsewhere : '/home';
    response.writeHead(request.url === '/away' ? 307 : 302, { location }).end();
  });
  for (const path of ['/away', '/here']) {
    const fault = await faultOf(fetcherFor()({ url: harbour + path, ...sent }));
    expect(fault).toMatchObject({ fault: 'http-status' });
    expect(fault.message).toContain('where data was sent with POST');
  }
  const type = 'form' in sent ? 'application/x-www-form-urlencoded' : 'application/json';
  expect(asked).toEqual([`POST /away ${type}`, `POST /here ${type}`]);
});
