import type { Labels } from './labels.ts';

export const it: Labels = {
  story: {
    read: 'Leggi l’articolo',
    discuss: 'Commenta',
    comments: 'Commenti sul sito',
    untitled: 'Articolo senza titolo',
    published: 'Pubblicato: {time}',
    corrected: 'Correzione: {time}',
    withdrawn: 'Articolo ritirato: ~~{headline}~~',
    withdrawnAt: 'Articolo ritirato dalla redazione: {time}',
    photo: 'Foto: {source}',
    topics: 'Argomenti: {topics}',
  },
  credits: {
    byline: 'Di {names}',
    reporting: 'Servizio: {names}',
    additionalReporting: 'Con il contributo di: {names}',
    writing: 'Testo: {names}',
    compiling: 'A cura di: {names}',
    editing: 'Redazione: {names}',
    photography: 'Fotografie: {names}',
    translation: 'Traduzione: {names}',
    research: 'Ricerche: {names}',
    video: 'Video: {names}',
    graphics: 'Grafica: {names}',
    illustration: 'Illustrazione: {names}',
  },
  comment: {
    report: 'Segnala abuso',
    view: 'Vedi sul sito',
    anonymous: 'Anonimo',
    noText: '(senza testo)',
    continues: 'Il commento continua sul sito.',
    edited: 'modificato {time}',
    deleted: 'Questo commento è stato eliminato sul sito.',
    underReview: 'Questo commento è nascosto mentre i moderatori lo esaminano.',
    removed: 'Questo commento è stato rimosso dai moderatori.',
  },
  discussion: {
    heading: 'Discussione: {headline}',
    mirrorNote: 'Qui compaiono i commenti del sito della testata. Le risposte restano su Discord.',
    policy: 'Regole per i commenti',
    openUntil: 'Commenti aperti fino al: {time}',
    closingSoon: 'Questa discussione si chiude {relative} ({time}).',
    staysOpen: 'Questa discussione resta aperta.',
    extended: 'Questa discussione resta aperta più a lungo. Nuova chiusura: {time}.',
    closed:
      'Questa discussione è chiusa. I commenti sono aperti per un periodo limitato dopo la pubblicazione.',
    moreComments: {
      one: '{count} altro commento sul sito',
      many: '{count} di altri commenti sul sito',
      other: '{count} altri commenti sul sito',
    },
  },
  digest: {
    untitled: 'Articoli',
    heading: '{feed}: {stories}',
    stories: { one: '{count} articolo', other: '{count} articoli' },
    more: { one: 'e {count} altro', other: 'e altri {count}' },
    skipped: {
      one: '{count} articolo precedente è stato saltato perché ne sono arrivati troppi insieme.',
      other:
        '{count} articoli precedenti sono stati saltati perché ne sono arrivati troppi insieme.',
    },
    onSite: 'Leggi sul sito',
  },
};
