import { describe, expect, test } from 'vitest';
import { isAllowed, readRobots } from '../../src/article/robots.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const rulesOf = (text: string) => readRobots(bytes(text), 'Wirethread');
const allowed = (text: string, path: string) =>
  isAllowed(rulesOf(text), `https://ledger.example${path}`);

test.each([
  ['no rule at all', '', '/news/1', true],
  ['an empty disallow', 'User-agent: *\nDisallow:', '/news/1', true],
  ['everything', 'User-agent: *\nDisallow: /', '/news/1', false],
  ['a beginning', 'User-agent: *\nDisallow: /news', '/newspaper', false],
  ['another beginning', 'User-agent: *\nDisallow: /sport', '/news/1', true],
  ['the longest wins', 'User-agent: *\nDisallow: /news\nAllow: /news/open', '/news/open/1', true],
  ['whatever its place', 'User-agent: *\nAllow: /news/open\nDisallow: /news', '/news/open/1', true],
  ['a tie is allowed', 'User-agent: *\nDisallow: /news\nAllow: /news', '/news/1', true],
  ['capitals in a path count', 'User-agent: *\nDisallow: /News', '/news/1', true],
  ['a star', 'User-agent: *\nDisallow: /*/print', '/news/1/print', false],
  ['a star for nothing', 'User-agent: *\nDisallow: /news*', '/news', false],
  ['an end', 'User-agent: *\nDisallow: /*.pdf$', '/news/1.pdf', false],
  ['not at its end', 'User-agent: *\nDisallow: /*.pdf$', '/news/1.pdf?page=2', true],
  ['an end without a star', 'User-agent: *\nDisallow: /news$', '/news/1', true],
  ['an end that overlaps', 'User-agent: *\nDisallow: /ab*b$', '/ab', true],
  ['the front page alone', 'User-agent: *\nDisallow: /\nAllow: /$', '/', true],
  ['a query', 'User-agent: *\nDisallow: /*?print=', '/news/1?print=yes', false],
  ['an escape that need not be one', 'User-agent: *\nDisallow: /%6eews', '/news/1', false],
  ['a tilde in either writing', 'User-agent: *\nDisallow: /~ana', '/%7Eana/1', false],
  ['an escape in small letters', 'User-agent: *\nDisallow: /a%2fb', '/a%2Fb', false],
  ['an escaped slash is no slash', 'User-agent: *\nDisallow: /a%2fb', '/a/b', true],
  ['other scripts', 'User-agent: *\nDisallow: /новости', '/новости/1', false],
  ['a star that is meant', 'User-agent: *\nDisallow: /a%2Ab', '/a*b', false],
  ['and is no wildcard', 'User-agent: *\nDisallow: /a%2Ab', '/acb', true],
  ['a dollar in the middle', 'User-agent: *\nDisallow: /a$b', '/a$b', false],
  ['a broken escape', 'User-agent: *\nDisallow: /100%', '/100%', false],
  ['a path without its slash', 'User-agent: *\nDisallow: news', '/news', true],
])('robots.txt: %s', (_, text, path, may) => {
  expect(allowed(text, path)).toBe(may);
});

describe('the group that counts', () => {
  test.each([
    [
      'its own before the stars',
      'User-agent: *\nDisallow: /\n\nUser-agent: Wirethread\nDisallow: /x',
      true,
    ],
    [
      'in any letters',
      'User-agent: *\nDisallow: /\n\nUser-agent: WIRETHREAD/2.0\nDisallow: /x',
      true,
    ],
    ['not of a longer name', 'User-agent: WirethreadImages\nDisallow: /\n', true],
    [
      'two of its own together',
      'User-agent: wirethread\nAllow: /x\nUser-agent: a\nDisallow:\nUser-agent: wirethread\nDisallow: /n',
      false,
    ],
    [
      'one of several names',
      'User-agent: a\nUser-agent: wirethread\nUser-agent: b\nDisallow: /',
      false,
    ],
    ['another one', 'User-agent: a\nDisallow: /', true],
    [
      'a sitemap between names',
      'User-agent: wirethread\nSitemap: https://x.example/s\nUser-agent: a\nDisallow: /',
      false,
    ],
    ['a delay ends the names', 'User-agent: a\nCrawl-delay: 1\nUser-agent: *\nDisallow: /x', true],
    ['rules before any name', 'Disallow: /\nUser-agent: a\nDisallow: /', true],
    ['with a byte order mark', '\ufeffUser-agent: *\nDisallow: /', false],
    ['by carriage returns', 'User-agent: *\rDisallow: /\r', false],
    ['with remarks', 'User-agent: * # all\nDisallow: / # everything', false],
    ['with spaces', '  user-AGENT :*\n\tDISALLOW :  /news  ', false],
    ['a page instead', '<!doctype html><p>User-agent: *</p><p>Disallow: /</p>', true],
  ])('the group that counts: %s', (_, text, may) => {
    expect(allowed(text, '/news/1')).toBe(may);
  });

  test('the delay of a group is at most ten seconds', () => {
    expect(rulesOf('User-agent: *\nCrawl-delay: 2.5').crawlDelayMs).toBe(2_500);
    expect(rulesOf('User-agent: *\nCrawl-delay: 600').crawlDelayMs).toBe(10_000);
    expect(rulesOf('User-agent: *\nCrawl-delay: soon').crawlDelayMs).toBeNull();
    expect(rulesOf('User-agent: a\nCrawl-delay: 5').crawlDelayMs).toBeNull();
  });
});

test('what stands behind the first 500 KiB is not read, nor the line that they cut', () => {
  const filler = `#${'x'.repeat(500 * 1024 - 26)}\n`;
  const text = `User-agent: *\n${filler}Disallow: /news\n`;
  expect(text.slice(0, 500 * 1024)).toMatch(/Disallow: $/u);
  expect(allowed(text, '/news/1')).toBe(true);
});

const a = (count: number) => 'a'.repeat(count);
test.each([
  ['one pattern of stars', `Disallow: /${'*a'.repeat(250_000)}b`],
  ['patterns of stars', `Disallow: /${'*a'.repeat(900)}*b\n`.repeat(280)],
  ['many small patterns', 'Disallow: *b\n'.repeat(40_000)],
  [
    'patterns that nearly match',
    Array.from({ length: 20_000 }, (_, n) => `Disallow: *aab${n}`).join('\n'),
  ],
  ['long patterns that nearly match', `Disallow: *${a(500)}b${a(500)}\n`.repeat(500)],
  ['names', 'User-agent: wirethread\n'.repeat(20_000)],
  ['escapes', `Disallow: /${'%41'.repeat(170_000)}`],
  ['dollars', `Disallow: /${'$'.repeat(500_000)}`],
  ['no line end', 'x'.repeat(512_000)],
])('a robots.txt of %s ends within limits', (_, text) => {
  const rules = rulesOf(`User-agent: *\n${text}`);
  expect(isAllowed(rules, `https://ledger.example/${a(1_900)}`)).toBe(true);
  expect(JSON.stringify(rules).length).toBeLessThan(600_000);
});

test('a path too long to compare is refused where there are rules', () => {
  expect(allowed('User-agent: *\nDisallow: /x', `/${a(3_000)}`)).toBe(false);
  expect(allowed('', `/${a(3_000)}`)).toBe(true);
});
