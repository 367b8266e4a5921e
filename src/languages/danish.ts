import type { Language } from './language.ts';

const months: readonly (readonly string[])[] = [
  ['januar'],
  ['februar'],
  ['marts'],
  ['april'],
  ['maj'],
  ['juni'],
  ['juli'],
  ['august'],
  ['september'],
  ['oktober'],
  ['november'],
  ['december'],
];

export const danish = {
  called: ['danish'],
  credits: {
    by: ['af'],
    signed: ['af'],
    and: ['og', 'samt'],
    with: ['med'],
    in: ['i', 'fra'],
    for: ['for'],
    anywhere: { and: ['og'] },
    works: {
      byline: ['forfatter', 'skribent', 'korrespondent', 'journalist', 'journalister'],
      reporting: ['reportage', 'reporter', 'reportere'],
      additionalReporting: ['bidrag', 'med bidrag'],
      writing: ['tekst', 'skrevet'],
      editing: ['redigering', 'redigeret', 'redaktør'],
      photography: ['foto', 'fotograf', 'fotografi', 'billeder', 'fotos'],
      research: ['research'],
      graphics: ['grafik'],
      illustration: ['illustration', 'illustrationer'],
      video: ['video'],
      translation: ['oversættelse', 'oversat'],
    },
    bare: { writing: ['tekst'], photography: ['foto'] },
  },
  photos: { pictures: ['foto', 'fotos'], bare: ['foto'], links: ['af'] },
  jobs: { titles: ['journalist'] },
  houses: { tails: ['redaktionen'] },
  names: { particles: ['af'], lowered: ['af'] },
  calendar: { months },
  sentences: { prose: ['hr'], closing: ['osv'], afterOrdinals: [...months, ['klasse', 'runde']] },
  boilerplate: {
    controls: [
      ['del', 'dele', 'dela', 'følg', 'följ', 'lyt', 'lytt', 'lyssna', 'gem'],
      ['lagre', 'spara', 'print'],
    ],
    invitations: ['læs mere', 'læs også'],
    endings: ['læs mere'],
    syndication: [['Indlægget ', ' blev først udgivet på ']],
  },
} satisfies Language;
