import type { Translation } from '../compile.ts';
import type { units as english } from '../en/units.ts';

export const units: Translation<typeof english> = {
  seconds: { one: '{count} segundo', other: '{count} segundos' },
  minutes: { one: '{count} minuto', other: '{count} minutos' },
  hours: { one: '{count} hora', other: '{count} horas' },
  days: { one: '{count} dia', other: '{count} dias' },
  everySecond: { one: 'a cada segundo', other: 'a cada {count} segundos' },
  everyMinute: { one: 'a cada minuto', other: 'a cada {count} minutos' },
  everyHour: { one: 'a cada hora', other: 'a cada {count} horas' },
  everyDay: { one: 'a cada dia', other: 'a cada {count} dias' },
  andMore: { one: '… e mais {count}.', other: '… e mais {count}.' },
};
