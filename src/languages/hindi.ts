import type { Language } from './language.ts';

export const hindi = {
  called: ['hindi'],
  credits: {
    and: ['और', 'तथा', 'एवं'],
    in: ['से'],
    anywhere: { and: ['और', 'तथा'] },
    works: {
      byline: ['लेखक', 'लेखिका'],
      reporting: ['रिपोर्ट', 'रिपोर्टिंग', 'संवाददाता'],
      writing: ['लेखन'],
      editing: ['संपादन', 'संपादक'],
      photography: ['फोटो', 'तस्वीर', 'छायाचित्र'],
      translation: ['अनुवाद'],
      video: ['वीडियो'],
    },
  },
  photos: { pictures: ['फोटो', 'तस्वीर'] },
  jobs: { titles: ['संवाददाता'] },
  names: { cities: ['दिल्ली', 'नई दिल्ली', 'मुंबई'] },
  calendar: {
    months: [
      ['जनवरी'],
      ['फरवरी'],
      ['मार्च'],
      ['अप्रैल'],
      ['मई'],
      ['जून'],
      ['जुलाई'],
      ['अगस्त'],
      ['सितंबर'],
      ['अक्टूबर'],
      ['नवंबर'],
      ['दिसंबर'],
    ],
  },
  sentences: { titles: ['डॉ', 'श्री', 'प्रो'] },
  boilerplate: { invitations: ['और पढ़ें', 'यह भी पढ़ें'] },
} satisfies Language;
