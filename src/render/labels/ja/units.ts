import type { Translation } from '../compile.ts';
import type { units as english } from '../en/units.ts';

export const units: Translation<typeof english> = {
  seconds: { other: '{count} 秒' },
  minutes: { other: '{count} 分' },
  hours: { other: '{count} 時間' },
  days: { other: '{count} 日' },
  everySecond: { other: '{count} 秒ごとに' },
  everyMinute: { other: '{count} 分ごとに' },
  everyHour: { other: '{count} 時間ごとに' },
  everyDay: { other: '{count} 日ごとに' },
  andMore: { other: '… ほか {count} 件。' },
};
