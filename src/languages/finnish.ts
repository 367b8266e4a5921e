import type { Language } from './language.ts';

export const finnish = {
  called: ['finnish'],
  credits: {
    and: ['ja'],
    anywhere: { and: ['ja'] },
    works: {
      byline: ['kirjoittaja', 'toimittaja', 'tekijä'],
      writing: ['teksti', 'teksti ja kuvat'],
      photography: ['kuva', 'kuvat', 'valokuvat', 'valokuvaaja'],
      editing: ['toimitus', 'editointi'],
      graphics: ['grafiikka'],
      translation: ['käännös', 'suomennos'],
    },
    bare: { writing: ['teksti'], photography: ['kuva', 'kuvat'] },
  },
  photos: { pictures: ['kuva', 'kuvat'] },
  sentences: { afterOrdinals: ['tammikuuta'] },
  boilerplate: {
    invitations: ['lue lisää', 'lue myös'],
    syndication: [['Artikkeli ', ' julkaistiin ensimmäisen kerran ']],
  },
  comments: {
    counted: ['kommentti', 'kommenttia', 'kommentit'],
    headings: ['keskustelu'],
    wrote: ['kirjoitti', 'sanoo'],
    actions: ['vastaa', 'ilmoita', 'tykkää', 'jaa'],
    ago: ['sitten', 'eilen', 'tänään'],
  },
  houses: { names: ['toimitus'] },
} satisfies Language;
