import { expect, test } from 'vitest';
import { isCorrection } from '../../../src/core/story/correction.ts';
import { noCredits } from '../../../src/core/story/credits.ts';
import type { Story } from '../../../src/core/story/story.ts';
import { unknownStory } from '../../../src/core/story/story.ts';

const original: Story = {
  ...unknownStory,
  headline: '"Ferry" back at 5.30: the harbour rejoices',
  summary: 'It returned at -5 degrees, 12 hours late.',
  photo: {
    url: 'https://ledger.example/ferry.jpg',
    caption: 'The ferry.',
    credit: { photographer: 'Ana Ruiz', agency: null },
  },
  credits: {
    ...noCredits,
    reporting: [
      { name: 'Ines Okafor', place: null },
      { name: 'Jonas Feld', place: null },
    ],
  },
};
const photo = (change: object) => ({ photo: { ...original.photo, ...change } as Story['photo'] });
const by = (...names: string[]) => ({
  credits: { ...noCredits, reporting: names.map((name) => ({ name, place: null })) },
});

test.each<[string, Partial<Story>]>([
  ['the kind of quotation marks', { headline: '“Ferry” back at 5.30: the harbour rejoices' }],
  ['spaces and punctuation', { headline: '"Ferry"  back at 5.30 — the harbour rejoices!' }],
  ['the size of the photo', photo({ url: 'https://ledger.example/ferry-800x600.jpg' })],
  ['the full stop after the caption', photo({ caption: 'The ferry' })],
  ['the order of people', by('Jonas Feld', 'INES OKAFOR')],
  ['the dates', { publishedAt: 1, updatedAt: 2 }],
  ['the topics', { topics: ['Harbour'] }],
])('a change of %s is not a correction', (_, change) => {
  expect(isCorrection(original, { ...original, ...change })).toBe(false);
});

test.each<[string, Partial<Story>]>([
  ['a word of the headline', { headline: '"Ferry" back at 5.30: the town rejoices' }],
  ['a decimal point', { headline: '"Ferry" back at 530: the harbour rejoices' }],
  ['a minus sign', { summary: 'It returned at 5 degrees, 12 hours late.' }],
  ['a number', { summary: 'It returned at -5 degrees, 13 hours late.' }],
  ['a caption', photo({ caption: 'The old ferry.' })],
  ['a photographer', photo({ credit: { photographer: 'Bo Lind', agency: null } })],
  ['the credits by one more person', by('Ines Okafor', 'Jonas Feld', 'Aiko Mori')],
  ['the credits by one person less', by('Ines Okafor')],
])('a change of %s is a correction', (_, change) => {
  expect(isCorrection(original, { ...original, ...change })).toBe(true);
});
