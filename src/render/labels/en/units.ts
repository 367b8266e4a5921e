/** Amounts, in the middle of a sentence. */
export const units = {
  seconds: { one: '{count} second', other: '{count} seconds' },
  minutes: { one: '{count} minute', other: '{count} minutes' },
  hours: { one: '{count} hour', other: '{count} hours' },
  days: { one: '{count} day', other: '{count} days' },
  everySecond: { one: 'every second', other: 'every {count} seconds' },
  everyMinute: { one: 'every minute', other: 'every {count} minutes' },
  everyHour: { one: 'every hour', other: 'every {count} hours' },
  everyDay: { one: 'every day', other: 'every {count} days' },
  /** The end of a list that was cut. */
  andMore: { one: '… and {count} more.', other: '… and {count} more.' },
} as const;
