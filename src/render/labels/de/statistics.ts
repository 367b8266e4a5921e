import type { Translation } from '../compile.ts';
import type { statistics as english } from '../en/statistics.ts';

export const statistics: Translation<typeof english> = {
  commands: {
    stats: 'Für die Moderation: wie viele Fälle eröffnet und entschieden wurden, und wie schnell',
    days: 'Der letzten Tage (sonst: 30)',
  },
  heading: { one: 'Fälle des letzten Tages', other: 'Fälle der letzten {count} Tage' },
  opened: '🟦 Eröffnet: {opened}',
  ruled: '🟧 Entschieden: {ruled}',
  waiting: 'Warten jetzt: {waiting}',
  reopened: 'Wieder eröffnet: {reopened}',
  appeals: 'Widersprüche: {appeals}',
  illegal: 'Meldungen rechtswidriger Inhalte: {count}',
  median: 'Zeit bis zur Entscheidung (Median): {duration}',
  noRulings: 'Keine Entscheidungen',
  rulings: 'Entscheidungen: {list}',
  removedFor: 'Entfernt wegen: {list}',
  part: '{name} {count}',
  accuracy: 'Berechtigte Meldungen: {percent} von {count}',
  perDay: 'Das Diagramm zählt nach Tagen, in UTC.',
  perWeek: 'Das Diagramm zählt nach Wochen, in UTC.',
  chart: 'Balkendiagramm eröffneter Fälle und Entscheidungen. {list}',
  chartPart: '{date}: {opened} eröffnet, {ruled} entschieden',
  chartNothing: 'Es ist nichts geschehen.',
  reasons: {
    abuse: 'Beschimpfung',
    offensive: 'anstößig',
    'off-topic': 'nicht zum Thema',
    spam: 'Spam',
    false: 'irreführend',
    'personal-information': 'persönliche Daten',
    illegal: 'rechtswidriger Inhalt',
    other: 'etwas anderes',
  },
};
