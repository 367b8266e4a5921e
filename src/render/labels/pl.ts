import type { Labels } from './labels.ts';

export const pl: Labels = {
  story: {
    read: 'Czytaj artykuł',
    discuss: 'Dyskutuj',
    discussCount: 'Dyskutuj ({count})',
    untitled: 'Artykuł bez tytułu',
    published: 'Opublikowano: {time}',
    corrected: 'Poprawiono: {time}',
    withdrawn: 'Wycofano: ~~{headline}~~',
    withdrawnAt: 'Artykuł wycofany przez redakcję: {time}',
    photo: 'Zdjęcie: {source}',
    topics: 'Tematy: {topics}',
  },
  credits: {
    byline: 'Autor: {names}',
    reporting: 'Relacja: {names}',
    additionalReporting: 'Współpraca: {names}',
    writing: 'Tekst: {names}',
    compiling: 'Opracowanie: {names}',
    editing: 'Redakcja: {names}',
    photography: 'Zdjęcia: {names}',
  },
  comment: {
    report: 'Zgłoś nadużycie',
    view: 'Zobacz na stronie',
    anonymous: 'Anonim',
    noText: '(brak tekstu)',
    goesOn: 'Dalszy ciąg komentarza na stronie.',
    underReview: 'Ten komentarz jest ukryty na czas sprawdzania przez moderatorów.',
    removed: 'Ten komentarz został usunięty przez moderatorów.',
  },
  discussion: {
    heading: 'Dyskusja: {headline}',
    ofMirror: 'Tu pojawiają się komentarze ze strony redakcji; odpowiedzi pozostają na Discordzie.',
    policy: 'Zasady komentowania',
    openUntil: 'Komentarze otwarte do: {time}',
    closingSoon: 'Ta dyskusja zostanie zamknięta {relative} ({time}).',
    staysOpen: 'Ta dyskusja jednak pozostaje otwarta.',
    extended: 'Ta dyskusja pozostaje otwarta dłużej. Nowy termin zamknięcia: {time}.',
    closed: 'Ta dyskusja jest zamknięta. Komentować można przez ograniczony czas po publikacji.',
    moreComments: {
      one: 'Jeszcze {count} komentarz na stronie',
      few: 'Jeszcze {count} komentarze na stronie',
      many: 'Jeszcze {count} komentarzy na stronie',
      other: 'Jeszcze {count} komentarza na stronie',
    },
  },
  digest: {
    untitled: 'Artykuły',
    heading: '{feed}: {stories}',
    stories: {
      one: '{count} artykuł',
      few: '{count} artykuły',
      many: '{count} artykułów',
      other: '{count} artykułu',
    },
    more: {
      one: 'i jeszcze {count}',
      few: 'i jeszcze {count}',
      many: 'i jeszcze {count}',
      other: 'i jeszcze {count}',
    },
    leftOut: {
      one: 'Pominięto {count} starszy artykuł: naraz pojawiło się ich więcej, niż się tu publikuje.',
      few: 'Pominięto {count} starsze artykuły: naraz pojawiło się ich więcej, niż się tu publikuje.',
      many: 'Pominięto {count} starszych artykułów: naraz pojawiło się ich więcej, niż się tu publikuje.',
      other:
        'Pominięto {count} starszego artykułu: naraz pojawiło się ich więcej, niż się tu publikuje.',
    },
    onSite: 'Czytaj na stronie',
  },
};
