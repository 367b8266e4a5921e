import type { Language } from './language.ts';

export const tamil = {
  called: ['tamil'],
  credits: { works: { reporting: ['செய்தி'], editing: ['தொகுப்பு'], photography: ['புகைப்படம்'] } },
} satisfies Language;
