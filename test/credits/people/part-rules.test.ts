import { expect, test } from 'vitest';
import { anyGrammar } from '../../../src/credits/grammar/lexicon.ts';
import { creditTokens } from '../../../src/credits/grammar/tokens.ts';
import { partDecisions, partRules } from '../../../src/credits/people/people.ts';

test.each(partRules)('the last part of $example is read by the rule $name', ({ name, example }) => {
  const list = { line: example, tokens: creditTokens(example) };
  expect(partDecisions(list, anyGrammar).at(-1)).toBe(name);
});
