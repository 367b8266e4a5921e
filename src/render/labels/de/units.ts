import type { Translation } from '../compile.ts';
import type { units as english } from '../en/units.ts';

export const units: Translation<typeof english> = {
  seconds: { one: '{count} Sekunde', other: '{count} Sekunden' },
  minutes: { one: '{count} Minute', other: '{count} Minuten' },
  hours: { one: '{count} Stunde', other: '{count} Stunden' },
  days: { one: '{count} Tag', other: '{count} Tage' },
  everySecond: { one: 'jede Sekunde', other: 'alle {count} Sekunden' },
  everyMinute: { one: 'jede Minute', other: 'alle {count} Minuten' },
  everyHour: { one: 'jede Stunde', other: 'alle {count} Stunden' },
  everyDay: { one: 'jeden Tag', other: 'alle {count} Tage' },
  andMore: { one: '… und {count} weitere Zeile.', other: '… und {count} weitere.' },
};
