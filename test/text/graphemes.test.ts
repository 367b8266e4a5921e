import { expect, test, vi } from 'vitest';
import { graphemes } from '../../src/text/graphemes.ts';
import { Random } from '../support/random.ts';

const whole = (text: string) =>
  Array.from(
    new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text),
    ({ segment }) => segment,
  );

const scraps = [
  'The harbour ',
  'e\u0301',
  '港の理事会は',
  'か\u3099',
  'ท่าเรือ',
  'बंदरगाह',
  '각',
  '\u1100\u1161\u11a8',
  '👩‍👩‍👧‍👦',
  '👍🏽',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '🇩🇪',
  '\r\n',
  '\u200d',
  '\ufe0f',
  'שלום',
  '©\ufe0f',
];

test('a text of any script has the graphemes of Unicode', () => {
  const random = new Random(11);
  for (let round = 0; round < 300; round += 1) {
    const text = Array.from({ length: random.whole(1, 120) }, () => random.pick(scraps)).join('');
    expect([...graphemes(text)]).toEqual(whole(text));
  }
});

test('a long text is segmented in windows, and its plain letters not at all', () => {
  const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
  try {
    expect([...graphemes('港'.repeat(50_000))]).toHaveLength(50_000);
    expect(segment).toHaveBeenCalledTimes(0);
    expect([...graphemes('e\u0301'.repeat(25_000))]).toHaveLength(25_000);
    const longest = Math.max(...segment.mock.calls.map(([text]) => text.length));
    const segmented = segment.mock.calls.reduce((sum, [text]) => sum + text.length, 0);
    expect(longest).toBeLessThanOrEqual(128);
    expect(segmented).toBeLessThan(2 * 50_000);
  } finally {
    segment.mockRestore();
  }
});

test('a grapheme without an end is cut', () => {
  const found = [...graphemes('👩\u200d'.repeat(5_000))];
  expect(found.join('')).toBe('👩\u200d'.repeat(5_000));
  expect(Math.max(...found.map(({ length }) => length))).toBeLessThanOrEqual(128);
});
