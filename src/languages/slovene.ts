import type { Language } from './language.ts';

export const slovene = {
  called: ['slovene'],
  credits: {
    signed: ['piše'],
    and: ['in'],
    in: ['v', 'z', 'iz'],
    works: {
      byline: ['avtor', 'avtorica'],
      writing: ['tekst', 'besedilo'],
      editing: ['urednik', 'urednica'],
      photography: ['foto', 'fotografija', 'fotografije'],
      translation: ['prevod'],
      illustration: ['ilustracija'],
    },
    bare: { photography: ['foto'], writing: ['tekst'] },
  },
  photos: { pictures: ['foto'], bare: ['foto'] },
  calendar: {
    months: [
      ['januarja'],
      ['februarja'],
      ['marca'],
      ['aprila'],
      ['maja'],
      ['junija'],
      ['julija'],
      ['avgusta', 'avgust'],
      ['septembra'],
      ['oktobra'],
      ['novembra'],
      ['decembra'],
    ],
  },
  comments: {
    counted: ['komentar', 'komentarja', 'komentarji', 'komentarjev'],
    wrote: ['je napisal', 'pravi'],
    actions: ['odgovori', 'prijavi'],
    ago: ['pred', 'včeraj', 'danes'],
  },
} satisfies Language;
