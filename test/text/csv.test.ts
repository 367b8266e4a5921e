import { expect, test } from 'vitest';
import { csvRecord } from '../../src/text/csv.ts';

test('a cell with a comma, a quote or a line break is quoted, as RFC 4180 has it', () => {
  expect(csvRecord(['plain', 'a, b', 'say "no"', 'two\nlines', ''])).toBe(
    'plain,"a, b","say ""no""","two\nlines",\r\n',
  );
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
  'no spreadsheet runs the cell %j as a formula',
  (cell) => {
    expect(csvRecord([cell]).replaceAll('"', '')).toBe(`'${cell}\r\n`);
  },
);
