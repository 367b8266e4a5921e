import { expect, test } from 'vitest';
import { isTracking, textWithoutTracking, withoutTracking } from '../../src/text/tracking.ts';

test.each(['utm_source=rss', 'UTM_MEDIUM=feed', 'fbclid', 'at_custom1=a', '_ga=2.1'])(
  'the parameter %s tracks readers',
  (parameter) => {
    expect(isTracking(parameter)).toBe(true);
  },
);

test.each(['id=7', 'utm', 'page=fbclid', 'gclids=1', ''])(
  'the parameter "%s" tracks nobody',
  (parameter) => {
    expect(isTracking(parameter)).toBe(false);
  },
);

test.each([
  ['https://ledger.example/1?utm_source=a', 'https://ledger.example/1'],
  ['https://ledger.example/1?a=1&utm_source=a&b=2#c', 'https://ledger.example/1?a=1&b=2#c'],
  ['https://ledger.example/1#a?utm_source=b', 'https://ledger.example/1#a?utm_source=b'],
  ['https://ledger.example/1', 'https://ledger.example/1'],
])('%s without tracking is %s', (address, expected) => {
  expect(withoutTracking(address)).toBe(expected);
});

test('the addresses in a text lose their tracking parameters, and keep all others', () => {
  const text =
    'See https://ledger.example/1?utm_source=rss&page=2#top and http://a.example/?fbclid=x&gclid=y now.';
  expect(textWithoutTracking(text)).toBe(
    'See https://ledger.example/1?page=2#top and http://a.example/ now.',
  );
  expect(textWithoutTracking('What is ?utm_source=rss for?')).toBe('What is ?utm_source=rss for?');
});
