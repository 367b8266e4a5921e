import type { Language } from './language.ts';

export const urdu = {
  called: ['urdu'],
  credits: {
    and: ['و'],
    works: {
      reporting: ['رپورٹ'],
      writing: ['تحریر و'],
      photography: ['تصویر'],
      translation: ['مترجم'],
    },
  },
} satisfies Language;
