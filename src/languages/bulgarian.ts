import type { Language } from './language.ts';

export const bulgarian = {
  called: ['bulgarian'],
  credits: {
    and: ['и'],
    in: ['в', 'от'],
    works: {
      byline: ['автор', 'автори', 'кореспондент', 'журналист'],
      reporting: ['репортаж', 'репортер'],
      writing: ['текст'],
      editing: ['редактор'],
      photography: ['фото', 'снимка', 'снимки', 'фотограф'],
      graphics: ['графика', 'карта'],
      video: ['видео', 'монтаж', 'оператор'],
      translation: ['превод'],
    },
    bare: { writing: ['текст'], editing: ['редактор'], photography: ['фото'] },
  },
  photos: { pictures: ['фото', 'снимка'] },
  calendar: {
    months: [
      ['януари'],
      ['февруари'],
      ['март'],
      ['април'],
      ['май'],
      ['юни'],
      ['юли'],
      ['август'],
      ['септември'],
      ['октомври'],
      ['ноември'],
      ['декември'],
    ],
  },
  comments: {
    counted: ['коментар', 'коментара', 'коментари'],
    wrote: ['написа', 'каза'],
    actions: ['отговор', 'отговори', 'докладвай'],
    ago: ['преди', 'вчера', 'днес'],
  },
} satisfies Language;
