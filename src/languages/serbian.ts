import type { Language } from './language.ts';

/** Serbian in both alphabets. */
export const serbian = {
  called: ['serbian'],
  credits: {
    signed: ['piše'],
    and: ['i', 'и'],
    in: ['u', 'iz', 'у', 'из'],
    works: {
      byline: ['autor', 'autorka', 'аутор', 'пише'],
      writing: ['tekst', 'текст'],
      editing: ['urednik', 'urednica', 'uredio', 'uredila', 'уредник'],
      photography: ['foto', 'fotografija', 'fotografije', 'фото'],
      translation: ['prevod', 'превод'],
      illustration: ['ilustracija'],
    },
    bare: { photography: ['foto', 'фото'], writing: ['tekst', 'текст'] },
  },
  photos: { pictures: ['foto', 'фото'], bare: ['foto'] },
  calendar: {
    months: [
      ['januar', 'јануар'],
      ['februar', 'фебруар'],
      ['mart', 'март'],
      ['april', 'април'],
      ['maj', 'мај'],
      ['jun', 'јун'],
      ['jul', 'јул'],
      ['avgust', 'август'],
      ['septembar', 'септембар'],
      ['oktobar', 'октобар'],
      ['novembar', 'новембар'],
      ['decembar', 'децембар'],
    ],
  },
  comments: {
    counted: ['komentar', 'komentara', 'komentari', 'коментар', 'коментара', 'коментари'],
    wrote: ['kaže', 'каже'],
    actions: ['odgovori', 'prijavi', 'одговори', 'пријави'],
    ago: ['pre', 'пре', 'juče', 'danas'],
  },
} satisfies Language;
