import type { Language } from './language.ts';

/** Croatian, Bosnian and Montenegrin. */
export const croatian = {
  called: ['croatian', 'bosnian'],
  credits: {
    signed: ['piše'],
    and: ['i'],
    in: ['u', 'iz'],
    works: {
      byline: ['autor', 'autorica'],
      writing: ['tekst'],
      editing: ['urednik', 'urednica', 'urednici', 'uredio', 'uredila'],
      photography: ['foto', 'fotografija', 'fotografije'],
      translation: ['prijevod'],
      illustration: ['ilustracija'],
    },
    bare: { photography: ['foto'], writing: ['tekst'] },
  },
  photos: { pictures: ['foto'], bare: ['foto'] },
  comments: {
    counted: ['komentar', 'komentara', 'komentari'],
    wrote: ['napisao', 'napisala', 'kaže'],
    actions: ['odgovori', 'prijavi'],
    ago: ['prije', 'jučer', 'danas'],
  },
} satisfies Language;
