import type { Language } from './language.ts';

export const nepali = {
  called: ['nepali'],
  credits: {
    and: ['र'],
    works: {
      byline: ['लेखक', 'लेखिका'],
      reporting: ['प्रतिवेदन', 'संवाददाता'],
      photography: ['तस्वीर', 'फोटो'],
      translation: ['अनुवाद'],
    },
  },
} satisfies Language;
