import type { Language } from './language.ts';

export const marathi = {
  called: ['marathi'],
  credits: {
    and: ['आणि'],
    works: {
      byline: ['लेखक', 'लेखिका'],
      writing: ['लेखन'],
      editing: ['संपादन', 'संपादक'],
      photography: ['छायाचित्र', 'फोटो'],
      translation: ['अनुवाद'],
    },
  },
} satisfies Language;
