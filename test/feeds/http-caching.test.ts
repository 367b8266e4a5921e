import { describe, expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../src/core/time/duration.ts';
import { retryAfterMs } from '../../src/core/time/retry-after.ts';
import {
  conditionalHeaders,
  isSameDocument,
  nextPoll,
  refreshedValidators,
  validatorsOf,
  type PollFacts,
} from '../../src/feeds/index.ts';

const now = Date.UTC(2011, 4, 5, 16, 29);
const next = (more: Partial<PollFacts>) =>
  nextPoll({
    now,
    pollEveryMs: 10 * minuteMs,
    ttlMs: null,
    headers: null,
    errors: 0,
    jitter: 0,
    ...more,
  });
const wait = (more: Partial<PollFacts>) => next(more).at - now;

describe('when a feed is next polled', () => {
  test.each<[string, Partial<PollFacts>, number]>([
    ['after its interval', {}, 10 * minuteMs],
    ['after a longer ttl', { ttlMs: hourMs }, hourMs],
    ['not sooner for a shorter ttl', { ttlMs: minuteMs }, 10 * minuteMs],
    ['after max-age', { headers: { 'cache-control': 'public, max-age=1800' } }, 30 * minuteMs],
    [
      'after max-age less the age',
      { headers: { 'cache-control': 'max-age=1800', age: '600' } },
      20 * minuteMs,
    ],
    ['not by s-maxage', { headers: { 'cache-control': 's-maxage=86400' } }, 10 * minuteMs],
    [
      'not by max-age beside no-cache',
      { headers: { 'cache-control': 'no-cache, max-age=7200' } },
      10 * minuteMs,
    ],
    ['after Expires', { headers: { expires: 'Thu, 05 May 2011 17:29:00 GMT' } }, hourMs],
    [
      'max-age outranks Expires',
      { headers: { 'cache-control': 'max-age=0', expires: 'Thu, 05 May 2011 17:29:00 GMT' } },
      10 * minuteMs,
    ],
    [
      'Expires in the past says nothing',
      { headers: { expires: 'Thu, 05 May 2010 17:29:00 GMT' } },
      10 * minuteMs,
    ],
    ['Expires: 0 says nothing', { headers: { expires: '0' } }, 10 * minuteMs],
    ['Expires: -1 says nothing', { headers: { expires: '-1' } }, 10 * minuteMs],
    ['after Retry-After in seconds', { headers: { 'retry-after': '3600' } }, hourMs],
    [
      'after Retry-After as a date',
      { headers: { 'retry-after': 'Thu, 05 May 2011 18:29:00 GMT' } },
      2 * hourMs,
    ],
    ['after Retry-After given apart', { retryAfterMs: hourMs }, hourMs],
    [
      'the longest of all',
      { ttlMs: hourMs, headers: { 'cache-control': 'max-age=60', 'retry-after': '7200' } },
      2 * hourMs,
    ],
    ['a publisher asks for a day at most', { ttlMs: 30 * dayMs }, dayMs],
    [
      'an interval of ours beyond a day stands',
      { pollEveryMs: 2 * dayMs, ttlMs: 3 * dayMs },
      2 * dayMs,
    ],
    ['later after an error', { errors: 1 }, 20 * minuteMs],
    ['later still after three', { errors: 3 }, 80 * minuteMs],
    ['with jitter', { errors: 1, jitter: 0.5 }, 22.5 * minuteMs],
    ['a day at most however many errors', { errors: 5_000, jitter: 0.9 }, dayMs],
    ['sooner by its jitter', { jitter: 0.5 }, 9.75 * minuteMs],
    ['never sooner than a ttl', { ttlMs: hourMs, jitter: 0.5 }, 61.5 * minuteMs],
    [
      'never sooner than a ttl as long as its interval',
      { ttlMs: 10 * minuteMs, jitter: 1 },
      10.5 * minuteMs,
    ],
    [
      'headers of nonsense say nothing',
      { headers: { 'cache-control': 'max-age=soon', expires: 'later', 'retry-after': 'x' } },
      10 * minuteMs,
    ],
  ])('the next poll of a feed: %s', (_, facts, expected) => {
    expect(wait(facts)).toBe(expected);
  });
});

test('the next poll has its reason', () => {
  const reason = (facts: Partial<PollFacts>) => next(facts).reason;
  expect(reason({})).toBe('interval');
  expect(reason({ ttlMs: minuteMs })).toBe('interval');
  expect(reason({ ttlMs: hourMs })).toBe('ttl');
  expect(reason({ ttlMs: hourMs, headers: { 'cache-control': 'max-age=7200' } })).toBe('cache');
  expect(reason({ ttlMs: hourMs, retryAfterMs: 2 * hourMs })).toBe('retry-after');
  expect(reason({ errors: 3 })).toBe('backoff');
  expect(next({ errors: 3 }).everyMs).toBe(80 * minuteMs);
});

test('a jitter outside its range is limited to the range', () => {
  expect(wait({ jitter: 7 })).toBe(wait({ jitter: 1 }));
  expect(wait({ jitter: -7 })).toBe(wait({ jitter: 0 }));
});

test('Retry-After in the past is ignored', () => {
  expect(retryAfterMs('Thu, 05 May 2010 18:29:00 GMT', now)).toBe(0);
  expect(retryAfterMs(undefined, now)).toBeNull();
  expect(retryAfterMs('99999999999', now)).toBe(999_999_999 * 1000);
  expect(retryAfterMs('9'.repeat(400), now)).toBe(999_999_999 * 1000);
});

test('Retry-After is read in all three forms of an HTTP date', () => {
  for (const date of [
    'Thu, 05 May 2011 16:30:00 GMT',
    'Thursday, 05-May-11 16:30:00 GMT',
    'Thu May  5 16:30:00 2011',
  ]) {
    expect(retryAfterMs(date, now)).toBe(minuteMs);
  }
});

describe('conditional requests', () => {
  const read = (headers: Record<string, string>) => validatorsOf(headers, 'hash');

  test('the validators of one answer are the conditions of the next request', () => {
    const validators = read({ etag: 'W/"a1"', 'last-modified': 'Thu, 05 May 2011 16:29:00 GMT' });
    expect(conditionalHeaders(validators)).toEqual({
      'if-none-match': 'W/"a1"',
      'if-modified-since': 'Thu, 05 May 2011 16:29:00 GMT',
    });
  });

  test('one validator alone is enough, none makes no condition', () => {
    expect(conditionalHeaders(read({ etag: '"a"' }))).toEqual({ 'if-none-match': '"a"' });
    expect(conditionalHeaders(read({}))).toEqual({});
    expect(conditionalHeaders(null)).toEqual({});
    expect(read({ etag: ' ' })).toEqual({ etag: null, lastModified: null, bodyHash: 'hash' });
  });

  test('the validators of a response with Expires: 0 are ignored', () => {
    const headers = { etag: '"a"', expires: '0' };
    expect(conditionalHeaders(read(headers))).toEqual({});
    expect(conditionalHeaders(refreshedValidators(read({ etag: '"a"' }), headers))).toEqual({});
  });

  test('a 304 renews what it repeats and keeps the rest', () => {
    const known = read({ etag: '"a"', 'last-modified': 'Thu, 05 May 2011 16:29:00 GMT' });
    const later = 'Thu, 05 May 2011 17:29:00 GMT';
    expect(refreshedValidators(known, { 'last-modified': later })).toEqual({
      etag: '"a"',
      lastModified: later,
      bodyHash: 'hash',
    });
    expect(refreshedValidators(known, {})).toEqual(known);
  });

  test('the same bytes are the same document, whatever their validators say', () => {
    const known = read({ etag: '"a"' });
    expect(isSameDocument(known, { etag: '"b"' }, 'hash')).toBe(true);
    expect(isSameDocument(known, { etag: '"a"' }, 'another')).toBe(false);
  });

  test('a strong entity tag identifies the same document when no hash is stored', () => {
    const known = { etag: '"a"', lastModified: null, bodyHash: null };
    expect(isSameDocument(known, { etag: '"a"' }, 'hash')).toBe(true);
    expect(isSameDocument(known, { etag: '"b"' }, 'hash')).toBe(false);
    expect(isSameDocument(known, { etag: '"a"', expires: '0' }, 'hash')).toBe(false);
    expect(isSameDocument(known, {}, 'hash')).toBe(false);
    const weak = { ...known, etag: 'W/"a"' };
    expect(isSameDocument(weak, { etag: 'W/"a"' }, 'hash')).toBe(false);
  });

  test.each(['"a"\r\nx-injected: 1', '"é"', `"${'a'.repeat(5_000)}"`])(
    'the validator %j is not sent back',
    (etag) => {
      expect(conditionalHeaders(read({ etag }))).toEqual({});
    },
  );
});
