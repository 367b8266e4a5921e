import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commentSources } from '../../src/sources/index.ts';

test('the README lists the comment sources in the order in which they are tried', () => {
  const [, table = ''] = readFileSync('README.md', 'utf8').split(/^\| source .*\n\| -.*\n/mu);
  const [rows = ''] = table.split('\n\n');
  const listed = [...rows.matchAll(/^\| `([\w-]+)`/gmu)].map(([, name]) => name);
  expect(listed).toEqual(commentSources.map(({ name }) => name));
});
