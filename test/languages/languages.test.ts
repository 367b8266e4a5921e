import { expect, test } from 'vitest';
import { languages } from '../../src/languages/index.ts';

/** Every string of a language, with the path of the list that holds it: "credits.works.editing". */
function strings(value: unknown, path = ''): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((one) => strings(one, path));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => strings(one, path ? `${path}.${key}` : key));
}

const entries = languages.flatMap((language) =>
  strings(language).map((entry) => ({ language: String(language.called[0]), ...entry })),
);

/** These are compared as written. */
const asWritten = /^(?:datelines\.labels|boilerplate\.syndication)$/u;

test('the words of every language are in lower case, without spaces at their ends', () => {
  const wrong = entries.filter(
    ({ path, text }) =>
      !asWritten.test(path) && (text !== text.toLowerCase() || text !== text.trim()),
  );
  expect(wrong).toEqual([]);
});

test('no list of a language holds an entry twice', () => {
  const seen = new Set<string>();
  const twice = entries.filter(({ language, path, text }) => {
    if (path === 'boilerplate.syndication') return false;
    const key = `${language} ${path} ${text}`;
    return seen.size === seen.add(key).size;
  });
  expect(twice).toEqual([]);
});

test('a language has all twelve months and all seven days, or none', () => {
  for (const { calendar } of languages) {
    expect([12, undefined]).toContain(calendar?.months?.length);
    expect([7, undefined]).toContain(calendar?.weekdays?.length);
  }
});

test('no name of a month means two months in two languages', () => {
  const numbers = new Map<string, Set<number>>();
  for (const { calendar } of languages) {
    for (const [index, names] of (calendar?.months ?? []).entries()) {
      for (const name of names) {
        const folded = name.normalize('NFKD').replace(/\p{M}+/gu, '');
        numbers.set(folded, (numbers.get(folded) ?? new Set()).add(index + 1));
      }
    }
  }
  expect([...numbers].filter(([, months]) => months.size > 1)).toEqual([]);
});

test('every language has a name of its own', () => {
  const names = languages.flatMap(({ called }) => called.flat());
  expect(new Set(names).size).toBe(names.length);
});
