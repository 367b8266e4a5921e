import { expect, test } from 'vitest';
import { creditRoles, Credits, noCredits } from '../../../src/core/story/credits.ts';
import { creditLines } from '../../../src/render/messages/credits.ts';

test('stored credits without a newer role have nobody in it', () => {
  const stored = {
    byline: [{ name: 'Ana Ruiz', place: null }],
    reporting: [],
    additionalReporting: [],
    writing: [],
    editing: [],
    photography: [],
    compiling: [],
    verbatim: [],
  };
  const read = Credits.parse(stored);
  expect(read).toEqual({ ...noCredits, ...stored });
  expect(creditLines(read)).toBe('By Ana Ruiz');
});

test('the footer names the people of every role', () => {
  for (const role of creditRoles) {
    const credits = { ...noCredits, [role]: [{ name: 'Ana Ruiz', place: 'Oban' }] };
    expect(creditLines(credits)).toMatch(/Ana Ruiz \(Oban\)$/);
  }
});
