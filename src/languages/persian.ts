import type { Language } from './language.ts';

export const persian = {
  called: ['persian'],
  credits: {
    by: ['از'],
    and: ['و'],
    in: ['در'],
    works: {
      byline: ['نوشته', 'نویسنده'],
      reporting: ['گزارش', 'گزارشگر'],
      editing: ['ویراستار', 'ويرايش', 'ویرایش'],
      photography: ['عکس', 'عکاس', 'تصویر'],
      translation: ['ترجمه', 'مترجم'],
    },
  },
  photos: { pictures: ['عکس'] },
} satisfies Language;
