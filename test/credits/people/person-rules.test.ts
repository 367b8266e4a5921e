import { expect, test } from 'vitest';
import { anyGrammar } from '../../../src/credits/grammar/lexicon.ts';
import { creditTokens } from '../../../src/credits/grammar/tokens.ts';
import {
  employerRules,
  employerStart,
  noPlaceRules,
  personDecision,
  personRules,
} from '../../../src/credits/people/person.ts';
import { firstDecision } from '../../../src/text/rules.ts';

const words = (line: string) => ({ line, tokens: creditTokens(line) });

test.each(personRules)('the part $example of a list is read by the rule $name', (rule) => {
  expect(personDecision(words(rule.example), anyGrammar)?.rule).toBe(rule.name);
});

test.each(employerRules)('the employer in $example is found by the rule $name', (rule) => {
  expect(employerStart(creditTokens(rule.example), anyGrammar)?.rule).toBe(rule.name);
});

test.each(noPlaceRules)('$example in brackets is no place by the rule $name', (rule) => {
  expect(firstDecision(noPlaceRules, rule.example)?.rule).toBe(rule.name);
});
