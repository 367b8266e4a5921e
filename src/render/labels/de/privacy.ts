import type { Translation } from '../compile.ts';
import type { privacy as english } from '../en/privacy.ts';

export const privacy: Translation<typeof english> = {
  commands: {
    privacy: 'Was Wirethread auf diesem Server über dich speichert und wie du es löschst',
    show: 'Zeigen, was über dich gespeichert ist',
    delete: 'Löschen, was sofort gelöscht werden kann',
    messages: 'Ob Wirethread dir privat über deine Meldungen schreibt',
    on: 'False für keine solchen Nachrichten; `/flags mine` zeigt die Ergebnisse immer',
  },
  nothing: 'Wirethread speichert auf diesem Server nichts über dich.',
  intro: 'Auf diesem Server speichert Wirethread über dich, unter deiner Discord-ID:',
  reports: {
    one: '{count} Meldung von dir: Fall, Grund und Zeit',
    other: '{count} Meldungen von dir: Fälle, Gründe und Zeiten',
  },
  reportTexts: {
    one: 'was du in {count} davon geschrieben hast',
    other: 'was du in {count} davon geschrieben hast',
  },
  casesOn: {
    one: '{count} Fall zu einer Nachricht von dir: dein Name und die Entscheidung',
    other: '{count} Fälle zu Nachrichten von dir: dein Name und die Entscheidungen',
  },
  caseTexts: {
    one: 'der Text von {count} dieser Nachrichten',
    other: 'die Texte von {count} dieser Nachrichten',
  },
  appeals: {
    one: 'was du in {count} Widerspruch geschrieben hast',
    other: 'was du in {count} Widersprüchen geschrieben hast',
  },
  deeds: 'Zeilen im Protokoll über das, was du getan hast: wer, wann, was; nie ein Text',
  feeds: {
    one: 'dass du {count} Feed hinzugefügt hast',
    other: 'dass du {count} Feeds hinzugefügt hast',
  },
  noMessages: 'dass du keine privaten Nachrichten über deine Meldungen willst',
  banned: 'dass die Moderation seit dem {time} keine Meldungen von dir annimmt',
  limits:
    'Texte werden {evidence} nach einer Entscheidung gelöscht, Meldungen {reports} nach ihrem Eingang. `/privacy delete` löscht sofort, was nicht aufbewahrt werden muss.',
  deleted: 'Gelöscht:',
  nothingDeleted: 'Es gibt nichts, was sofort gelöscht werden kann.',
  kept: 'Vorerst aufbewahrt:',
  deletedReportTexts: {
    one: 'was du in {count} Meldung geschrieben hast',
    other: 'was du in {count} Meldungen geschrieben hast',
  },
  deletedCaseTexts: {
    one: 'der Text von {count} Nachricht von dir, über die entschieden wurde',
    other: 'die Texte von {count} Nachrichten von dir, über die entschieden wurde',
  },
  deletedAppeals: {
    one: 'was du in {count} Widerspruch geschrieben hast',
    other: 'was du in {count} Widersprüchen geschrieben hast',
  },
  keptOpen: {
    one: 'was zu {count} Fall gehört, der auf eine Entscheidung wartet: Nutze diesen Befehl noch einmal, wenn er geschlossen ist',
    other:
      'was zu {count} Fällen gehört, die auf eine Entscheidung warten: Nutze diesen Befehl noch einmal, wenn sie geschlossen sind',
  },
  keptReports: {
    one: 'dass du {count} Meldung gemacht hast, ohne ihren Text: Daran sieht die Moderation, wie weit sie der nächsten trauen kann. Sie wird {reports} nach ihrem Eingang gelöscht.',
    other:
      'dass du {count} Meldungen gemacht hast, ohne ihre Texte: Daran sieht die Moderation, wie weit sie den nächsten trauen kann. Jede wird {reports} nach ihrem Eingang gelöscht.',
  },
  keptCases: {
    one: 'dass es in {count} Fall um eine Nachricht von dir ging, ohne ihren Text: Er zählt, wenn es einen weiteren gibt',
    other:
      'dass es in {count} Fällen um Nachrichten von dir ging, ohne ihre Texte: Sie zählen, wenn es einen weiteren gibt',
  },
  keptBan: 'dass die Moderation keine Meldungen von dir annimmt',
  keptAudit: 'das Protokoll, in dem keine Texte stehen',
  messagesOn:
    'Wirethread schreibt dir privat, wenn ein Fall geschlossen ist, den du gemeldet hast.',
  messagesOff:
    'Wirethread schreibt dir privat nur noch über Entscheidungen zu deinen eigenen Nachrichten. `/flags mine` zeigt die Ergebnisse deiner Meldungen.',
};
