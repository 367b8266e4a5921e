import type { Language } from './language.ts';

export const romanian = {
  called: ['romanian'],
  credits: {
    by: ['de'],
    signed: ['de'],
    and: ['și', 'şi'],
    with: ['cu'],
    in: ['din', 'la', 'în'],
    anywhere: { and: ['și', 'şi'] },
    works: {
      byline: ['autor', 'autoare', 'autori', 'corespondent'],
      reporting: ['reportaj', 'reporter'],
      writing: ['text', 'redactat', 'scris'],
      editing: ['editat', 'editor', 'redactor', 'redactare'],
      photography: ['foto', 'fotografii', 'fotografie'],
      translation: ['traducere', 'traducerea', 'tradus'],
      video: ['video'],
    },
  },
  photos: { pictures: ['foto', 'fotografie'], bare: ['foto'] },
  boilerplate: { invitations: ['citește și', 'citeşte şi'] },
  comments: {
    counted: ['comentariu', 'comentarii', 'de comentarii'],
    wrote: ['a scris', 'spune', 'a spus'],
    actions: ['răspunde', 'raportează', 'semnalează'],
    ago: ['acum', 'ieri', 'astăzi'],
  },
} satisfies Language;
