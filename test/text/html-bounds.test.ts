import { expect, test } from 'vitest';
import { boundedMarkup, cutSiblings, documentText } from '../../src/text/html-bounds.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  [
    'UTF-8 that is called something else',
    new TextEncoder().encode('Café'),
    'text/xml; charset=iso-8859-1',
    'Café',
  ],
  ['a charset in the content type', bytes('Caf\xe9'), 'text/html; charset="iso-8859-15"', 'Café'],
  [
    'a charset in the XML prolog',
    bytes('<?xml version="1.0" encoding="windows-1251"?>\xcf'),
    null,
    '<?xml version="1.0" encoding="windows-1251"?>П',
  ],
  ['no charset at all', bytes('Caf\xe9'), null, 'Café'],
  ['an unknown charset', bytes('Caf\xe9'), 'text/html; charset=x-klingon', 'Café'],
  ['a byte order mark', bytes('\xff\xfeA\0'), 'text/html; charset=utf-8', 'A'],
])('a document with %s is read', (_, body, contentType, text) => {
  expect(documentText(body, contentType)).toBe(text);
});

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
