import { expect, test } from 'vitest';
import {
  parseTimeOfDay,
  parseDigest,
  digestText,
  parseList,
  parseQuietHours,
  quietHoursText,
  parseZone,
} from '../../../src/core/feed/option-text.ts';

test('a time of day is parsed with one or two digits for the hour', () => {
  expect(['07:30', '7:30', ' 23:59 ', '0:00'].map(parseTimeOfDay)).toEqual([450, 450, 1439, 0]);
  expect(['24:00', '7:60', '7', '7.30', '', '-1:00', '１:00'].map(parseTimeOfDay)).toEqual(
    Array(7).fill(null),
  );
});

test('a time zone is parsed to its canonical name', () => {
  expect(parseZone('europe/berlin')).toBe('Europe/Berlin');
  expect(parseZone('UTC')).toBe('UTC');
  expect(parseZone('Harbour/Town')).toBeNull();
  expect(parseZone('+02:00')).toBeNull();
  expect(parseZone('')).toBeNull();
});

test('quiet hours and digests are parsed from the text they are written as', () => {
  for (const text of ['22:00-07:00 Europe/Berlin', '01:05-01:06 Asia/Tokyo']) {
    const quiet = parseQuietHours(text);
    expect(quiet && quietHoursText(quiet)).toBe(text);
  }
  for (const text of ['hourly', 'daily 08:00 Europe/Berlin']) {
    const digest = parseDigest(text);
    expect(digest && digestText(digest)).toBe(text);
  }
  expect(parseQuietHours('9:00 to 17:00 utc')).toEqual({ from: 540, to: 1020, zone: 'UTC' });
  expect(parseQuietHours('22:00 – 7:00 Europe/Paris')?.to).toBe(420);
});

test('invalid quiet hours and digests are refused', () => {
  for (const text of ['', '22:00', '22:00-07:00', '22:00-22:00 UTC', '25:00-07:00 UTC']) {
    expect(parseQuietHours(text)).toBeNull();
  }
  for (const text of [
    '',
    'daily',
    'daily 08:00',
    'daily 08:00 Nowhere',
    'weekly',
    'hourly 08:00',
  ]) {
    expect(parseDigest(text)).toBeNull();
  }
});

test('a comma-separated list is parsed to its distinct entries', () => {
  expect(parseList(' sport, town  hall,,sport , élan* ')).toEqual(['sport', 'town hall', 'élan*']);
  expect(parseList(' , ')).toEqual([]);
});
