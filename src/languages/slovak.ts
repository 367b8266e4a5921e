import type { Language } from './language.ts';

export const slovak = {
  called: ['slovak'],
  credits: {
    signed: ['píše'],
    and: ['a', 'i'],
    in: ['v', 'z'],
    works: {
      byline: ['autor', 'autorka'],
      writing: ['text'],
      editing: ['editor', 'editorka'],
      photography: ['foto', 'fotografie'],
      translation: ['preklad'],
    },
    bare: { photography: ['foto'], writing: ['text'] },
  },
  photos: { pictures: ['foto'], bare: ['foto'] },
  calendar: {
    months: [
      ['januára', 'január'],
      ['februára', 'február'],
      ['marca', 'marec'],
      ['apríla', 'apríl'],
      ['mája', 'máj'],
      ['júna', 'jún'],
      ['júla', 'júl'],
      ['augusta'],
      ['septembra'],
      ['októbra', 'október'],
      ['novembra'],
      ['decembra'],
    ],
  },
  sentences: { afterOrdinals: ['januára'] },
  comments: {
    counted: ['komentár', 'komentáre', 'komentárov', 'príspevok', 'príspevky', 'príspevkov'],
    headings: ['diskusia'],
    wrote: ['napísal', 'napísala', 'píše'],
    actions: ['odpovedať', 'nahlásiť', 'reagovať'],
    ago: ['pred', 'včera', 'dnes'],
  },
} satisfies Language;
