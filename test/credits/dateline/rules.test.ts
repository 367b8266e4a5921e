import { expect, test } from 'vitest';
import { continuationRules } from '../../../src/credits/dateline/continuation-rules.ts';
import { datelineDecision } from '../../../src/credits/dateline/dateline.ts';
import { eastAsianRules } from '../../../src/credits/dateline/east-asian.ts';
import { headRules } from '../../../src/credits/dateline/head-rules.ts';
import { separatorOf, separatorRules } from '../../../src/credits/dateline/separators.ts';

const rules = [...eastAsianRules, ...headRules, ...continuationRules];

test.each(rules)('the lead $example is decided by the rule $name', ({ name, example }) => {
  expect(datelineDecision(example)?.rule).toBe(name);
});

test.each(separatorRules)('the dateline of $example ends by the rule $name', (rule) => {
  expect(separatorOf(rule.example)?.rule).toBe(rule.name);
});

test('no two rules of datelines have the same name', () => {
  const names = [...rules, ...separatorRules].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
