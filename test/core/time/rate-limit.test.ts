import { expect, test } from 'vitest';
import { minuteMs } from '../../../src/core/time/duration.ts';
import { rateLimitPauseMs } from '../../../src/core/time/rate-limit.ts';

const now = Date.UTC(2026, 10, 24, 9);

test.each([
  ['seconds to wait', '300'],
  ['seconds with a fraction', '299.2'],
  ['an instant in seconds', String(now / 1000 + 300)],
  ['a date', '2026-11-24T09:05:00.000Z'],
])('the end of the period may be %s', (_, reset) => {
  for (const start of ['x-', '']) {
    const headers = { [`${start}ratelimit-remaining`]: '0.0', [`${start}ratelimit-reset`]: reset };
    expect(rateLimitPauseMs(headers, now)).toBe(5 * minuteMs);
  }
});

test.each([
  ['no header', {}],
  ['requests that are left', { 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': '300' }],
  ['an end in the past', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1700000000' }],
  ['no end', { 'x-ratelimit-remaining': '0' }],
  ['nonsense', { 'x-ratelimit-remaining': 'none', 'x-ratelimit-reset': 'soon' }],
])('%s asks for no pause', (_, headers) => {
  expect(rateLimitPauseMs(headers, now)).toBe(0);
});
