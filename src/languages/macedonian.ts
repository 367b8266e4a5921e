import type { Language } from './language.ts';

export const macedonian = {
  called: ['macedonian'],
  credits: {
    and: ['и'],
    in: ['во'],
    works: {
      byline: ['автор', 'автори', 'пише'],
      writing: ['текст'],
      editing: ['уредник'],
      photography: ['фото', 'фотографии'],
      translation: ['превод'],
    },
    bare: { writing: ['текст'], photography: ['фото'] },
  },
  photos: { pictures: ['фото'] },
  comments: {
    counted: ['коментар', 'коментари'],
    wrote: ['напиша', 'рече'],
    actions: ['одговори', 'пријави'],
    ago: ['пред', 'вчера', 'денес'],
  },
} satisfies Language;
