import type { Translation } from '../compile.ts';
import type { summary as english } from '../en/summary.ts';

export const summary: Translation<typeof english> = {
  heading: 'Moderation im {month}',
  opened: 'Eröffnete Fälle: {count}',
  closed: 'Geschlossene Fälle: {count}',
  upheld: 'Gegen die Regeln: {count}',
  dismissed: 'Nichts zu beanstanden oder nicht mehr da: {count}',
  removed: 'Entfernt wegen: {list}',
  part: '{name} ({count})',
  otherReasons: 'andere Gründe',
  appeals: 'Widersprüche: {count}',
  illegal: 'Meldungen rechtswidriger Inhalte: {count}',
  median: 'Zeit bis zur Entscheidung (Median): {duration}',
  none: '0',
  few: 'weniger als 5',
  about: 'etwa {count}',
  rounding:
    'Die Zahlen sind auf Fünfer gerundet, und weniger als 5 wird nicht gezählt: So verraten sie nichts über einzelne Personen.',
  commands: {
    summary: 'Die Monatsübersicht vor allen anderen sehen',
    month: 'Welcher Monat (sonst: dieser Monat bis jetzt)',
  },
  choices: { current: 'dieser Monat bis jetzt', last: 'letzter Monat' },
  previewOf: 'Das wird am {time} in {channel} gepostet, mit den Zahlen des ganzen Monats:',
  previewLast: 'Das stünde in der Übersicht für {month}:',
  off: 'Es wird keine Übersicht gepostet. Wer den Server verwaltet, schaltet sie ein: `/settings set transparency-channel:#…`. Darin stünde:',
};
