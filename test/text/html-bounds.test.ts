import { expect, test } from 'vitest';
import { boundedMarkup, cutSiblings } from '../../src/text/html-bounds.ts';

test('an ordinary page is left whole', () => {
  const page = `<html><body>${'<p>A <b>ferry</b><br>sank.<p>Again.'.repeat(500)}</body></html>`;
  expect(boundedMarkup(page)).toBe(page);
});

test('markup is cut where it is too deep, also when end tags of other elements feign ends', () => {
  expect(boundedMarkup('<div>'.repeat(5_000)).length).toBeLessThan(5_000);
  expect(boundedMarkup('<div></b>'.repeat(5_000)).length).toBeLessThan(9_000);
});

test('long rows of siblings are cut at every depth, and it is told', () => {
  const row = (length: number) => ({ children: Array.from({ length }, () => ({ children: [] })) });
  const root = { children: [row(5), row(50)] };
  expect(cutSiblings(root, 10)).toBe(true);
  expect(root.children.map(({ children }) => children.length)).toEqual([5, 10]);
  expect(cutSiblings(root, 10)).toBe(false);
});
