import type { Language } from './language.ts';

export const polish = {
  called: ['polish'],
  credits: {
    by: ['przez'],
    signed: ['napisał', 'napisała'],
    and: ['i', 'oraz'],
    with: ['z'],
    in: ['w', 'we', 'z', 'ze'],
    for: ['dla'],
    anywhere: { and: ['oraz'], in: ['w'] },
    works: {
      byline: ['autor', 'autorka', 'autorzy'],
      reporting: ['relacja', 'reportaż', 'rozmawiał', 'rozmawiała'],
      additionalReporting: ['współpraca'],
      writing: ['tekst', 'napisał', 'napisała'],
      editing: ['redakcja', 'redagował', 'redagowała', 'red.', 'redaktor', 'edycja'],
      compiling: ['opracowanie', 'opracował', 'opracowała', 'oprac.', 'opr.'],
      photography: ['zdjęcie', 'zdjęcia', 'fot.', 'foto', 'fotografie'],
      graphics: ['grafika', 'infografika'],
      illustration: ['ilustracja', 'ilustracje'],
      video: ['wideo'],
      translation: ['tłumaczenie', 'tłumaczył', 'tłumaczyła', 'przekład'],
    },
    bare: {
      compiling: ['oprac.', 'opr.', 'opracował', 'opracowała'],
      photography: ['fot.'],
      editing: ['red.', 'redagował', 'redagowała'],
      translation: ['tłumaczył', 'tłumaczyła'],
      reporting: ['rozmawiał', 'rozmawiała'],
      writing: ['napisał', 'napisała'],
    },
  },
  photos: {
    pictures: ['foto', 'zdjęcie', 'zdjęcia', 'fot'],
    bare: ['foto', 'fot'],
    links: ['przez'],
  },
  houses: { tails: ['redakcja', 'korespondent'], heads: ['redakcja'] },
  calendar: {
    months: [
      ['stycznia'],
      ['lutego'],
      ['marca'],
      ['kwietnia'],
      ['maja'],
      ['czerwca'],
      ['lipca'],
      ['sierpnia'],
      ['września'],
      ['października'],
      ['listopada'],
      ['grudnia'],
    ],
  },
  sentences: {
    prose: ['tzw', 'np', 'ks', 'ul'],
    credits: ['fot', 'oprac', 'red', 'opr', 'zdj'],
    closing: ['ust'],
  },
  boilerplate: {
    invitations: [
      ['czytaj więcej', 'czytaj dalej', 'czytaj też', 'czytaj także'],
      ['zobacz też', 'zobacz także', 'reklama'],
    ],
    endings: ['czytaj więcej', 'czytaj dalej'],
    syndication: [
      ['Wpis ', ' pojawił się poczatkowo na '],
      ['Artykuł ', ' pochodzi z serwisu '],
    ],
  },
} satisfies Language;
