import type { Translation } from '../compile.ts';
import type { rulings as english } from '../en/rulings.ts';

export const rulings: Translation<typeof english> = {
  removed: 'Deine Nachricht in {channel} auf **{server}** wurde entfernt.',
  warned:
    'Deine Nachricht in {channel} auf **{server}** hat gegen die Regeln verstoßen. Das ist eine Verwarnung.',
  timedOut: 'Deine Nachricht in {channel} auf **{server}** hat gegen die Regeln verstoßen.',
  namelessServer: 'einem Discord-Server',
  messageRemoved: 'Die Nachricht wurde entfernt.',
  silentUntil: 'Du kannst auf dem Server bis {time} nicht schreiben.',
  reportedAs: 'Gemeldet als: {reasons}',
  moderatorsWrite: 'Die Moderation schreibt: {reason}',
  byModerator: 'Die Moderation des Servers hat das {time} entschieden (Fall {number}).',
  bySenior: 'Die leitende Moderation des Servers hat das {time} entschieden (Fall {number}).',
  appealPossible:
    'Hältst du das für falsch, drück **Widersprechen** oder nutze `/flags appeal case:{number}` auf dem Server. Darüber entscheidet jemand anderes aus der Moderation.',
  appealMade:
    'Du hast widersprochen. Jemand anderes aus der Moderation entscheidet, und du erfährst es hier.',
  undone:
    'Die Moderation von **{server}** hat ihre Entscheidung über deine Nachricht zurückgenommen (Fall {number}). Eine gelöschte Nachricht lässt sich nicht wiederherstellen.',
  appealed: 'Dein Widerspruch vom {date} in Fall {number} auf **{server}**: {outcome}',
  outcomes: {
    stands:
      'Jemand anderes aus der Moderation hat es geprüft, und die Entscheidung bleibt. Das ist endgültig.',
    takenBack:
      'Jemand anderes aus der Moderation hat es geprüft und die Entscheidung zurückgenommen. Eine gelöschte Nachricht lässt sich nicht wiederherstellen.',
    waits: 'Es wird noch einmal geprüft.',
  },
  commands: {
    appeal: 'Einmal gegen eine Entscheidung über deine Nachricht widersprechen',
    case: 'Die Nummer des Falls aus der privaten Nachricht über die Entscheidung',
  },
  buttons: { appeal: 'Widersprechen' },
  titles: { appeal: 'Widerspruch in Fall {number}' },
  labels: { appeal: 'Warum ist die Entscheidung falsch?' },
  hints: { appeal: 'Das liest, wer darüber entscheidet. Ein Widerspruch ist möglich.' },
  askAppeal:
    'In Fall {number} kannst du einmal widersprechen. Es entscheidet jemand anderes als zuvor.',
  receipt:
    'Dein Widerspruch liegt bei der Moderation. Es entscheidet jemand anderes als zuvor, und du erfährst es in einer privaten Nachricht, wenn du solche annimmst, oder mit `/flags appeal case:{number}`.',
  refusals: {
    notYours:
      'In Fall {number} geht es nicht um eine Nachricht von dir. Die private Nachricht über die Entscheidung nennt ihren Fall.',
    noRuling: 'In diesem Fall gibt es keine Entscheidung gegen dich, also nichts zu widersprechen.',
    waits: 'Dein Widerspruch liegt bei der Moderation. Es entscheidet jemand anderes als zuvor.',
    stands:
      'Jemand anderes aus der Moderation hat deinen Widerspruch geprüft: Die Entscheidung bleibt. Das ist endgültig.',
    expired:
      'Der Text deiner Nachricht ist inzwischen gelöscht, wie es die Einstellungen des Servers verlangen; niemand kann ihn mehr beurteilen.',
    otherServer: 'Diese Schaltfläche stammt von einem Server, den Wirethread verlassen hat.',
  },
};
