/** Answers of `/flags` and of the buttons that rule on a case. */
export const flags = {
  case: 'Case {number}',
  cases: { one: '{count} case', other: '{count} cases' },
} as const;
