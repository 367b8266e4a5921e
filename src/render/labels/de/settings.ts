import type { Translation } from '../compile.ts';
import type { settings as english } from '../en/settings.ts';

export const settings: Translation<typeof english> = {
  noChannel:
    'Fälle und Warnungen: noch kein Kanal. Wähle einen: `/settings set moderators-channel:#…`',
  channel: 'Fälle und Warnungen: {channel}',
  waiting: {
    one: '{count} Warnung wartet, bis du einen Kanal wählst',
    other: '{count} Warnungen warten, bis du einen Kanal wählst',
  },
  trouble: 'Dort kann nichts gepostet werden: {reason}',
  moderators: 'Moderation: Mitglieder mit „Nachrichten verwalten“',
  moderatorsOr: 'Moderation: Mitglieder mit „Nachrichten verwalten“ oder {role}',
  seniors: 'Eskalierte Fälle: Mitglieder mit „Server verwalten“',
  seniorsOr: 'Eskalierte Fälle: Mitglieder mit „Server verwalten“ oder {role}',
  noAlertRole:
    'Dringende Fälle benachrichtigen niemanden. Wähle eine Rolle: `/settings set alert-role:@…`',
  alertRole: {
    one: 'Dringende und eskalierte Fälle benachrichtigen {role}, höchstens einmal in {count} Minute',
    other:
      'Dringende und eskalierte Fälle benachrichtigen {role}, höchstens einmal in {count} Minuten',
  },
  language: 'Sprache von Karten, Warnungen und Hinweisen: {language}',
  neverHides: 'Meldungen blenden keinen Kommentar aus',
  hides: {
    one: 'Nach {count} Meldung wird ein Kommentar ausgeblendet, bis die Moderation entscheidet',
    other: 'Nach {count} Meldungen wird ein Kommentar ausgeblendet, bis die Moderation entscheidet',
  },
  reportsPerHour: {
    one: 'Ein Mitglied kann {count} Nachricht pro Stunde melden',
    other: 'Ein Mitglied kann {count} Nachrichten pro Stunde melden',
  },
  evidence: {
    one: 'Der Text eines geschlossenen Falls wird nach {count} Tag gelöscht',
    other: 'Der Text eines geschlossenen Falls wird nach {count} Tagen gelöscht',
  },
  summary: 'Jeden Monat kommt eine Übersicht in {channel}, nach dem Kalender von {zone}',
  noSummary: 'Keine Monatsübersicht für alle. Einschalten: `/settings set transparency-channel:#…`',
  badZone:
    '`time-zone` kann nicht „{zone}“ sein: Schreibe den Namen eines Ortes, etwa Europe/Berlin, America/Sao_Paulo oder UTC.',
  unknown: 'Diese Einstellung gibt es nicht. Wähle eine aus der Liste.',
  nothing: 'Du hast nichts zu ändern angegeben. Fülle mindestens eine Option aus.',
  hiddenCommands:
    'Discord zeigt `/rules`, `/discussion` und `/audit` nur Mitgliedern mit „Nachrichten verwalten“. Erlaube sie für {role} unter Servereinstellungen → Integrationen → Wirethread.',
  openChannel:
    'Alle können {channel} lesen: Karten dort zeigen gemeldete Nachrichten und nennen, wer sie gemeldet hat. Nimm @everyone in den Berechtigungen des Kanals „Kanal ansehen“ weg oder wähle einen anderen Kanal.',
};
