import type { Language } from './language.ts';

export const swahili = {
  called: ['swahili'],
  credits: {
    signed: ['na'],
    works: { byline: ['mwandishi'], editing: ['mhariri'], photography: ['picha'] },
  },
} satisfies Language;
