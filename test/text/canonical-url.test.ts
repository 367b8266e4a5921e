import { expect, test } from 'vitest';
import { storyKey } from '../../src/text/canonical-url.ts';

const plain = 'https://ledger.example/news/ferry';

test.each([
  'http://ledger.example/news/ferry',
  'https://www.ledger.example/news/ferry/',
  'https://LEDGER.example:443/news/ferry#comments',
  'https://m.ledger.example/news/ferry',
  'https://amp.ledger.example/news/ferry',
  'https://ledger.example/news/ferry/amp/',
  'https://ledger.example/news/ferry?utm_source=rss&fbclid=x&amp=1',
])('the address %s has the same story key as the plain address', (address) => {
  expect(storyKey(address)).toBe(storyKey(plain));
});

test.each([
  'https://ledger.example/news/Ferry',
  'https://ledger.example/news/ferry?page=2',
  'https://ledger.example:8080/news/ferry',
  'https://sport.ledger.example/news/ferry',
  'https://ledger.example/news/champ',
])('the address %s has another story key than the plain address', (address) => {
  expect(storyKey(address)).not.toBe(storyKey(plain));
});

test('parameters that identify the story count, in any order', () => {
  expect(storyKey('https://ledger.example/?id=7&lang=de')).toBe(
    storyKey('https://www.ledger.example/?lang=de&id=7&utm_medium=feed'),
  );
});

test.each(['https://ledger.example/', 'https://m.example', 'mailto:desk@ledger.example', 'ferry'])(
  'the address %s has no story key',
  (address) => {
    expect(storyKey(address)).toBeNull();
  },
);

test('a host of two parts keeps them both', () => {
  expect(storyKey('https://m.example/a')).toBe('m.example/a');
});
