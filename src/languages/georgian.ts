import type { Language } from './language.ts';

export const georgian = {
  called: ['georgian'],
  credits: {
    and: ['და'],
    anywhere: { and: ['და'] },
    works: {
      byline: ['ავტორი', 'ავტორები'],
      reporting: ['რეპორტაჟი'],
      writing: ['ტექსტი'],
      editing: ['რედაქტორი'],
      photography: ['ფოტო'],
      translation: ['თარგმანი'],
      video: ['ვიდეო'],
    },
  },
  photos: { pictures: ['ფოტო'] },
} satisfies Language;
