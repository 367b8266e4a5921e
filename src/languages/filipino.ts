import type { Language } from './language.ts';

export const filipino = {
  called: ['filipino', 'tagalog'],
  credits: { signed: ['ni'], and: ['at'] },
} satisfies Language;
