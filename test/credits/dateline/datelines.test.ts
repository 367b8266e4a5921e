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

const commonLeads: [string, string | null, string | null, string][] = [
  ['BOSTON (Reuters) - The ferry sank.', 'BOSTON', 'Reuters', 'The ferry sank.'],
  ['BOSTON (AP) — The ferry sank.', 'BOSTON', 'AP', 'The ferry sank.'],
  ['Boston (dpa) – The ferry sank.', 'Boston', 'dpa', 'The ferry sank.'],
  ['PORT ELLEN, Scotland — The ferry sank.', 'PORT ELLEN, Scotland', null, 'The ferry sank.'],
  ['LONDON, May 5 (Reuters) — The ferry sank.', 'LONDON', 'Reuters', 'The ferry sank.'],
  ['LONDON, May 5, 2011 (AFP) -- The ferry sank.', 'LONDON', 'AFP', 'The ferry sank.'],
  [
    'WASHINGTON, D.C. - The ferry - an old one - sank.',
    'WASHINGTON, D.C.',
    null,
    'The ferry - an old one - sank.',
  ],
  [
    'SÃO PAULO/NEW YORK (Reuters) - The ferry sank.',
    'SÃO PAULO/NEW YORK',
    'Reuters',
    'The ferry sank.',
  ],
  ['ST. LOUIS — The ferry sank.', 'ST. LOUIS', null, 'The ferry sank.'],
  ['By Ana Ruiz BOSTON (Reuters) - The ferry sank.', 'BOSTON', 'Reuters', 'The ferry sank.'],
  ['BOSTON (Reuters) -The ferry sank.', 'BOSTON', 'Reuters', 'The ferry sank.'],
  ['(Reuters) - The ferry sank.', null, 'Reuters', 'The ferry sank.'],
];

test.each(commonLeads)('the lead "%s" is split from its dateline', (lead, place, agency, rest) => {
  expect(splitDateline(lead)).toEqual({ dateline: { place, agency }, rest });
});

test.each([
  'The ferry - an old one - sank.',
  'UPDATE 1 - The ferry sank.',
  'EXCLUSIVE — The ferry sank.',
  'It was BIG - very big.',
  'BOSTON',
  'BOSTON (Reuters) -',
  '— and then it sank.',
  '',
])('a lead without a dateline stays whole: %s', (lead) => {
  expect(splitDateline(lead)).toBeNull();
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
