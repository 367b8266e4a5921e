import { expect, test } from 'vitest';
import { untrackedUrl, absoluteUrl } from '../../src/text/url.ts';

const base = 'https://ledger.example/news/feed.xml';

test('an address is what the URL standard makes of it, the quickly known ones too', () => {
  const hosts = [
    'ledger.example',
    'www.ledger.example',
    'a-b.ledger.example',
    'xn--zzz.example',
    '10.0.0.1',
    'x.1',
    'ledger',
    'LEDGER.example',
    'ledger.example:443',
    'u@ledger.example',
  ];
  const paths = [
    '',
    '/',
    '/a/b.html',
    '/a/../b',
    '/./a',
    '/a%2e%2e/b',
    '/a b',
    "/it's",
    '/a"b',
    '/a|b',
    '/a^b',
    '/é',
    '/a;b=c,d',
    '//a',
    '/a\\b',
    '/.well-known',
    '/a/..',
  ];
  const ends = ['', '?', '?a=1&b=2', "?it's", '?a b', '?%20', '#', '#a', '#a`b', '?a#b?c'];
  for (const scheme of ['https:', 'http:', 'HTTPS:']) {
    for (const host of hosts) {
      for (const path of paths) {
        for (const end of ends) {
          const written = `${scheme}//${host}${path}${end}`;
          const standard = URL.canParse(written, base) ? new URL(written, base).href : null;
          expect(absoluteUrl(written, base), written).toBe(standard);
        }
      }
    }
  }
});

test.each([
  ['https://ledger.example/1?utm_source=a', 'https://ledger.example/1'],
  ['https://ledger.example/1?a=1&utm_source=a&b=2#c', 'https://ledger.example/1?a=1&b=2#c'],
  ['https://ledger.example/1#a?utm_source=b', 'https://ledger.example/1#a?utm_source=b'],
  ['/1?fbclid=a#b', 'https://ledger.example/1#b'],
  ['/1?', 'https://ledger.example/1'],
])('%s is shown to readers as %s', (written, shown) => {
  expect(untrackedUrl(written, base)).toBe(shown);
});
