import type { Language } from './language.ts';

export const armenian = {
  called: ['armenian'],
  credits: { works: { byline: ['հեղինակ'] } },
} satisfies Language;
