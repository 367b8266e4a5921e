import { expect, test } from 'vitest';
import { shownAddress } from '../../src/text/masked-url.ts';

test.each([
  ['https://editor:pass@a.example/feed', 'https://a.example/feed'],
  ['https://editor@a.example/feed?page=2', 'https://a.example/feed?page=2'],
  ['https://a.example/feed?token=abc', 'https://a.example/feed?token=***'],
  [
    'https://a.example/feed?format=rss&api_key=1&x=2',
    'https://a.example/feed?format=rss&api_key=***&x=2',
  ],
  ['https://a.example/feed?a=1;token=abc', 'https://a.example/feed?a=1;token=***'],
  ['https://a.example/feed?%74oken=abc', 'https://a.example/feed?%74oken=***'],
  ['https://a.example/feed?%=1&pwd=hunter2', 'https://a.example/feed?%=1&pwd=***'],
  ['https://a.example/feed?sid=abc&pw=x', 'https://a.example/feed?sid=***&pw=***'],
  ['https://a.example/feed#access_token=abc', 'https://a.example/feed'],
  ['editor:pass@a.example/feed', 'a.example/feed'],
  ['https://editor:pass@a.example:99999/feed', 'https://a.example:99999/feed'],
  ['https://a.example/?u=9f8e7d6c5b4a39281706f5e4', 'https://a.example/?u=***'],
])('%s is shown without its secrets', (address, shown) => {
  expect(shownAddress(address)).toBe(shown);
});

test.each([
  'https://a.example/feed',
  'https://a.example/feed?edition=2026-11-24&section=harbour',
  'https://a.example/?q=the+old+harbour+of+1926+reopens',
  'https://a.example/?feed=rss2',
  'https://a.example/?empty=&alone',
  'no address at all',
  'mailto:desk@a.example',
])('%s is shown as it is', (address) => {
  expect(shownAddress(address)).toBe(address);
});

test('a key in the path is masked, and the words and ids of a path are shown', () => {
  expect(shownAddress('https://ledger.example/private/3fa94c1be07d4428a9d1c7720b66e3f5/rss')).toBe(
    'https://ledger.example/private/***/rss',
  );
  for (const address of [
    'https://ledger.example/2011/05/05/harbour-board-puts-off-its-ruling-on-the-pier',
    'https://ledger.example/news/article12345678.html',
    'https://ledger.example/donaudampfschifffahrtsgesellschaft/2',
  ]) {
    expect(shownAddress(address)).toBe(address);
  }
});
