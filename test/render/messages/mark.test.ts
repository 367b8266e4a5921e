import { describe, expect, test } from 'vitest';
import type { MessageBody } from '../../../src/core/delivery/message-body.ts';
import {
  isMessageOf,
  markFor,
  renderAlert,
  renderComment,
  withMark,
} from '../../../src/render/index.ts';
import { aComment, commentContext } from '../builders.ts';

const one = { key: 'comment:pier:0', generation: 0 };
const alert = (text: string) => renderAlert({ kind: 'written', text }, 'en');
/** As Discord returns it. */
const returned = (body: MessageBody) => JSON.parse(JSON.stringify(body)) as MessageBody;

describe.each<[string, (text: string) => MessageBody]>([
  ['a message of text only', alert],
  [
    'a message with buttons',
    (text) => renderComment(aComment({ body: { text } }), commentContext())[0] ?? alert(text),
  ],
])('%s', (_, written) => {
  const mark = markFor(one);
  const posted = returned(withMark(written('The tide is high.'), mark));

  test('is known by its mark, whatever its words are now', () => {
    expect(isMessageOf(posted, written('The tide is low.'), mark)).toBe(true);
    expect(isMessageOf(posted, null, mark)).toBe(true);
  });

  test('is not taken for another one with the same words', () => {
    const other = markFor({ ...one, key: 'comment:quay:0' });
    expect(isMessageOf(posted, written('The tide is high.'), other)).toBe(false);
    const again = markFor({ ...one, generation: 1 });
    expect(isMessageOf(posted, written('The tide is high.'), again)).toBe(false);
  });

  test('of an earlier version, without a mark, is known by what it shows', () => {
    const before = returned(written('The tide is high.'));
    expect(isMessageOf(before, written('The tide is high.'), mark)).toBe(true);
  });
});

test('a mark adds nothing that readers see, and never makes a text too long', () => {
  const { content = '' } = withMark(alert('Ebb.'), markFor(one));
  expect(content.replaceAll(/[\u200B-\u200D]/gu, '')).toBe('⚠️ Ebb.');
  const long: MessageBody = { content: 'x'.repeat(2000), allowed_mentions: { parse: [] } };
  expect(withMark(long, markFor(one))).toEqual(long);
  const parts = renderComment(aComment({ body: { text: 'tide '.repeat(1500) } }), commentContext());
  for (const part of parts.slice(0, -1)) {
    expect(withMark(part, markFor(one)).content).not.toBe(part.content);
  }
});

test('a thousand keys have a thousand marks', () => {
  const marks = Array.from({ length: 1000 }, (_, n) => markFor({ key: `k${n}`, generation: 0 }));
  expect(new Set(marks).size).toBe(1000);
  for (const mark of marks) expect(mark).toBeLessThan(2 ** 31);
});
