import type { Translation } from '../compile.ts';
import type { discussions as english } from '../en/discussions.ts';

export const discussions: Translation<typeof english> = {
  states: {
    waiting: 'wartet auf ihren ersten Kommentar',
    open: 'ist offen',
    'closing-soon': 'ist offen, schließt aber bald',
    closing: 'schließt gerade, die letzten Kommentare werden gepostet',
    closed: 'ist geschlossen',
    detached: 'ist vorbei, weil ihr Thread gelöscht wurde',
    expired: 'ist vorbei, und ihre Kommentare sind nicht mehr gespeichert',
  },
  stateIs: 'Diese Diskussion {state}.',
  stateIn: 'Diese Diskussion {state} ({thread}).',
  closed:
    'Die Diskussion ist geschlossen. Sie hatte noch keine Kommentare, also bekommt sie keinen Thread.',
  closing:
    'Die Diskussion wird geschlossen. Wirethread postet die letzten Kommentare und sperrt dann den Thread.',
  reopened: 'Die Diskussion ist wieder offen, bis du `/discussion close` nutzt.',
  reopenedUntil: 'Die Diskussion ist wieder offen, bis {time}.',
  neverByFeed:
    'Nach der Regel ihres Feeds würde sie nie schließen. Soll sie offen bleiben, nutze `/discussion close`, dann `/discussion reopen` ohne `for`.',
  laterByFeed:
    'Nach der Regel ihres Feeds würde sie später schließen, am {time}. Soll das gelten, nutze `/discussion extend by:{duration}`.',
  extended: 'Die Diskussion bleibt offen bis {time}.',
  closesAt: 'Schließt am {time}.',
  noClosingTime: 'Sie schließt nicht von selbst.',
  lastError: 'Letzter Fehler: {error}',
  comments: {
    posted: {
      one: '{posted} von {count} Kommentar gepostet',
      other: '{posted} von {count} Kommentaren gepostet',
    },
    mirrored: { one: '{count} Kommentar gespiegelt', other: '{count} Kommentare gespiegelt' },
    mirroredOf: {
      one: '{mirrored} von {count} Kommentar auf der Website gespiegelt',
      other: '{mirrored} von {count} Kommentaren auf der Website gespiegelt',
    },
    leftOut: {
      one: '{mirrored}: {count} älterer ist ausgelassen, wegen der Einstellung `backlog` von `/feed edit`',
      other:
        '{mirrored}: {count} ältere sind ausgelassen, wegen der Einstellung `backlog` von `/feed edit`',
    },
    noMore: '{mirrored}: Die Quelle gibt nicht mehr her',
    waiting: {
      one: '{comments}, {count} Nachricht wartet auf das Senden.',
      other: '{comments}, {count} Nachrichten warten auf das Senden.',
    },
    allSent: '{comments}.',
    tooMany:
      'Die Seite hat sehr viele Kommentare: Wirethread liest jedes Mal die neuesten {read}, löscht hier keine der anderen und spiegelt höchstens {stored}.',
  },
  source: {
    none: 'Dieser Artikel hat keine Quelle für Kommentare.',
    elsewhere: 'Seine Kommentare stehen bei {system}, {reason}.',
    elsewhereAt: 'Seine Kommentare stehen bei {system}, {reason}: {address}.',
    is: 'Quelle der Kommentare: {source}.',
    foundBy: 'Quelle der Kommentare: {source} (Hinweis darauf: {clue}).',
    notRead: 'Noch nicht gelesen.',
    read: 'Zuletzt gelesen: {time}.',
    next: 'Nächster Abruf: {time}.',
    inPlaceOf:
      'Sie ersetzt diese Quelle, die gestört ist: {failing}. {reason} Nächster Versuch ({failing}): {time}.',
  },
  choice: {
    noStory:
      'Kein Artikel mit einer Diskussion hat „{words}“ in der Überschrift. Gib andere Wörter daraus ein oder wähle aus der Liste.',
    severalStories: 'Mehrere Artikel haben diese Wörter. Gib mehr von der Überschrift ein:',
    line: '{headline} in {channel}',
    more: { one: '… und {count} weiterer.', other: '… und {count} weitere.' },
  },
  refusals: {
    none: 'Hier ist keine Diskussion. Nutze den Befehl im Thread einer Diskussion oder wähle einen Artikel mit der Option `story`.',
    detached:
      'Diese Diskussion ist vorbei, weil ihr Thread gelöscht wurde. Ihre Kommentare werden nicht mehr gespiegelt; der Artikel bleibt.',
    expired:
      'Diese Diskussion ist lange vorbei, darum hat Wirethread die gespeicherten Kommentare gelöscht. Sie kann nicht wieder geöffnet werden. Der Thread und seine Nachrichten bleiben in Discord.',
    noClosingTime: 'Diese Diskussion schließt nicht von selbst und braucht keine Verlängerung.',
    ended: 'Diese Diskussion {state}. `/discussion reopen` öffnet sie wieder.',
    open: 'Es gibt nichts wieder zu öffnen: Diese Diskussion {state}.',
  },
};
