import { describe, expect, test } from 'vitest';
import type { Credits } from '../../../src/core/story/credits.ts';
import { readSigned } from '../../../src/credits/line/byline.ts';
import { splitDateline } from '../../../src/credits/dateline/dateline.ts';
import { readPhotoCredit } from '../../../src/credits/photo/photo-credit.ts';
import { readCreditLine } from '../../../src/credits/line/credit-line.ts';
import { creditHabits, type ExpectedCredits } from './credit-lines.table.ts';

/** "Ana Ruiz@Lagos" for each person. */
function expectedForm(credits: Partial<Credits> | null): ExpectedCredits {
  if (credits === null) return null;
  return Object.fromEntries(
    Object.entries(credits).map(([role, people]) => [
      role,
      people.map((person) =>
        typeof person === 'string'
          ? person
          : [person.name, person.place].filter((part) => part !== null).join('@'),
      ),
    ]),
  );
}

describe.each(Object.entries(creditHabits))('a credit line of %s', (_, lines) => {
  test.each(lines)('the credit line "%s" is read', (line, expected) => {
    expect(expectedForm(readCreditLine(line))).toEqual(expected);
  });
});

test('a credit line that is read twice gives two independent results', () => {
  const line = '(Reporting by Ana Ruiz in Lagos; editing by the owls of the night)';
  const first = readCreditLine(line);
  first?.reporting?.pop();
  first?.verbatim?.push('x');
  expect(expectedForm(readCreditLine(line))).toEqual({
    reporting: ['Ana Ruiz@Lagos'],
    verbatim: ['editing by the owls of the night'],
  });
});

test('the table holds at least two hundred and fifty lines, none twice', () => {
  const lines = Object.values(creditHabits).flatMap((habits) => habits.map(([line]) => line));
  expect(lines.length).toBeGreaterThanOrEqual(250);
  expect(new Set(lines).size).toBe(lines.length);
});

const baits = [
  'in contributed ',
  'A contributed ',
  'Reporting by ',
  'Editing: A ',
  'A in B and ',
  '(A ',
  'A/B ',
  'the A ',
  'Ana reported from ',
  'texto de ',
  'additional reporting ',
  'reporting and ',
  'A@b.example ',
  'By ',
  'avec ',
  '記者',
  'Ana “',
  '(Agency) - ',
  'LONDON, May 5 ',
  'A (B) ',
];

test.each(baits)(
  'credits in a hundred thousand characters of "%s" are read within the limits',
  (bait) => {
    const text = bait.repeat(Math.ceil(100_000 / bait.length));
    for (const begin of ['', '(', 'Reporting by ', 'By ', 'Ana Ruiz ']) {
      expect(JSON.stringify(readCreditLine(begin + text) ?? '').length).toBeLessThan(60_000);
      expect(readSigned(begin + text).people.length).toBeLessThan(1_000);
      expect(splitDateline(begin + text)?.dateline.place?.length ?? 0).toBeLessThanOrEqual(60);
      expect(readPhotoCredit(begin + text)).toBeNull();
    }
  },
);
