import type { Translation } from '../compile.ts';
import type { units as english } from '../en/units.ts';

export const units: Translation<typeof english> = {
  seconds: { one: '{count} seconde', other: '{count} secondes' },
  minutes: { one: '{count} minute', other: '{count} minutes' },
  hours: { one: '{count} heure', other: '{count} heures' },
  days: { one: '{count} jour', other: '{count} jours' },
  everySecond: { one: 'chaque seconde', other: 'toutes les {count} secondes' },
  everyMinute: { one: 'chaque minute', other: 'toutes les {count} minutes' },
  everyHour: { one: 'chaque heure', other: 'toutes les {count} heures' },
  everyDay: { one: 'chaque jour', other: 'tous les {count} jours' },
  andMore: { one: '… et {count} de plus.', other: '… et {count} de plus.' },
};
