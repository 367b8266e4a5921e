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
  expect(['24:00', '7', '7.30', '8am', '12 am'].map(parseTimeOfDay)).toEqual([0, 420, 450, 480, 0]);
  expect(['24:30', '7:60', '13pm', '7h', '', '-1:00', '１:00'].map(parseTimeOfDay)).toEqual(
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
    const quiet = parseQuietHours(text, 'UTC');
    expect(quiet && quietHoursText(quiet)).toBe(text);
  }
  for (const text of ['hourly', 'daily 08:00 Europe/Berlin']) {
    const digest = parseDigest(text, 'UTC');
    expect(digest && digestText(digest)).toBe(text);
  }
});

test.each([
  ['22-7', '22:00-07:00 Europe/Paris'],
  ['22:00-07:00', '22:00-07:00 Europe/Paris'],
  ['22–7 Europe/Berlin', '22:00-07:00 Europe/Berlin'],
  ['22:30 — 7', '22:30-07:00 Europe/Paris'],
  ['9:00 to 17:00 utc', '09:00-17:00 UTC'],
  ['10pm-7am', '22:00-07:00 Europe/Paris'],
  ['12 am to 6.30 AM UTC', '00:00-06:30 UTC'],
  ['12pm-1pm', '12:00-13:00 Europe/Paris'],
  ['20-24', '20:00-00:00 Europe/Paris'],
])('“%s” are quiet hours', (text, written) => {
  const quiet = parseQuietHours(text, 'Europe/Paris');
  expect(quiet && quietHoursText(quiet)).toBe(written);
});

test.each([
  ['daily 08:00', 'daily 08:00 Europe/Paris'],
  ['daily 8am', 'daily 08:00 Europe/Paris'],
  ['Daily at 8', 'daily 08:00 Europe/Paris'],
  ['every day at 7.30 pm UTC', 'daily 19:30 UTC'],
  ['every hour', 'hourly'],
  [' HOURLY ', 'hourly'],
])('“%s” is a digest', (text, written) => {
  const digest = parseDigest(text, 'Europe/Paris');
  expect(digest && digestText(digest)).toBe(written);
});

test.each([
  '',
  '22',
  '22-22',
  '25-7',
  '22:00-07:00 Mars',
  '22pm-7am',
  '0am-7',
  '22:60-7',
  '24:30-7',
  '22 7',
])('“%s” are no quiet hours', (text) => {
  expect(parseQuietHours(text, 'UTC')).toBeNull();
});

test.each([
  '',
  'daily',
  'daily 08:00 Nowhere',
  'weekly',
  'hourly 08:00',
  'daily 25',
  'daily 13pm',
  '8am',
])('“%s” is no digest', (text) => {
  expect(parseDigest(text, 'UTC')).toBeNull();
});

test('a comma-separated list is parsed to its distinct entries', () => {
  expect(parseList(' sport, town  hall,,sport , élan* ')).toEqual(['sport', 'town hall', 'élan*']);
  expect(parseList(' , ')).toEqual([]);
});
