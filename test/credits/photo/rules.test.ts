import { expect, test } from 'vitest';
import { photoCreditDecision } from '../../../src/credits/photo/photo-credit.ts';
import {
  captionCreditRules,
  onePartRules,
  plainLineRules,
  severalPartsRules,
  writtenLineRules,
} from '../../../src/credits/photo/rules.ts';
import { firstDecision } from '../../../src/text/rules.ts';

const rules = [...writtenLineRules, ...plainLineRules, ...onePartRules, ...severalPartsRules];

test.each(rules)('the photo credit $example is decided by the rule $name', ({ name, example }) => {
  expect(photoCreditDecision(example)?.rule).toBe(name);
});

test.each(captionCreditRules)(
  'the end of a caption $example may be a credit by the rule $name',
  ({ name, example }) => {
    expect(firstDecision(captionCreditRules, example)?.rule).toBe(name);
  },
);
