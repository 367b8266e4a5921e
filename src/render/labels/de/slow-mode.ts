import type { Translation } from '../compile.ts';
import type { slowMode as english } from '../en/slow-mode.ts';

export const slowMode: Translation<typeof english> = {
  commands: {
    discussion: 'Jedes Mitglied in dieser Diskussion zwischen zwei Nachrichten warten lassen',
    every: 'Wie lange jedes Mitglied zwischen zwei Nachrichten wartet',
    for: 'Wie lange es gilt, etwa 15m oder 2h; danach wie vorher (sonst: bis du es änderst)',
    rule: 'Eine Diskussion bremsen, wenn Mitglieder sehr viel schreiben oder melden',
    messages: 'Ab so vielen Nachrichten von Mitgliedern in einer Minute (sonst: 20)',
    reports: 'Ab so vielen Meldungen zu Nachrichten von Mitgliedern in zehn Minuten',
    ruleFor: 'Wie lange es gilt, etwa 1h (sonst: 15m)',
  },
  choices: { off: 'Aus' },
  set: 'In {thread} wartet jedes Mitglied jetzt {every} zwischen zwei Nachrichten. Wer die Berechtigung „Slowmode umgehen“ hat, wartet nicht.',
  off: 'In {thread} ist der Slowmode aus.',
  thenOff: 'Er endet {time}.',
  thenBack: 'Das endet {time}; dann sind es wieder {every}, wie vorher.',
  status: 'Slowmode: {every} zwischen zwei Nachrichten eines Mitglieds, bis {time}.',
  refused: {
    noThread: 'Diese Diskussion hat noch keinen Thread, also schreibt niemand darin.',
    closed:
      'Diese Diskussion ist geschlossen, also schreibt niemand darin. Öffne sie zuerst wieder mit `/discussion reopen`.',
    permission:
      'Wirethread darf den Slowmode in {thread} nicht ändern. Gib ihm im Kanal des Threads „Threads verwalten“ und nutze dann den Befehl noch einmal.',
    tooLong: 'Das ist zu lang: höchstens 30d. Lass `for` weg, damit es gilt, bis du es änderst.',
  },
  ruleSet:
    'Ab jetzt gilt: {rule}. Ein Slowmode, den ein Mensch eingestellt hat, bleibt. Die Moderation beendet ihn mit `/discussion slow-mode every:Off`.',
  ruleOff:
    'Ab jetzt bremst keine Regel mehr eine Diskussion. Wo es schon so ist, endet es zu seiner Zeit.',
  line: '{why}: Slowmode von {every} in dieser Diskussion (Dauer: {duration})',
  causes: {
    messages: {
      one: '{count} Nachricht von Mitgliedern in einer Minute',
      other: '{count} Nachrichten von Mitgliedern in einer Minute',
    },
    reports: {
      one: '{count} Meldung zu Nachrichten von Mitgliedern in zehn Minuten',
      other: '{count} Meldungen zu Nachrichten von Mitgliedern in zehn Minuten',
    },
  },
  either: '{first} oder {second}',
};
