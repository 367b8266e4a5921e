import { expect, test } from 'vitest';
import { progressOn } from './progress.ts';

function written(isTTY: boolean): string[] {
  const texts: string[] = [];
  const { show, end } = progressOn({ isTTY, write: (text: string) => texts.push(text) });
  show(1, 3, 'rounds');
  show(2, 3, 'rounds');
  end();
  end();
  return texts;
}

test('in a terminal one line is written over, and is gone at the end', () => {
  const clear = '\r\u001b[K';
  expect(written(true)).toEqual([`${clear}1 of 3: rounds`, `${clear}2 of 3: rounds`, clear]);
});

test('in a file or a pipe each step is a line of its own, without control characters', () => {
  expect(written(false)).toEqual(['1 of 3: rounds\n', '2 of 3: rounds\n']);
});
