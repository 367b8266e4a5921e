import { describe, expect, test } from 'vitest';
import { ReadError } from '../../src/core/errors.ts';
import { atom, document, headlines, item, rss, stories } from './builders.ts';

describe('a document that is no feed is refused in words for a person', () => {
  const refusal = async (text: string): Promise<string> => {
    const refused = await document(text).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ReadError);
    return (refused as ReadError).message;
  };

  test.each([
    ['', /empty document/],
    [' \n\t', /empty document/],
    [
      '<!DOCTYPE html><html><head><title>Ledger</title></head><body>News</body></html>',
      /web page.*feed instead/,
    ],
    [
      '<html><body><script>var a = "<rss><channel><item/></channel></rss>"</script></body></html>',
      /web page/,
    ],
    ['<div><p>503</p></div>', /web page/],
    [
      '<!doctype html><meta charset="utf-8"><script>"<rss><channel></channel></rss>"</script>',
      /web page/,
    ],
    ['{"stories":[]}', /JSON, but not a JSON Feed/],
    ['[1,2]', /JSON, but not a JSON Feed/],
    ['{"version":"https://jsonfeed.org/version/1",', /JSON, but not a JSON Feed/],
    ['<?xml version="1.0"?><urlset><url/></urlset>', /sitemap/],
    ['<opml version="2.0"><body/></opml>', /OPML/],
    ['<?xml version="1.0"?><svg/>', /XML document \(<svg>\)/],
    ['<?xml version="1.0"?>', /breaks off/],
    ['Not found', /neither RSS nor Atom/],
    ['\u0089PNG\r\n', /neither RSS nor Atom/],
  ])('%s is refused with a reason', async (text, words) => {
    expect(await refusal(text)).toMatch(words);
  });

  test('the refusal of a web page names its feed', async () => {
    const page = `<html><head><link rel="stylesheet" href="a.css"><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>`;
    expect(await refusal(page)).toContain('https://ledger.example/rss');
  });

  test('a page of a million open tags is refused as well', async () => {
    expect(await refusal('<html>'.repeat(300_000))).toMatch(/web page/);
  });
});

describe('broken markup costs as little as it can', () => {
  test.each([
    ['a bare ampersand', '<item><title>Fish & chips</title></item>', ['Fish & chips']],
    ['an unknown entity', '<item><title>A &nosuch; B</title></item>', ['A &nosuch; B']],
    ['an end tag of nothing', '<item></b><title>A</title></i></item>', ['A']],
    [
      'an end tag forgotten',
      '<item><title>A<link>/a</link></item><item><title>B</title></item>',
      ['A', 'B'],
    ],
    ['an item without end', '<item><title>A</title><item><title>B</title></item>', ['A', 'B']],
    ['crossed tags', '<item><title><b>A</title></b><link>/a</link></item>', ['A']],
    ['an attribute without quotes', '<item a=b c><title>A</title></item>', ['A']],
    [
      'a "<" in the text',
      '<item><title>1 < 2</title></item><item><title>B</title></item>',
      ['1 < 2', 'B'],
    ],
    ['items after their channel', '</channel><item><title>A</title></item>', ['A']],
  ])('stories are read despite %s', async (_, items, expected) => {
    expect(await headlines(rss(items))).toEqual(expected);
  });

  test('what a server prints before the feed is passed over', async () => {
    const feed = `<br /><b>Warning</b>: disk full in <b>x</b><br />\n${rss(item(1))}`;
    expect(await headlines(feed)).toEqual(['Story 1']);
  });

  test('white space and text before the prolog are passed over', async () => {
    expect(await headlines(` \n\ufeff oops ${rss(item(1))}`)).toEqual(['Story 1']);
  });

  test('a story that is cut off at the end of a document is left out', async () => {
    const feed = rss(item(1) + item(2));
    const cut = feed.indexOf('</item>', feed.indexOf('Story 2'));
    for (const end of [cut, cut + 3, feed.indexOf('Story 2') + 4, feed.indexOf('g-2')]) {
      expect(await headlines(feed.slice(0, end))).toEqual(['Story 1']);
    }
    expect(await headlines(feed.slice(0, cut + 7))).toEqual(['Story 1', 'Story 2']);
  });

  test('an Atom entry that is cut off is left out', async () => {
    const feed = atom('<entry><id>1</id><title>A</title></entry><entry><id>2</id><title>B</title>');
    expect(await headlines(feed.slice(0, -'</feed>'.length))).toEqual(['A']);
  });
});

test('an address that is none does not stop the reading', async () => {
  expect(await stories(rss(item(1)), { url: 'nonsense' })).toMatchObject([
    { headline: 'Story 1', url: 'https://ledger.example/1' },
  ]);
});
