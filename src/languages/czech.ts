import type { Language } from './language.ts';

export const czech = {
  called: ['czech'],
  credits: {
    signed: ['píše', 'napsal', 'napsala'],
    and: ['a', 'i'],
    in: ['v', 'z'],
    works: {
      byline: ['autor', 'autorka', 'autoři'],
      writing: ['text'],
      editing: ['editor', 'editorka', 'redakce'],
      photography: ['foto', 'fotografie', 'snímky'],
      translation: ['překlad', 'přeložil', 'přeložila'],
      illustration: ['ilustrace'],
    },
    bare: { photography: ['foto'], writing: ['text'] },
  },
  photos: { pictures: ['foto', 'fotografie', 'snímek'], bare: ['foto'] },
  sentences: { prose: ['tzv', 'např'] },
  boilerplate: { invitations: ['více zde', 'čtěte také', 'reklama'] },
  comments: {
    counted: ['komentář', 'komentáře', 'komentářů', 'příspěvek', 'příspěvky', 'příspěvků'],
    headings: ['diskuse', 'diskuze'],
    wrote: ['napsal', 'napsala', 'píše'],
    actions: ['odpovědět', 'nahlásit', 'reagovat', 'sdílet'],
    ago: ['před', 'včera', 'dnes'],
  },
  houses: { names: ['redakce'] },
} satisfies Language;
