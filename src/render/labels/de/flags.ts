import type { Translation } from '../compile.ts';
import type { flags as english } from '../en/flags.ts';

export const flags: Translation<typeof english> = {
  commands: {
    flags: 'Die gemeldeten Nachrichten, ein Fall oder deine eigenen Meldungen',
    queue: 'Für die Moderation: Fälle, die warten oder entschieden sind',
    state: 'Welche Fälle (sonst: die wartenden)',
    reason: 'Nur Fälle mit einer Meldung aus diesem Grund',
    channel: 'Nur Fälle in diesem Kanal',
    feed: 'Nur Fälle aus den Diskussionen dieses Feeds',
    mineOnly: 'Nur Fälle, die du übernommen hast',
    show: 'Für die Moderation: die Karte eines Falls, um zu entscheiden',
    case: 'Die Nummer des Falls, wie in /flags queue',
    next: 'Für die Moderation: nacheinander der dringendste Fall, den niemand bearbeitet',
    mine: 'Was aus deinen Meldungen der letzten 30 Tage wurde',
    choices: {
      waiting: 'Wartend',
      open: 'Offen',
      escalated: 'Eskaliert',
      upheld: 'Bestätigt: entfernt, ausgeblendet, verwarnt, Auszeit',
      dismissed: 'Abgewiesen',
    },
  },
  case: 'Fall {number}',
  cases: { one: '{count} Fall', other: '{count} Fälle' },
  none: 'Kein Fall wartet auf eine Entscheidung.',
  noneSuch: 'Kein Fall passt zu diesen Filtern.',
  noCards:
    'Fälle haben noch keine Karten: Wähle dafür einen Kanal mit `/settings set moderators-channel`.',
  cardsRefused:
    'In {channel} kann keine Karte gepostet werden: {reason}. Gib Wirethread dort Zugang oder wähle einen anderen Kanal mit `/settings set moderators-channel`.',
  escalatedWait: {
    one: '{count} eskalierter Fall wartet auf die leitende Moderation.',
    other: '{count} eskalierte Fälle warten auf die leitende Moderation.',
  },
  pageOf: '{cases}, Seite {page} von {pages}',
  line: {
    case: '**Fall {number}**',
    escalated: '**eskaliert**',
    urgency: 'Dringlichkeit: {urgency}',
    opened: 'eröffnet {time}',
    claimed: 'übernommen von {member}',
    message: 'Nachricht',
    card: 'Karte',
  },
  queue: {
    placeholders: { choose: 'Fälle wählen, um zusammen zu entscheiden' },
    buttons: {
      previous: 'Vorige Seite',
      next: 'Nächste Seite',
      all: 'Alle dieser Seite wählen',
      remove: 'Entfernen',
      hide: 'Ausblenden',
      'no-fault': 'Abweisen',
      ignored: 'Ignorieren',
      escalate: 'Eskalieren',
    },
    labels: { ruled: 'Erledigt: Fälle {numbers}' },
    refused: 'Fall {number}: {reason}',
    noneChosen: 'Wähle zuerst die Fälle im Menü.',
  },
  mine: {
    none: 'Du hast in den letzten 30 Tagen nichts gemeldet.',
    line: 'Fall {number}, gemeldet {time} · {what}: {outcome}',
    deleted: 'Fall {number}, gemeldet {time}: gelöscht',
  },
  noneLeft: 'Kein Fall wartet auf dich. Danke.',
  aText: 'ein Text',
  by: '{text} von {author}',
  byAt: '{text} von {author}, bei „{headline}“',
  byInChannel: '{text} von {author}, in {channel}',
  noSuchCase: 'Fall {number} gibt es hier nicht. Sieh unter `/flags queue` nach.',
  otherVersion:
    'Diese Karte stammt aus einer anderen Version von Wirethread. Nutze `/flags queue`.',
  refused: {
    ruledBefore: 'Über Fall {number} wurde vor dir entschieden. {ruling}',
    claimed:
      '{member} hat Fall {number} {time} übernommen. Das steht jetzt auf der Karte: Willst du trotzdem entscheiden, tu es dort.',
    changed:
      'Der Fall hat sich geändert, seit du ihn sahst. Lies die Karte noch einmal und entscheide dann.',
    textChanged:
      'Dieser Kommentar wurde nach der Meldung bearbeitet. Seine Karte zeigt jetzt beide Texte: Lies sie noch einmal und entscheide dann.',
    escalatedByReport:
      'Fall {number} ist schon eskaliert: Er wurde als rechtswidriger Inhalt gemeldet.',
    escalatedBefore: '{member} hat Fall {number} {time} eskaliert.',
    needsSenior:
      'Dieser Fall ist eskaliert: Entscheiden kann, wer „Server verwalten“ oder die Rolle der leitenden Moderation aus `/settings` hat.',
    needsReason: 'Eine Entscheidung über einen eskalierten Fall braucht einen Grund.',
    escalateWhy: 'Sag warum: Die leitende Moderation liest es auf der Karte.',
    ownRuling:
      'Das ist ein Widerspruch gegen deine eigene Entscheidung. Jemand anderes aus der Moderation entscheidet.',
    nothingToUndo:
      'Über diesen Fall ist noch nicht entschieden, also gibt es nichts zurückzunehmen.',
    noMember:
      'Wer diesen Kommentar schrieb, ist nicht Mitglied dieses Servers und kann weder verwarnt werden noch eine Auszeit bekommen. Entferne den Kommentar, blende ihn aus oder schalte den Verfasser stumm.',
    noHiding:
      'Die Nachricht eines Mitglieds lässt sich nicht ausblenden: Discord erlaubt nur das Löschen. Drück *Entfernen*.',
    expired:
      'Die Diskussion dieses Kommentars ist lange vorbei, darum hat Wirethread ihn gelöscht. Diese Entscheidung lässt sich nicht mehr zurücknehmen.',
    ownDuplicate: 'Ein Fall kann nicht sich selbst doppeln. Gib die Nummer des anderen ein.',
    notANumber: 'Das ist keine Fallnummer. Sie steht oben auf jeder Karte: Für Fall 12 gib 12 ein.',
  },
  modal: {
    titles: {
      remove: 'Fall {number}: entfernen',
      hide: 'Fall {number}: ausblenden',
      warn: 'Fall {number}: Mitglied verwarnen',
      timeout: 'Fall {number}: Auszeit verhängen',
      'no-fault': 'Fall {number}: abweisen',
      ignored: 'Fall {number}: ignorieren',
      duplicate: 'Fall {number}: doppelt',
      void: 'Fall {number}: auf der Website gelöscht',
      escalate: 'Fall {number}: eskalieren',
      undo: 'Fall {number}: zurücknehmen',
      bulk: { one: 'Über {count} Fall entscheiden', other: 'Über {count} Fälle entscheiden' },
    },
    labels: {
      reason: 'Grund',
      duration: 'Wie lange?',
      message: 'Was geschieht mit der Nachricht?',
      original: 'Nummer des anderen Falls',
    },
    hints: {
      reason: 'Er steht im Protokoll und auf der Karte.',
      deletion: 'Die Nachricht wird endgültig gelöscht. Die Karte zeigt den Grund.',
    },
    choices: { keep: 'Sie bleibt', delete: 'Löschen; das ist endgültig' },
  },
  acts: {
    muted: {
      one: '{author} ist auf diesem Server stummgeschaltet, {count} Kommentar ist ausgeblendet. `/discussion unmute` zeigt ihn wieder.',
      other:
        '{author} ist auf diesem Server stummgeschaltet, {count} Kommentare sind ausgeblendet. `/discussion unmute` zeigt sie wieder.',
    },
    mutedBefore: '{author} ist auf diesem Server schon stummgeschaltet.',
    closing:
      'Die Diskussion wird geschlossen. Wirethread postet die letzten Kommentare und sperrt dann den Thread. `/discussion reopen` öffnet sie wieder.',
    staysDeleted:
      'Die Entscheidung ist zurückgenommen. Eine in Discord gelöschte Nachricht lässt sich nicht wiederherstellen.',
    ended: 'Diese Diskussion ist schon geschlossen.',
    publisher:
      'Öffne den Kommentar auf seiner Website und melde ihn dort. Drück dann *Habe ich gemeldet*: Die Karte sagt es, und auch, wann der Kommentar weg ist.',
    publisherMarked:
      'Fall {number} ist als der Redaktion gemeldet vermerkt. Die Karte sagt, wann der Kommentar weg ist.',
    ruled: 'Fall {number}: {state}.',
    buttons: { sent: 'Habe ich gemeldet' },
  },
  timeout: {
    'not-a-member': 'Dieses Mitglied hat den Server verlassen, eine Auszeit ist nicht möglich.',
    exempt: 'Discord erlaubt keine Auszeit für Eigentümer und Administratoren eines Servers.',
    'missing-permission':
      'Wirethread fehlt die Berechtigung „Mitglieder moderieren“, die eine Auszeit braucht. Gib sie seiner Rolle in den Servereinstellungen und entscheide dann noch einmal. Nichts ist geändert.',
    'higher-role':
      'Dieses Mitglied hat eine höhere Rolle als Wirethread. Schiebe Wirethreads Rolle in den Servereinstellungen darüber und entscheide dann noch einmal. Nichts ist geändert.',
    yourself:
      'Für eine Auszeit brauchst du die Berechtigung „Mitglieder moderieren“ oder die Moderationsrolle aus `/settings`. Nichts ist geändert.',
  },
};
