import { describe, expect, test } from 'vitest';
import { appealed, isOwnAppeal } from '../../../src/core/moderation/appeal.ts';
import type { Case } from '../../../src/core/moderation/case.ts';
import { reporterWeight, weightToHide } from '../../../src/core/moderation/reader.ts';
import { hidesComment } from '../../../src/core/moderation/report-rule.ts';
import {
  firedRules,
  ModerationRules,
  noRules,
  type WatchedPattern,
} from '../../../src/core/moderation/rules.ts';

describe('how much a reporter counts', () => {
  test.each([
    [0, 0, 1],
    [9, 0, 1],
    [0, 1, 1 / 2],
    [0, 4, 1 / 5],
    [4, 1, 5 / 6],
  ])('%i upheld and %i dismissed count %d', (upheld, noFault, weight) => {
    expect(reporterWeight({ upheld, noFault })).toBeCloseTo(weight);
  });

  test.each([
    [3, false, 3],
    [3, true, 10],
    [5, true, 15],
    [1, true, 10],
    [0, false, Infinity],
    [0, true, Infinity],
  ])('a threshold of %i, approved before: %s, is a weight of %d', (threshold, approved, weight) => {
    expect(weightToHide(threshold, approved)).toBe(weight);
  });
});

const by = (weight: number, law: string | null = null, kind: 'reader' | 'rule' = 'reader') => {
  return { weight, report: { kind, law } };
};

test.each([
  ['two readers', [by(1), by(1)], {}, false],
  ['three readers', [by(1), by(1), by(1)], {}, true],
  ['three who were often wrong', [by(0.2), by(0.2), by(0.2)], {}, false],
  [
    'three readers, on a text that was approved',
    [by(1), by(1), by(1)],
    { isApproved: true },
    false,
  ],
  ['ten readers, on a text that was approved', Array(10).fill(by(1)), { isApproved: true }, true],
  ['one who names a law', [by(1, 'StGB 185')], {}, true],
  ['one who names a law and was often wrong', [by(0.4, 'StGB 185')], {}, false],
  ['one who names a law, on a text that was approved', [by(1, 'X')], { isApproved: true }, false],
  ['a law, although reports never hide', [by(1, 'X')], { hideThreshold: 0 }, true],
  ['many readers, although reports never hide', Array(99).fill(by(1)), { hideThreshold: 0 }, false],
  ['a rule that hides', [by(1, null, 'rule')], { isRuleHiding: true }, true],
  ['a rule that reports is no reader', [by(1, null, 'rule'), by(1), by(1)], {}, false],
] as [string, ReturnType<typeof by>[], object, boolean][])(
  'a comment reported by %s',
  (_, reports, facts, hides) => {
    const usual = { hideThreshold: 3, isApproved: false, isRuleHiding: false };
    expect(hidesComment({ ...usual, reports, ...facts })).toBe(hides);
  },
);

const words = (action: 'report' | 'hide'): WatchedPattern => {
  return { kind: 'words', pattern: 'fool*', action, addedBy: '100000000000000001', addedAt: 0 };
};
const first = ModerationRules.parse({ firstComment: 'report' });
const repeat = ModerationRules.parse({
  repeatOffender: { upheld: 2, days: 30, action: 'hide' },
});
const wordsRule = { kind: 'words', pattern: 'fool*' };

test.each([
  ['no rule', noRules, [], { isFirstComment: true, upheld: 9 }, null],
  ['watched words', noRules, [words('report')], {}, { rules: [wordsRule], action: 'report' }],
  [
    'a first comment',
    first,
    [],
    { isFirstComment: true },
    { rules: [{ kind: 'first-comment' }], action: 'report' },
  ],
  ['a second comment', first, [], {}, null],
  ['one upheld case', repeat, [], { upheld: 1 }, null],
  [
    'three upheld cases',
    repeat,
    [],
    { upheld: 3 },
    { rules: [{ kind: 'repeat-offender', upheld: 3, days: 30 }], action: 'hide' },
  ],
  [
    'two rules: the stricter one acts',
    { ...first, repeatOffender: repeat.repeatOffender },
    [words('report')],
    { isFirstComment: true, upheld: 2 },
    {
      rules: [
        wordsRule,
        { kind: 'first-comment' },
        { kind: 'repeat-offender', upheld: 2, days: 30 },
      ],
      action: 'hide',
    },
  ],
] as [string, ModerationRules, WatchedPattern[], object, object | null][])(
  'which rules fire: %s',
  (_, rules, watched, author, fired) => {
    const facts = { isFirstComment: false, upheld: 0, ...author };
    expect(firedRules(rules, watched, facts)).toEqual(fired);
  },
);

describe('an appeal', () => {
  const moderator = '100000000000000077';
  const ruled = (escalated: boolean, evidence: string | null = 'You fools!'): Case =>
    ({
      state: 'upheld',
      version: 3,
      urgency: 5,
      evidence,
      appeal: null,
      ruling: { action: 'remove', by: moderator, at: 10, reason: null, escalated },
    }) as Case;

  test.each([
    [false, 'open'],
    [true, 'escalated'],
  ])('reopens the case; ruled by a senior: %s', (escalated, state) => {
    const { outcome, ...rest } = appealed(ruled(escalated), 'Not so.', 20);
    expect(outcome).toBe('appealed');
    expect(rest).toMatchObject({
      case: { state, version: 4, urgency: 30, appeal: { text: 'Not so.', against: { at: 10 } } },
    });
    const after = 'case' in rest ? rest.case : null;
    expect(after && isOwnAppeal(after, moderator)).toBe(true);
    expect(after && isOwnAppeal(after, '100000000000000078')).toBe(false);
    expect(after && appealed(after, 'Again.', 30).outcome).toBe('appealed-before');
  });

  test('needs a ruling, and a text that is still stored', () => {
    expect(appealed({ ...ruled(false), state: 'open' }, '', 1).outcome).toBe('no-ruling');
    expect(appealed(ruled(false, null), '', 1).outcome).toBe('expired');
  });
});
