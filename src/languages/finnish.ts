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
  calendar: {
    months: [
      ['tammikuuta', 'tammikuu'],
      ['helmikuuta', 'helmikuu'],
      ['maaliskuuta', 'maaliskuu'],
      ['huhtikuuta', 'huhtikuu'],
      ['toukokuuta', 'toukokuu'],
      ['kesäkuuta', 'kesäkuu'],
      ['heinäkuuta', 'heinäkuu'],
      ['elokuuta', 'elokuu'],
      ['syyskuuta', 'syyskuu'],
      ['lokakuuta', 'lokakuu'],
      ['marraskuuta', 'marraskuu'],
      ['joulukuuta', 'joulukuu'],
    ],
  },
  sentences: { afterOrdinals: ['tammikuuta'] },
  boilerplate: {
    walls: [['tämä artikkeli on', 'kirjaudu sisään', 'jatka lukemista', 'kuuntele']],
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
