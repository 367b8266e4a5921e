import type { Translation } from '../compile.ts';
import type { units as english } from '../en/units.ts';

export const units: Translation<typeof english> = {
  seconds: { one: '{count} segundo', other: '{count} segundos' },
  minutes: { one: '{count} minuto', other: '{count} minutos' },
  hours: { one: '{count} hora', other: '{count} horas' },
  days: { one: '{count} día', other: '{count} días' },
  everySecond: { one: 'cada segundo', other: 'cada {count} segundos' },
  everyMinute: { one: 'cada minuto', other: 'cada {count} minutos' },
  everyHour: { one: 'cada hora', other: 'cada {count} horas' },
  everyDay: { one: 'cada día', other: 'cada {count} días' },
  andMore: { one: '… y {count} más.', other: '… y {count} más.' },
};
