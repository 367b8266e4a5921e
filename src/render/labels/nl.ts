import type { Labels } from './labels.ts';

export const nl: Labels = {
  story: {
    read: 'Lees het artikel',
    discuss: 'Praat mee',
    discussCount: 'Praat mee ({count})',
    untitled: 'Artikel zonder titel',
    published: 'Gepubliceerd: {time}',
    corrected: 'Gecorrigeerd: {time}',
    withdrawn: 'Ingetrokken: ~~{headline}~~',
    withdrawnAt: 'Ingetrokken door de redactie: {time}',
    photo: 'Foto: {source}',
    topics: 'Onderwerpen: {topics}',
  },
  credits: {
    byline: 'Door {names}',
    reporting: 'Verslaggeving: {names}',
    additionalReporting: 'Met medewerking van: {names}',
    writing: 'Tekst: {names}',
    compiling: 'Samenstelling: {names}',
    editing: 'Redactie: {names}',
    photography: 'Fotografie: {names}',
    translation: 'Vertaling: {names}',
    research: 'Research: {names}',
    video: 'Video: {names}',
    graphics: 'Infographics: {names}',
    illustration: 'Illustratie: {names}',
  },
  comment: {
    report: 'Misbruik melden',
    view: 'Bekijk op de site',
    anonymous: 'Anoniem',
    noText: '(geen tekst)',
    continues: 'De reactie gaat verder op de site.',
    underReview: 'Deze reactie is verborgen zolang de moderators haar beoordelen.',
    removed: 'Deze reactie is verwijderd door de moderators.',
  },
  discussion: {
    heading: 'Discussie: {headline}',
    mirrorNote:
      'Hier verschijnen de reacties van de oorspronkelijke site; antwoorden blijven in Discord.',
    policy: 'Regels voor reacties',
    openUntil: 'Reageren kan tot: {time}',
    closingSoon: 'Deze discussie sluit {relative} ({time}).',
    staysOpen: 'Deze discussie blijft toch open.',
    extended: 'Deze discussie blijft langer open. Nieuwe sluiting: {time}.',
    closed: 'Deze discussie is gesloten. Reageren kan gedurende een beperkte tijd na publicatie.',
    moreComments: {
      one: 'Nog {count} reactie op de site',
      other: 'Nog {count} reacties op de site',
    },
  },
  digest: {
    untitled: 'Artikelen',
    heading: '{feed}: {stories}',
    stories: { one: '{count} artikel', other: '{count} artikelen' },
    more: { one: 'en nog {count}', other: 'en nog {count}' },
    skipped: {
      one: '{count} ouder artikel is weggelaten: er kwamen er meer tegelijk dan hier worden geplaatst.',
      other:
        '{count} oudere artikelen zijn weggelaten: er kwamen er meer tegelijk dan hier worden geplaatst.',
    },
    onSite: 'Lees op de site',
  },
};
