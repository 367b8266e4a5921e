import { expect, test } from 'vitest';
import { creditRoles, Credits, noCredits } from '../../../src/core/story/credits.ts';
import { creditLines } from '../../../src/render/messages/credits.ts';
import { people } from '../../credits/contributors.ts';

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

test('nobody is named twice as the reporter of a story', () => {
  const [ana, ben, inOban] = ['Ana Ruiz', 'Ben Cho', 'Ana Ruiz'].map((name, index) => ({
    name,
    place: index === 2 ? 'Oban' : null,
  }));
  const lines = (byline: unknown[], reporting: unknown[]) =>
    creditLines(Credits.parse({ ...noCredits, byline, reporting }));
  expect(lines([ana], [ana])).toBe('Reporting: Ana Ruiz');
  expect(lines([ana, ben], [ana])).toBe('By Ana Ruiz, Ben Cho');
  expect(lines([ana, ben], [inOban])).toBe('By Ana Ruiz, Ben Cho · Reporting: Ana Ruiz (Oban)');
});

test('the footer names everyone by what they did, the unread line last', () => {
  const credits: Credits = {
    ...noCredits,
    byline: people('Ana Ruiz'),
    reporting: people('Ben Cho@Paris'),
    additionalReporting: people('Chen Li'),
    editing: people('Dora Falk', 'Emil Hart'),
    verbatim: ['Graphics by Fay Moss'],
  };
  expect(creditLines(credits)).toBe(
    'By Ana Ruiz · Reporting: Ben Cho (Paris) · Additional reporting: Chen Li · Editing: Dora Falk, Emil Hart · Graphics by Fay Moss',
  );
  expect(creditLines(noCredits)).toBe('');
  const ana = { name: 'Ana Ruiz', place: null };
  expect(creditLines({ ...noCredits, byline: [ana], reporting: [ana] })).toBe(
    'Reporting: Ana Ruiz',
  );
  expect(creditLines({ ...noCredits, byline: [ana], editing: [ana] })).toBe(
    'By Ana Ruiz · Editing: Ana Ruiz',
  );
});
