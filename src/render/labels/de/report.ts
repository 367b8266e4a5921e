import type { Translation } from '../compile.ts';
import type { report as english } from '../en/report.ts';

export const report: Translation<typeof english> = {
  reasons: {
    abuse: 'Beschimpfung, Beleidigung oder Drohung',
    offensive: 'Anstößig, hasserfüllt',
    'off-topic': 'Nicht zum Thema',
    spam: 'Spam oder Werbung',
    false: 'Falsch oder irreführend',
    'personal-information': 'Persönliche Daten von jemandem',
    illegal: 'Rechtswidriger Inhalt',
    other: 'Etwas anderes',
  },
  titles: {
    comment: 'Diesen Kommentar melden',
    message: 'Diese Nachricht melden',
    flag: 'Diese Nachricht melden',
    law: 'Rechtswidrig: welches Gesetz?',
  },
  labels: {
    reason: 'Was stimmt damit nicht?',
    details: 'Was sollte die Moderation wissen?',
    law: 'Gegen welches Gesetz verstößt es, und wie?',
    goodFaith: 'Erklärst du das nach bestem Wissen?',
  },
  hints: {
    details: 'Das liest nur die Moderation.',
    law: 'Nenne Land und Gesetz und zitiere die Stelle. Das liest nur die Moderation.',
    goodFaith: 'Du hältst deine Angaben für richtig und vollständig.',
  },
  placeholders: { reason: 'Grund wählen', goodFaith: 'Bitte bestätigen' },
  choices: { goodFaith: 'Ja, nach bestem Wissen stimmt es' },
  receipts: {
    opened:
      'Danke. Die Moderation hat deine Meldung als Fall {number}. `/flags mine` zeigt das Ergebnis. Niemand sieht, wer gemeldet hat.',
    joined:
      'Danke. Deine Meldung gehört jetzt zu Fall {number}, der auf die Moderation wartet. `/flags mine` zeigt das Ergebnis. Niemand sieht, wer gemeldet hat.',
    alreadyRuled:
      'Die Moderation hat über diesen Text schon in Fall {number} entschieden. Deine Meldung ist hinzugefügt. `/flags mine` zeigt das Ergebnis.',
    reportedBefore:
      'Du hast das schon gemeldet. Es ist Fall {number}. `/flags mine` zeigt das Ergebnis.',
  },
  law: {
    ask: 'Noch ein Schritt: Sag, gegen welches Gesetz es verstößt. Der Kommentar wird dann sofort ausgeblendet, bis die Moderation ihn gelesen hat.',
    askMessage:
      'Noch ein Schritt: Sag, gegen welches Gesetz es verstößt. Die leitende Moderation liest es zuerst. Wirethread könnte die Nachricht nur endgültig löschen, darum entscheidet ein Mensch.',
    hidden: 'Danke. Der Kommentar ist ausgeblendet, bis die Moderation Fall {number} gelesen hat.',
    noted: 'Danke. Die Moderation sieht es in Fall {number}.',
    before: 'Du hast das Gesetz schon genannt. Die Moderation hat es in Fall {number}.',
    unknown: 'Du hast in Fall {number} nichts gemeldet. Melde zuerst die Nachricht.',
    otherReason: 'In Fall {number} hast du einen anderen Grund als rechtswidrigen Inhalt genannt.',
    confirm:
      'Bestätige, dass du das nach bestem Wissen erklärst, und sende das Formular noch einmal.',
  },
  buttons: { law: 'Gesetz nennen' },
  outcomes: {
    open: 'wartet auf die Moderation',
    escalated: 'wartet auf die leitende Moderation',
    removed: 'die Nachricht wurde entfernt',
    hidden: 'die Nachricht wurde ausgeblendet',
    acted: 'die Moderation hat gehandelt',
    gone: 'der Kommentar wurde auf der Website gelöscht',
    noFault: 'die Moderation hat nichts beanstandet',
    ignored: 'die Moderation hat den Fall ohne Entscheidung geschlossen',
    duplicate: 'darüber wird in einem anderen Fall entschieden',
  },
  notified: {
    outcome: 'Deine Meldung auf **{server}** (Fall {number}): {outcome}.',
    about: 'Es ging um {about}.',
    more: '-# `/flags mine` auf dem Server zeigt alle deine Meldungen. Keine solchen Nachrichten mehr: `/privacy messages on:False`.',
  },
  commands: {
    flag: 'Der Moderation eine Nachricht über ihren Link melden',
    link: 'Link zur Nachricht (Rechtsklick → Nachrichtenlink kopieren)',
    reason: 'Was damit nicht stimmt',
    details: 'Was die Moderation wissen sollte',
  },
  refusals: {
    own: 'Das ist deine eigene Nachricht. Du kannst sie selbst löschen.',
    banned:
      'Die Moderation dieses Servers nimmt keine Meldungen mehr von dir an, darum wurde diese nicht gesendet. Hältst du das für einen Irrtum, schreib jemandem aus der Moderation.',
    tooMany: {
      one: 'Du hast in dieser Stunde {count} Nachricht gemeldet. Die Moderation hat sie; warte bitte, bevor du weitere meldest.',
      other:
        'Du hast in dieser Stunde {count} Nachrichten gemeldet. Die Moderation hat sie; warte bitte, bevor du weitere meldest.',
    },
    otherVersion:
      'Dieses Formular stammt aus einer anderen Version von Wirethread. Öffne es noch einmal und wähle einen Grund.',
    unseen: 'Diese Nachricht gibt es nicht, oder du kannst ihren Kanal nicht sehen.',
    deleted: 'Diese Nachricht ist schon gelöscht und braucht keine Meldung.',
    gone: 'Diesen Kommentar gibt es nicht mehr: Er braucht keine Meldung.',
    expired:
      'Die Diskussion dieses Kommentars ist lange vorbei, darum hat Wirethread ihn gelöscht und nimmt keine Meldung dazu an. Die Moderation kann die Nachricht in Discord löschen.',
    ownOld:
      'Wirethread speichert diese eigene Nachricht nicht mehr: Ihre Diskussion oder ihr Artikel ist lange vorbei. Die Moderation kann die Nachricht in Discord löschen.',
    botMessage:
      'Das ist eine Nachricht von Wirethread selbst. Melden kannst du Kommentare und Nachrichten von Mitgliedern. Ist ein Artikel falsch, schreib seiner Redaktion.',
    packed:
      'Diese Nachricht enthält viele Kommentare. Drück die Schaltfläche neben dem, den du meinst.',
    notLink:
      'Das ist kein Link zu einer Nachricht auf diesem Server. Klicke rechts auf die Nachricht, wähle „Nachrichtenlink kopieren“ und füge den Link ein.',
    noReason: 'Wähle einen der Gründe aus der Liste.',
  },
};
