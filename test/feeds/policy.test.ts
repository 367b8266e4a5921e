import { describe, expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../src/core/time.ts';
import {
  conditionalHeaders,
  nextPoll,
  retryAfterMs,
  validatorsOf,
  type PollFacts,
} from '../../src/feeds/index.ts';

const now = Date.UTC(2011, 4, 5, 16, 29);
const wait = (more: Partial<PollFacts>): number | null => {
  const at = nextPoll({
    now,
    pollEveryMs: 10 * minuteMs,
    ttlMs: null,
    headers: null,
    errors: 0,
    jitter: 0,
    ...more,
  });
  return at === null ? null : at - now;
};

describe('when a feed is next polled', () => {
  test.each<[string, Partial<PollFacts>, number | null]>([
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
    ['never when it is gone', { gone: true }, null],
    [
      'headers of nonsense say nothing',
      { headers: { 'cache-control': 'max-age=soon', expires: 'later', 'retry-after': 'x' } },
      10 * minuteMs,
    ],
  ])('%s', (_, facts, expected) => {
    expect(wait(facts)).toBe(expected);
  });
});

test('Retry-After in the past asks for nothing', () => {
  expect(retryAfterMs('Thu, 05 May 2010 18:29:00 GMT', now)).toBe(0);
  expect(retryAfterMs(undefined, now)).toBeNull();
});

describe('conditional requests', () => {
  test('the validators of one answer are the conditions of the next request', () => {
    const validators = validatorsOf({
      etag: 'W/"a1"',
      'last-modified': 'Thu, 05 May 2011 16:29:00 GMT',
    });
    expect(conditionalHeaders(validators)).toEqual({
      'if-none-match': 'W/"a1"',
      'if-modified-since': 'Thu, 05 May 2011 16:29:00 GMT',
    });
  });

  test('one validator alone is enough, none makes no condition', () => {
    expect(conditionalHeaders(validatorsOf({ etag: '"a"' }))).toEqual({ 'if-none-match': '"a"' });
    expect(conditionalHeaders(validatorsOf({}))).toEqual({});
    expect(validatorsOf({ etag: ' ' })).toBeNull();
  });

  test('a server that says Expires: 0 is not believed', () => {
    expect(validatorsOf({ etag: '"a"', expires: '0' })).toBeNull();
  });

  test.each(['"a"\r\nx-injected: 1', '"é"', `"${'a'.repeat(5_000)}"`])(
    'the validator %j is not sent back',
    (etag) => {
      expect(validatorsOf({ etag })).toBeNull();
    },
  );
});
