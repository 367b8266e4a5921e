import { describe, expect, test } from 'vitest';
import { ReadError } from '../../src/core/errors.ts';
import { readOpml, writeOpml } from '../../src/feeds/index.ts';

const list = (body: string) =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>${body}</body></opml>`;
const urls = (text: string) => readOpml(text).map(({ url }) => url);

describe('a list of feeds', () => {
  test('a list is read with its titles and folders', () => {
    const text = list(`
      <outline text="Papers"><outline title="Coast">
        <outline type="rss" text="Ledger" title="Harbour Ledger" xmlUrl="https://a.example/feed" htmlUrl="https://a.example"/>
      </outline><outline text="Post" xmlUrl=" https://b.example/?a=1&amp;b=2 "/></outline>
      <outline xmlUrl="https://c.example/"/>`);
    expect(readOpml(text)).toEqual([
      { url: 'https://a.example/feed', title: 'Harbour Ledger', folders: ['Papers', 'Coast'] },
      { url: 'https://b.example/?a=1&b=2', title: 'Post', folders: ['Papers'] },
      { url: 'https://c.example/', title: null, folders: [] },
    ]);
  });

  test('a list may write its names in any case', () => {
    const text = `<OPML VERSION="1.0"><BODY><Outline Text="A" XMLURL="https://a.example/"/><outline xmlurl='https://b.example/'/></BODY></OPML>`;
    expect(urls(text)).toEqual(['https://a.example/', 'https://b.example/']);
  });

  test('a list of version 1 may name a feed by url and type; a link is no feed', () => {
    const text = list(
      '<outline type="rss" url="https://a.example/"/><outline type="link" url="https://b.example/"/>',
    );
    expect(urls(text)).toEqual(['https://a.example/']);
  });

  test('a list that is cut off or not well-formed is read as far as possible', () => {
    const text =
      '<opml><body><outline text="A & B" xmlUrl="https://a.example/?x&y"><outline xmlUrl=https://b.example/><outline xmlUrl="https://c.exa';
    expect(urls(text)).toEqual(['https://a.example/?x&y', 'https://b.example/']);
  });

  test('a list without feeds is empty, and other documents are no list', () => {
    expect(readOpml(list('<outline text="Empty"/>'))).toEqual([]);
    for (const text of ['', '<html><body>x', '<rss><channel/></rss>', 'PK\u0003\u0004']) {
      expect(() => readOpml(text)).toThrow(ReadError);
    }
  });
});

describe('a hostile list', () => {
  test('a list that declares entities is refused', () => {
    const bomb = `<!DOCTYPE opml [<!ENTITY a "${'x'.repeat(100)}"><!ENTITY b "&a;&a;&a;">]><opml><body><outline xmlUrl="https://a.example/&b;"/></body></opml>`;
    expect(() => readOpml(bomb)).toThrow(/declares entities/);
  });

  test('a list with endless folders is refused', () => {
    expect(() => readOpml(`<opml><body>${'<outline text="a">'.repeat(100_000)}`)).toThrow(
      /50 deep/,
    );
  });

  test('a list with endless other elements is refused', () => {
    expect(() => readOpml(`<opml>${'<x>'.repeat(1_000_000)}`)).toThrow(/50 deep/);
  });

  test('a list with endless entries is refused', () => {
    const text = list('<outline xmlUrl="https://a.example/"/>'.repeat(10_001));
    expect(() => readOpml(text)).toThrow(/more than 10000 entries/);
  });

  test('a list with an attribute of five megabytes is read to its end', () => {
    expect(urls(`<opml><body><outline xmlUrl="${'x'.repeat(5_000_000)}"/>`)).toHaveLength(1);
  });

  test('a list with names of JavaScript prototypes is read as any other', () => {
    const text = list('<outline __proto__="1" constructor="2" xmlUrl="https://a.example/"/>');
    expect(urls(text)).toEqual(['https://a.example/']);
  });
});

test('what is written is read again, folders and odd characters included', () => {
  const feeds = [
    { url: 'https://a.example/?a=1&b="2"', title: 'A <b> & "c"\u0000', folders: ['#news'] },
    { url: 'https://b.example/', title: null, folders: [] },
    { url: 'https://c.example/', title: 'Fähre 渡船 🛳', folders: ['#news'] },
  ];
  const text = writeOpml('Mine & ours', 'Tue, 24 Nov 2026 09:00:00 GMT', feeds);
  expect(text).toContain('<title>Mine &amp; ours</title>');
  expect(readOpml(text)).toEqual([
    { url: feeds[0]?.url, title: 'A <b> & "c"', folders: ['#news'] },
    { url: 'https://c.example/', title: 'Fähre 渡船 🛳', folders: ['#news'] },
    { url: 'https://b.example/', title: 'https://b.example/', folders: [] },
  ]);
});
