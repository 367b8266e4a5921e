import { describe, expect, test } from 'vitest';
import {
  refusedCommands,
  refusedMessageCreate,
} from '../../../../src/preview/discord/rules/index.ts';
import { codesAt, embed, places, sent, text, times } from './bodies.ts';
import { limits } from './limits/index.ts';

describe.each(limits)('limits of %s', (_, table) => {
  test.each(table)(
    '%s passes at its limit, and one beyond is refused with its path',
    (_what, judge, body, good, bad, place, code) => {
      expect(judge(sent(body(good)))).toBeNull();
      const refused = judge(sent(body(bad)));
      expect(refused).toMatchObject({ status: 400, code: 50035, message: 'Invalid Form Body' });
      expect(places(refused)).toContain(place);
      expect(codesAt(refused, place)).toEqual([code]);
    },
  );
});

test('the answer has the form that discord.js reads', () => {
  expect(refusedMessageCreate(embed({ title: text(257) }))).toEqual({
    status: 400,
    code: 50035,
    message: 'Invalid Form Body',
    errors: {
      embeds: {
        0: {
          title: {
            _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 256 or fewer in length.' }],
          },
        },
      },
    },
  });
});

test.each([
  [1, 100],
  [2, 15],
  [3, 15],
])('a list with commands of type %i may have at most %i of them', (type, most) => {
  const list = (count: number) =>
    times(count, (at) => ({ name: `c${at}`, type, ...(type === 1 ? { description: 'x' } : {}) }));
  expect(refusedCommands(list(most))).toBeNull();
  expect(refusedCommands(list(most + 1))).toMatchObject({ status: 400, code: 30032 });
});
