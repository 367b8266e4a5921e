import { describe, expect, test } from 'vitest';
import { splitDateline } from '../../../src/credits/dateline/dateline.ts';
import { datelines, undated } from './datelines.table.ts';

describe.each(Object.entries(datelines))('a dateline of %s', (_, leads) => {
  test.each(leads)(
    'the lead "%s" is split from its dateline',
    (lead, place, agency, rest = 'The ferry sank.') => {
      expect(splitDateline(lead)).toEqual({ dateline: { place, agency }, rest });
    },
  );
});

test.each(undated)('a lead that only looks as if it had a dateline stays whole: %s', (lead) => {
  expect(splitDateline(lead)).toBeNull();
});

test.each([
  'A'.repeat(100_000),
  '('.repeat(100_000),
  '- '.repeat(50_000),
  'LONDON, '.repeat(20_000),
  `${'May 5 '.repeat(20_000)}(Agency) -`,
  '【'.repeat(100_000),
])('a lead of repeated rubbish has no dateline', (lead) => {
  expect(splitDateline(lead)).toBeNull();
});

test('of a hundred thousand datelines in a row only the first is read', () => {
  const lead = '(Agency) - '.repeat(100_000);
  expect(splitDateline(`${lead}Text.`)?.dateline).toEqual({ place: null, agency: 'Agency' });
});
