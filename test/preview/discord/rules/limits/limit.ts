import type { Refused } from '../../../../../src/preview/discord/rules/index.ts';
import { times } from '../bodies.ts';
export type Judge = (body: unknown) => Refused | null;
/** What is limited, who judges it, a body for a measure, the last good measure, the first bad one, where and which. */
export type Limit = [
  what: string,
  judge: Judge,
  body: (measure: number) => unknown,
  good: number,
  bad: number,
  place: string,
  code: string,
];

/** So many Discord ids. */
export const ids = (count: number): string[] => times(count, (at) => String(1000 + at));
export const most = 'BASE_TYPE_MAX_LENGTH';
export const between = 'BASE_TYPE_BAD_LENGTH';
export const highest = 'NUMBER_TYPE_MAX';
export const lowest = 'NUMBER_TYPE_MIN';
export const choices = 'BASE_TYPE_CHOICES';
