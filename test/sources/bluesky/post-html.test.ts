import { expect, test } from 'vitest';
import {
  Attachment,
  attachedHtml,
  postAddress,
  textHtml,
} from '../../../src/sources/bluesky/post-html.ts';

const bytes = (text: string) => new TextEncoder().encode(text).length;

function facet(text: string, part: string, feature: { $type: string; uri?: string }) {
  const from = bytes(text.slice(0, text.indexOf(part)));
  return { index: { byteStart: from, byteEnd: from + bytes(part) }, features: [feature] };
}

const link = (uri: string) => ({ $type: 'app.bsky.richtext.facet#link', uri });
const mention = { $type: 'app.bsky.richtext.facet#mention', did: 'did:plc:ben' };

test('facets count in bytes of UTF-8', () => {
  const text = '🚢 Fähre <sank>: ledger.example/a… — @ben.example\nso';
  const facets = [
    facet(text, '@ben.example', mention),
    facet(text, 'ledger.example/a…', link('https://ledger.example/a-b?c=1&d=2')),
  ];
  expect(textHtml({ text, facets })).toBe(
    '🚢 Fähre &lt;sank&gt;: <a href="https://ledger.example/a-b?c=1&amp;d=2">ledger.example/a…</a> — @ben.example<br>so',
  );
});

test.each([
  ['cuts a character', { byteStart: 1, byteEnd: 6 }],
  ['ends in a character', { byteStart: 0, byteEnd: 2 }],
  ['is empty', { byteStart: 5, byteEnd: 5 }],
  ['runs backwards', { byteStart: 6, byteEnd: 5 }],
  ['lies outside', { byteStart: 5, byteEnd: 99 }],
])('a facet that %s is left out', (_, index) => {
  const facets = [{ index, features: [link('https://ledger.example/')] }];
  expect(textHtml({ text: '🚢 ab', facets })).toBe('🚢 ab');
});

test('of facets that overlap the first counts, and addresses of other schemes lead nowhere', () => {
  const over = (byteStart: number, byteEnd: number, uri: string) => ({
    index: { byteStart, byteEnd },
    features: [link(uri)],
  });
  const facets = [over(1, 3, 'https://b.example/'), over(0, 2, 'https://a.example/')];
  expect(textHtml({ text: 'abc', facets })).toBe('<a href="https://a.example/">ab</a>c');
  expect(textHtml({ text: 'abc', facets: [over(0, 2, 'javascript:alert(1)')] })).toBe('abc');
});

const attached = (value: unknown, text = '') =>
  attachedHtml(Attachment.parse(value), 'https://bsky.app/profile/did:plc:ana/post/a', text);
const quote = { uri: 'at://did:plc:ben/app.bsky.feed.post/q' };
const quoteLink = '<p><a href="https://bsky.app/profile/did:plc:ben/post/q">Quoted post</a></p>';

test.each([
  [
    'pictures',
    { images: [{ fullsize: 'https://cdn.bsky.app/p.jpg', alt: 'A <ferry>' }, { fullsize: 'x:y' }] },
    '<p><a href="https://cdn.bsky.app/p.jpg">Image: A &lt;ferry&gt;</a></p><p>Image</p>',
  ],
  [
    'a video',
    { playlist: 'https://video.bsky.app/p.m3u8' },
    '<p><a href="https://bsky.app/profile/did:plc:ana/post/a">Video</a></p>',
  ],
  [
    'a card',
    { external: { uri: 'https://ledger.example/a', title: 'Ferry' } },
    '<p><a href="https://ledger.example/a">Ferry</a></p>',
  ],
  ['a quoted post', { record: quote }, quoteLink],
  [
    'a quoted post with pictures',
    { record: { record: quote }, media: { images: [{ fullsize: 'https://cdn.bsky.app/p.jpg' }] } },
    `${quoteLink}<p><a href="https://cdn.bsky.app/p.jpg">Image</a></p>`,
  ],
  ['something new', { $type: 'app.bsky.embed.later', record: 7 }, ''],
])('%s are links', (_, value, html) => {
  expect(attached(value)).toBe(html);
});

test('the card of a link in the text says nothing more', () => {
  const text = '<a href="https://ledger.example/a">here</a>';
  expect(attached({ external: { uri: 'https://ledger.example/a', title: 'Ferry' } }, text)).toBe(
    '',
  );
});

test('a post has an address on Bluesky’s own site', () => {
  expect(postAddress('at://did:web:a.example/app.bsky.feed.post/k')).toBe(
    'https://bsky.app/profile/did:web:a.example/post/k',
  );
  expect(postAddress('at://did:plc:x/app.bsky.graph.list/k')).toBeNull();
});
