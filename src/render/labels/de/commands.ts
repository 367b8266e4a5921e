import type { Translation } from '../compile.ts';
import type { commands as english } from '../en/commands.ts';

export const commands: Translation<typeof english> = {
  feed: {
    description: 'Die Feeds dieses Servers verwalten',
    add: {
      description: 'Die Artikel eines Feeds in einem Kanal posten',
      url: 'Adresse des Feeds oder einer Website, eines Kanals, Profils: https://…, r/name, @name@server',
      channel: 'Wo seine Artikel gepostet werden (sonst: in diesem Kanal)',
      pollEvery: 'Wie oft er gelesen wird: 5m, 1h, 2 hours … (sonst: 10m)',
      firstRun: 'Wie viele seiner neuesten Artikel jetzt gepostet werden (sonst: 3)',
      commentPeriod:
        'Wie lange eine Diskussion offen bleibt: 3 days, 2w … never heißt immer (sonst: 7d)',
      comments: 'Kommentare zu seinen Artikeln spiegeln (sonst: ja)',
      mention: 'Rolle, die bei jedem Artikel erwähnt wird',
    },
    edit: {
      description: 'Ändern, wie ein Feed gepostet wird, mit Vorschau',
      feed: 'Der Feed, der geändert wird',
      preview: 'Erst das Ergebnis ansehen, dann speichern oder verwerfen (sonst: nein)',
      channel: 'Anderer Kanal für die nächsten Artikel; gepostete bleiben, wo sie sind',
      includeWords: 'Nur Artikel mit einem dieser Wörter: Fähre, Rathaus, Hafen* … oder none',
      excludeWords: 'Artikel mit einem dieser Wörter auslassen: Horoskop, Anzeige* … oder none',
      includeTopics: 'Nur Artikel zu einem dieser Themen, durch Kommas getrennt; oder none',
      excludeTopics: 'Artikel zu einem dieser Themen auslassen, durch Kommas getrennt; oder none',
      includeAuthors: 'Nur Artikel von einer dieser Personen, durch Kommas getrennt; oder none',
      excludeAuthors:
        'Artikel von einer dieser Personen auslassen, durch Kommas getrennt; oder none',
      mentionRoles: 'Rollen, die erwähnt werden, höchstens 5: @News @Sport … oder none',
      contentLine: 'Text über jedem Artikel: {template} … oder none',
      quietHours: 'Wann Artikel warten: 22-7, 22:00-07:00 Europe/Berlin … oder none',
      digest:
        'Viele Artikel in einer Nachricht: hourly, daily 8am, daily 08:00 Europe/Berlin … oder off',
      language: 'Sprache der Beschriftungen und Schaltflächen',
      catchUp: 'Höchstens so viele Artikel auf einmal posten, 1 bis 100',
      forumTag: 'Tag für Artikel, deren Themen zu keinem Tag des Forums passen; oder none',
      pollEvery: 'Wie oft er gelesen wird: 5m, 1h, 2 hours …',
      comments: 'Kommentare zu seinen Artikeln spiegeln',
      personas:
        'Neue Kommentare tragen Namen und Bild ihrer Verfasser (braucht „Webhooks verwalten“)',
      commentSelectors: 'CSS der Kommentare: comment: .post; author: .who; text: p … oder none',
      backlog: 'Wie viele Kommentare einer langen Diskussion, die neuesten: 100, 1000 … oder all',
      commentPeriod: 'Wie lange eine Diskussion offen bleibt: 3 days, 2w … never heißt immer',
      closingWarning: 'Wie lange vor dem Schließen es angekündigt wird: 1h, 30 min … oder none',
      openThread: 'Wann der Thread eines Artikels geöffnet wird',
      choices: {
        firstComment: 'mit dem ersten Kommentar',
        atOnce: 'zusammen mit dem Artikel',
      },
    },
    list: { description: 'Die Feeds dieses Servers auflisten' },
    show: {
      description: 'Einen Feed zeigen: Einstellungen, letzte Antwort, nächster Abruf, Fehler',
      feed: 'Der Feed, der gezeigt wird',
    },
    retry: {
      description: 'Einen Feed jetzt lesen, auch wenn er angehalten ist',
      feed: 'Der Feed, der gelesen wird',
    },
    remove: {
      description: 'Einen Feed nicht mehr posten und seine Diskussionen schließen',
      feed: 'Der Feed, der entfernt wird',
    },
    test: {
      description: 'Einen Feed lesen und nur dir seinen neuesten Artikel zeigen',
      url: 'Adresse eines Feeds oder ein Feed dieses Servers',
    },
    import: {
      description: 'Die Feeds einer OPML-Datei zu einem Kanal hinzufügen',
      file: 'OPML-Datei aus einem Feedreader',
      channel: 'Wo ihre Artikel gepostet werden (sonst: in diesem Kanal)',
      firstRun: 'Wie viele der neuesten Artikel jedes Feeds jetzt gepostet werden (sonst: 0)',
    },
    export: { description: 'Die Feeds dieses Servers als OPML-Datei herunterladen' },
  },
  settings: {
    description: 'Zeigen und ändern, wie Wirethread auf diesem Server arbeitet',
    show: { description: 'Die jetzigen Einstellungen zeigen' },
    set: {
      description: 'Einstellungen ändern. Was du weglässt, bleibt, wie es ist.',
      moderatorsChannel: 'Kanal für gemeldete Nachrichten und Warnungen',
      moderatorRole: 'Rolle, die über gemeldete Nachrichten entscheidet',
      seniorRole: 'Rolle, die über eskalierte Fälle entscheidet',
      alertRole:
        'Rolle, die bei dringenden und eskalierten Fällen benachrichtigt wird (sonst: keine)',
      alertEvery: 'Höchstens eine Benachrichtigung in so vielen Minuten (sonst: 15)',
      transparencyChannel: 'Kanal für eine Monatsübersicht aller Fälle, ohne Namen',
      timeZone: 'Zeitzone der Monatsübersicht, etwa Europe/Berlin (sonst: UTC)',
      language: 'Sprache von Karten, Warnungen und Hinweisen. Ein Feed hat seine eigene.',
      hideAfter: 'So viele Meldungen blenden einen Kommentar vorerst aus; 0: nie (sonst: 3)',
      reportsPerHour: 'Wie viele Nachrichten ein Mitglied pro Stunde melden kann (sonst: 10)',
      evidenceDays:
        'Nach wie vielen Tagen der Text eines geschlossenen Falls gelöscht wird (sonst: 30)',
    },
    clear: {
      description: 'Eine Einstellung auf ihren Standard zurücksetzen',
      setting: 'Die Einstellung, die zurückgesetzt wird',
    },
  },
  discussion: {
    description: 'Die Diskussion eines Artikels ansehen, schließen, wieder öffnen oder verlängern',
    story: 'Der Artikel. In seinem eigenen Thread weglassen.',
    status: { description: 'Zeigen, wie es um eine Diskussion steht und wann sie schließt' },
    close: { description: 'Eine Diskussion jetzt schließen und ihren Thread sperren' },
    reopen: {
      description: 'Eine geschlossene Diskussion wieder öffnen',
      for: 'Wie lange sie offen bleibt: 12h, 3d … (sonst: bis du sie schließt)',
    },
    extend: {
      description: 'Eine Diskussion länger offen lassen',
      by: 'Wie viel länger sie offen bleibt: 12h, 3d …',
    },
  },
  help: { description: 'Zeigen, was Wirethread tut und welche Befehle du nutzen kannst' },
};
