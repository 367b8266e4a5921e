import { expect, test } from 'vitest';
import { signatureDecision, signatureRules } from '../../../src/credits/line/agency-signature.ts';

test.each(signatureRules)('the end of $example is cut by the rule $name', ({ name, example }) => {
  expect(signatureDecision(example)).toEqual({ rule: name, result: 'Boats came. Gulls followed.' });
});
