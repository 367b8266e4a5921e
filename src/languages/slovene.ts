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
} satisfies Language;
