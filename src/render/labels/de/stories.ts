import type { Translation } from '../compile.ts';
import type { stories as english } from '../en/stories.ts';

export const stories: Translation<typeof english> = {
  story: {
    read: 'Artikel lesen',
    discuss: 'Mitreden',
    comments: 'Kommentare auf der Seite',
    untitled: 'Artikel ohne Titel',
    published: 'Veröffentlicht: {time}',
    corrected: 'Korrigiert: {time}',
    withdrawn: 'Zurückgezogen: ~~{headline}~~',
    withdrawnAt: 'Von der Redaktion zurückgezogen: {time}',
    photo: 'Foto: {source}',
    topics: 'Themen: {topics}',
  },
  credits: {
    byline: 'Von {names}',
    reporting: 'Bericht: {names}',
    additionalReporting: 'Mitarbeit: {names}',
    writing: 'Text: {names}',
    compiling: 'Zusammenstellung: {names}',
    editing: 'Redaktion: {names}',
    photography: 'Fotos: {names}',
    translation: 'Übersetzung: {names}',
    research: 'Recherche: {names}',
    video: 'Video: {names}',
    graphics: 'Grafik: {names}',
    illustration: 'Illustration: {names}',
  },
  comment: {
    report: 'Missbrauch melden',
    view: 'Auf der Website ansehen',
    anonymous: 'Anonym',
    noText: '(kein Text)',
    continues: 'Der Kommentar geht auf der Website weiter.',
    edited: 'bearbeitet {time}',
    deleted: 'Dieser Kommentar wurde auf der Website gelöscht.',
    underReview: 'Dieser Kommentar ist ausgeblendet, während die Moderation ihn prüft.',
    removed: 'Dieser Kommentar wurde von der Moderation entfernt.',
    muted:
      'Dieser Kommentar wird nicht angezeigt: Die Moderation hat seinen Verfasser stummgeschaltet.',
    inReplyTo: 'Antwort auf {name}',
    inReplyToHidden: 'Antwort auf einen Kommentar, der nicht mehr zu sehen ist',
    from: 'Kommentare von {site}',
    earlier: {
      one: '{count} früherer Kommentar auf der Website',
      other: '{count} frühere Kommentare auf der Website',
    },
  },
  discussion: {
    heading: 'Diskussion: {headline}',
    mirrorNote:
      'Hier erscheinen die Kommentare von der Website der Redaktion. Antworten bleiben in Discord.',
    policy: 'Kommentarregeln',
    openUntil: 'Kommentare sind möglich bis: {time}',
    closedAt: 'Geschlossen seit: {time}',
    closingSoon: 'Diese Diskussion schließt {relative} ({time}).',
    staysOpen: 'Diese Diskussion bleibt geöffnet.',
    extended: 'Diese Diskussion bleibt länger geöffnet. Neues Ende: {time}.',
    closed:
      'Diese Diskussion ist geschlossen. Kommentare sind nur eine begrenzte Zeit nach der Veröffentlichung möglich.',
    closedByModerator: 'Diese Diskussion wurde von der Moderation geschlossen.',
    keptOpen: 'Die Moderation hält diese Diskussion offen.',
    keptOpenUntil: 'Die Moderation hält diese Diskussion offen bis: {time}.',
    moreComments: {
      one: '{count} weiterer Kommentar auf der Website',
      other: '{count} weitere Kommentare auf der Website',
    },
  },
  digest: {
    untitled: 'Artikel',
    heading: '{feed}: {stories}',
    stories: { one: '{count} Artikel', other: '{count} Artikel' },
    more: { one: 'und {count} weiterer', other: 'und {count} weitere' },
    skipped: {
      one: '{count} älterer Artikel wurde ausgelassen, weil zu viele auf einmal kamen.',
      other: '{count} ältere Artikel wurden ausgelassen, weil zu viele auf einmal kamen.',
    },
    onSite: 'Auf der Website lesen',
  },
};
