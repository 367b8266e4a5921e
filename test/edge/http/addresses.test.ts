import { describe, expect, test } from 'vitest';
import { addressPolicy } from '../../../src/edge/http/address-policy.ts';
import { faultOf, fetcherFor, newspaper, text } from './servers.ts';
import { recordingLog } from '../../support/recording-log.ts';

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '169.254.169.254',
  '224.0.0.1',
  '0.0.0.0',
  '240.0.0.1',
  '255.255.255.255',
  '198.18.0.1',
  '::1',
  '::',
  '::7f00:1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::a00:1',
  '64:ff9b::7f00:1',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::808:808',
  '::ffff:0:7f00:1',
  '100::1',
  '2001:db8::1',
  'fe80::1%eth0',
  '2002:7f00:1::1',
  '2001:0:4136:e378::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  '4000::1',
  'not an address',
])('the address %s is refused', (address) => {
  expect(addressPolicy([])(address)).not.toBeNull();
});

test.each([
  '8.8.8.8',
  '151.101.1.1',
  '2606:4700::6810:84e5',
  '64:ff9b::808:808',
  '2a00:1450:4001::200e',
])('the public address %s is allowed', (address) => {
  expect(addressPolicy([])(address)).toBeNull();
});

test('an allowed range allows only its own addresses, also in their IPv4-mapped form', () => {
  const refusedRange = addressPolicy(['127.0.0.0/8', 'fd00::/8']);
  expect(refusedRange('127.0.0.1')).toBeNull();
  expect(refusedRange('::ffff:127.0.0.1')).toBeNull();
  expect(refusedRange('fd12::1')).toBeNull();
  expect(refusedRange('::1')).toBe('loopback');
  expect(refusedRange('10.0.0.1')).toBe('private');
  expect(refusedRange('::ffff:10.0.0.1')).toBe('ipv4Mapped');
});

test.each([
  ['127.0.0.1', (port: string) => `http://127.0.0.1:${port}/`],
  ['a number that means 127.0.0.1', (port: string) => `http://2130706433:${port}/`],
  ['a number in hexadecimal', (port: string) => `http://0x7f000001:${port}/`],
  ['a short form in hexadecimal', (port: string) => `http://0x7f.1:${port}/`],
  ['a number in octal', (port: string) => `http://0177.0.0.1:${port}/`],
  ['full-width digits', (port: string) => `http://１２７.0.0.1:${port}/`],
  ['loopback in IPv6', (port: string) => `http://[::1]:${port}/`],
  ['an IPv4-compatible address', (port: string) => `http://[::127.0.0.1]:${port}/`],
  ['a NAT64 address', (port: string) => `http://[64:ff9b::127.0.0.1]:${port}/`],
  ['a 6to4 address', (port: string) => `http://[2002:7f00:1::]:${port}/`],
  ['an IPv4-mapped address', (port: string) => `http://[::ffff:127.0.0.1]:${port}/`],
  ['a name that resolves to loopback', (port: string) => `http://localhost:${port}/`],
])('a fetch from %s is refused before anything is sent', async (_, address) => {
  let asked = 0;
  const inside = await newspaper((_, response) => {
    asked += 1;
    response.end();
  });
  const log = recordingLog();
  const fetch = fetcherFor({ allow: [], log });
  const fault = await faultOf(fetch({ url: address(new URL(inside).port) }));
  expect(fault).toMatchObject({ fault: 'address-refused' });
  expect(fault.message).toContain('network.allow');
  expect(log.lines).toMatchObject([{ event: 'http.address-refused' }]);
  expect(asked).toBe(0);
});

test('a host name that resolves to an allowed range is fetched from', async () => {
  const harbour = await newspaper((_, response) => response.end('ashore'));
  const fetched = await fetcherFor({ allow: ['127.0.0.0/8', '::1/128'] })({
    url: harbour.replace('127.0.0.1', 'localhost'),
  });
  expect(text(fetched)).toBe('ashore');
});

test('the message about a refused host name does not reveal its address', async () => {
  const fault = await faultOf(fetcherFor({ allow: [] })({ url: 'http://localhost:1/' }));
  expect(fault.message).not.toMatch(/127\.0\.0|::1/);
});

test('a redirect into a refused network is not followed', async () => {
  let asked = 0;
  const inside = await newspaper((_, response) => {
    asked += 1;
    response.end('secret');
  });
  const insideOnAnother = inside.replace('127.0.0.1', '127.0.0.2');
  const harbour = await newspaper((_, response) => {
    response.writeHead(302, { location: insideOnAnother }).end();
  });
  const fault = await faultOf(fetcherFor({ allow: ['127.0.0.1/32'] })({ url: harbour }));
  expect(fault).toMatchObject({ fault: 'address-refused' });
  expect(asked).toBe(0);
});

test('a redirect into an allowed network is followed', async () => {
  const moved = await newspaper((_, response) => response.end('moved here'));
  const harbour = await newspaper((_, response) => {
    response.writeHead(301, { location: `${moved}/new` }).end();
  });
  const fetched = await fetcherFor()({ url: harbour });
  expect(text(fetched)).toBe('moved here');
  expect(fetched.url).toBe(`${moved}/new`);
});

describe('an address on this machine that was typed on the command line', () => {
  const site = () => newspaper((_, response) => response.end('typed'));

  test.each(['127.0.0.1', 'localhost', 'LOCALHOST', '2130706433'])(
    'is fetched from, as are other paths of its host and port: %s',
    async (host) => {
      const feed = `${(await site()).replace('127.0.0.1', host)}/feed.xml`;
      const fetch = fetcherFor({ allow: [], typed: [feed] });
      expect(text(await fetch({ url: feed }))).toBe('typed');
      expect(text(await fetch({ url: feed.replace('feed.xml', 'stories/1') }))).toBe('typed');
    },
  );

  test('opens no other port, no other loopback address and no other name', async () => {
    const typed = await site();
    const fetch = fetcherFor({ allow: [], typed: [`${typed}/feed.xml`] });
    const others = [
      await site(),
      typed.replace('127.0.0.1', '127.0.0.2'),
      typed.replace('127.0.0.1', 'localhost'),
      typed.replace('127.0.0.1', '10.0.0.1'),
    ];
    for (const url of others) {
      expect([url, (await faultOf(fetch({ url }))).fault]).toEqual([url, 'address-refused']);
    }
  });

  test('leads by no redirect to another port', async () => {
    const other = await site();
    const typed = await newspaper((_, response) => {
      response.writeHead(302, { location: other }).end();
    });
    const fault = await faultOf(fetcherFor({ allow: [], typed: [typed] })({ url: typed }));
    expect(fault.fault).toBe('address-refused');
  });

  test.each(['http://10.0.0.1:8080/feed', 'http://192.168.1.1/', 'http://[fd00::1]/'])(
    'is no address of another machine: %s',
    async (url) => {
      const fault = await faultOf(fetcherFor({ allow: [], typed: [url] })({ url }));
      expect(fault.fault).toBe('address-refused');
    },
  );
});
