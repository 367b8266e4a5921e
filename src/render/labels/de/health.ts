import type { Translation } from '../compile.ts';
import type { health as english } from '../en/health.ts';

export const health: Translation<typeof english> = {
  fine: 'Alles in Ordnung: Rechte, Feeds, Kanäle und Threads dieses Servers wurden geprüft.',
  heading: {
    one: '{count} Punkt braucht deine Aufmerksamkeit:',
    other: '{count} Punkte brauchen deine Aufmerksamkeit:',
  },
  permissions:
    'In {channel} fehlen dem Bot Rechte: {permissions}. Gib sie seiner Rolle in den Einstellungen des Kanals unter „Berechtigungen“.',
  noChannel:
    'Der Kanal {channel} wurde gelöscht, oder der Bot sieht ihn nicht. Gib ihm dort „Kanal anzeigen“, oder nimm `/feed edit` oder `/feed remove` für seine Feeds.',
  noModeratorsChannel:
    'Es ist kein Kanal für Moderatoren eingestellt, also bekommt niemand Hinweise und Meldungen. Nimm `/settings set moderators-channel:`.',
  channelPaused:
    'In {channel} wird seit {time} nichts gepostet, weil Discord es ablehnt: {reason}. Behebe das, dann folgen die wartenden Nachrichten von selbst.',
  feedFailing:
    'Der Feed {feed} schlägt seit {time} fehl: {reason}. Er wird weiter versucht. Mehr sagt `/feed show`.',
  feedPaused:
    'Der Feed {feed} wird nicht mehr gelesen: {reason}. Starte ihn mit `/feed retry` neu, oder nimm `/feed remove`.',
  manyThreads: {
    one: '{count} von höchstens {most} Threads ist aktiv. Archiviere Threads, oder kürze die Kommentarzeit mit `/feed edit`.',
    other:
      '{count} von höchstens {most} Threads sind aktiv. Archiviere Threads, oder kürze die Kommentarzeit mit `/feed edit`.',
  },
  commands: { description: 'Rechte, Feeds, Kanäle und Threads prüfen und sagen, was zu tun ist' },
};
