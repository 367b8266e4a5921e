import { expect, test } from 'vitest';
import { dateNoteDecision, readBoilerplate } from '../../../src/feeds/story/boilerplate.ts';
import {
  addressRules,
  aroundRules,
  dateNoteRules,
  endRules,
  labelRules,
  lastSentenceRules,
  paragraphRules,
} from '../../../src/feeds/story/boilerplate-rules.ts';

const cutRules = [
  ...aroundRules,
  ...labelRules,
  ...paragraphRules,
  ...lastSentenceRules,
  ...addressRules,
  ...endRules.flat(),
].map(({ name, example }) => ({ name, example }));

test.each(cutRules)('the rule $name alone cuts $example', ({ name, example }) => {
  expect(readBoilerplate(example).rules).toEqual([name]);
});

test.each(dateNoteRules)('$example is a date note by the rule $name', ({ name, example }) => {
  expect(dateNoteDecision(example)?.rule).toBe(name);
});

test('no two rules of boilerplate have the same name', () => {
  const names = [...cutRules, ...dateNoteRules].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
