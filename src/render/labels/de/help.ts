import type { Translation } from '../compile.ts';
import type { help as englishHelp, steps as englishSteps } from '../en/help.ts';

export const help: Translation<typeof englishHelp> = {
  readers: {
    about: '**Wirethread** bringt Nachrichten und ihre Diskussion auf diesen Server.',
    stories:
      'Jeder Artikel nennt, wer ihn gemacht hat, und führt zu seiner Quelle. Kommentare vom Artikel erscheinen in seinem Thread. Was du hier schreibst, bleibt in Discord.',
    report:
      '- *Missbrauch melden* unter einem Kommentar meldet ihn der Moderation. Niemand sieht, wer gemeldet hat.',
    flag: '- `/flag` meldet jede Nachricht über ihren Link, auch in einer geschlossenen Diskussion.',
    flagCommand: '- Rechtsklick auf eine Nachricht → Apps → **Flag message**: melden',
    flags:
      '- `/flags mine` zeigt, was aus deinen Meldungen wurde; `/flags appeal` widerspricht einer Entscheidung.',
    privacy: '- `/privacy show | delete | messages`: was über dich gespeichert ist',
  },
  moderators: {
    heading: 'Für die Moderation',
    flagMessage: '- Rechtsklick auf eine Nachricht → Apps → **Flag message**: einen Fall eröffnen',
    flags:
      '- `/flags queue | next | show | stats`: Fälle, die auf eine Entscheidung warten. Entscheide mit den Schaltflächen ihrer Karten.',
    audit:
      '- `/audit list | summary | export`: wer wann was getan hat; als Datei für leitende Moderation',
    discussion:
      '- `/discussion status | close | reopen | extend | slow-mode`: am besten im Thread eines Artikels',
    mute: '- `/discussion mute | unmute | muted`, oder Rechtsklick auf einen Kommentar → Apps → **Mute this author**: wessen Kommentare dieser Server nicht zeigt',
    reporters: '- `/flags ban-reporter | unban-reporter | banned-reporters`: wer nicht melden darf',
    rules:
      '- `/rules list | add-words | add-link | remove | try | first-comment | repeat-offender | slow-mode`: Kommentare melden oder ausblenden, bevor Menschen es tun',
  },
  managers: {
    heading: 'Für die Serververwaltung',
    feed: '- `/feed add | list | show | retry | remove | test`: die Feeds und ihr Zustand',
    edit: '- `/feed edit`: Filter, Rollen, Text über Artikeln, Ruhezeiten, Sammelnachricht, Sprache, Kanal …, mit Vorschau',
    health: '- `/health`: Rechte, Feeds, Kanäle und Threads werden geprüft',
    files: '- `/feed import | export`: viele Feeds auf einmal, als OPML',
    settings:
      '- `/settings show | set | clear`: Kanal und Rollen der Moderation, Sprache, Grenzen für Meldungen',
  },
  toDo: '**Als Nächstes:**',
  welcome:
    'Hallo! **Wirethread** postet auf diesem Server die Nachrichten von Feeds, und in ihren Threads die Kommentare zu jedem Artikel. Zum Start macht jemand mit „Server verwalten“ Folgendes:',
  later: 'Später zeigt `/help` alle Befehle und was noch zu tun ist.',
};

export const steps: Translation<typeof englishSteps> = {
  addFeed:
    'Füge einen Feed hinzu: `/feed add url:https://… channel:#…`. Die Adresse der Website einer Zeitung genügt: Ihr Feed wird gefunden.',
  giveRole:
    'Gib der Rolle von Wirethread {permissions}, unter Servereinstellungen → Rollen oder in den Kanälen, in denen es postet.',
  chooseChannel:
    'Wähle, wohin Meldungen und Warnungen gehen, einen Kanal, den nur die Moderation liest: `/settings set moderators-channel:#…`',
  moderatorsLack:
    'Meldungen und Warnungen können nicht in {channel} gepostet werden: Gib der Rolle von Wirethread dort {permissions} oder wähle einen anderen Kanal: `/settings set moderators-channel:#…`',
  moderatorsTrouble:
    'Meldungen und Warnungen können nicht in {channel} gepostet werden: {reason} Wähle einen anderen Kanal: `/settings set moderators-channel:#…`',
  channelLacks:
    'Artikel können nicht in {channel} gepostet werden: Gib der Rolle von Wirethread dort {permissions} oder verlege die Feeds des Kanals mit `/feed edit`, Option `channel`.',
  paused: '<{address}> ist angehalten. Den Grund zeigt `/feed show feed:{address}`',
};
