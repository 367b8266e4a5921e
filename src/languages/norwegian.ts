import type { Language } from './language.ts';

const months: readonly (readonly string[])[] = [
  ['januar'],
  ['februar'],
  ['mars'],
  ['april'],
  ['mai'],
  ['juni'],
  ['juli'],
  ['august'],
  ['september'],
  ['oktober'],
  ['november'],
  ['desember'],
];

export const norwegian = {
  called: ['norwegian'],
  credits: {
    by: ['av'],
    signed: ['av'],
    and: ['og', 'samt'],
    with: ['med'],
    in: ['i', 'fra'],
    for: ['for'],
    anywhere: { and: ['og'] },
    works: {
      byline: ['forfatter', 'skribent', 'korrespondent', 'journalist', 'journalister'],
      reporting: ['reportasje', 'reporter', 'reportere', 'rapportering'],
      additionalReporting: ['bidrag', 'med bidrag'],
      writing: ['tekst', 'skrevet'],
      editing: ['redigering', 'redigert', 'redaktør'],
      photography: ['foto', 'fotograf', 'fotografi', 'bilder', 'bilde'],
      research: ['research'],
      graphics: ['grafikk'],
      illustration: ['illustrasjon'],
      video: ['video', 'klipp'],
      translation: ['oversettelse', 'oversatt'],
    },
    bare: { writing: ['tekst'], photography: ['foto'] },
  },
  photos: { pictures: ['foto'], bare: ['foto'], links: ['av'] },
  jobs: { titles: ['journalist'] },
  houses: { tails: ['redaksjonen'] },
  calendar: { months },
  sentences: { closing: ['osv'], afterOrdinals: [...months, ['klasse', 'runde']] },
  boilerplate: {
    controls: [
      ['del', 'dele', 'dela', 'følg', 'följ', 'lyt', 'lytt', 'lyssna', 'gem'],
      ['lagre', 'spara', 'print'],
    ],
    invitations: ['les mer', 'les også', 'annonse'],
    endings: ['les mer'],
    syndication: [['Innlegget ', ' dukket først opp på ']],
  },
  comments: {
    counted: ['kommentar', 'kommentarer'],
    wrote: ['skrev', 'sier'],
    postedBy: ['kommentar av', 'skrevet av'],
    actions: ['svar', 'rapporter', 'lik', 'del'],
    ago: ['siden', 'i går', 'i dag'],
  },
} satisfies Language;
