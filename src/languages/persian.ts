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
  comments: {
    counted: ['نظر', 'نظرات', 'دیدگاه'],
    wrote: ['نوشت', 'گفت'],
    actions: ['پاسخ', 'گزارش'],
    ago: ['پیش', 'دیروز'],
  },
} satisfies Language;
