import type { Translation } from '../compile.ts';
import type { caseNotes as english } from '../en/case-notes.ts';

export const caseNotes: Translation<typeof english> = {
  ping: '{role} Fall {number} ist dringend: {card}',
  pingMore: {
    one: '{count} weiterer dringender Fall wartet: `/flags queue`',
    other: '{count} weitere dringende Fälle warten: `/flags queue`',
  },
  reporter: '{member} (mit {upheld} von {count} Meldungen im Recht, zählt {weight} %)',
  fullReporter: '{member} (mit {upheld} von {count} Meldungen im Recht)',
  rule: 'Von einer Regel des Servers gemeldet: {rules}',
  law: 'Jemand nennt nach bestem Wissen das Gesetz: „{text}“',
  appeal:
    'Widerspruch {time} gegen die Entscheidung von {moderator}; darüber entscheidet jemand anderes: „{text}“',
  appealExpired: 'Widerspruch {time} gegen die Entscheidung von {moderator}.',
  notified: 'Wer es schrieb, hat die Entscheidung in einer privaten Nachricht erfahren.',
  notNotified:
    'Wer es schrieb, konnte die Entscheidung nicht erfahren: Discord stellt keine private Nachricht von Wirethread zu.',
  approved:
    'Die Moderation hat an diesem Text schon einmal nichts beanstandet: Er braucht mehr Meldungen, um ausgeblendet zu werden.',
};
