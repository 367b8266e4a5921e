import { dayMs } from './duration.ts';

/** A way to write dates, and the same date as the parser of publication dates reads it. */
interface Form {
  name: string;
  written: RegExp;
  plain: (...parts: string[]) => string;
}

/** Each is applied to what the ones before it made of a text of at most 80 characters. */
const forms: readonly Form[] = [
  {
    name: 'milliseconds in the JSON of .NET: "/Date(1772438400000+0100)/"',
    written: /^\\?\/Date\((\d{1,13})(?:[+-]\d{4})?\)\\?\/$/,
    plain: (ms) => ms.padStart(13, '0'),
  },
  {
    name: 'Java’s zone after an offset, which says all: "08:00Z[UTC]"',
    written: /(Z|[+-]\d{2}:?\d{2})\[[\w/+-]{1,40}\]$/,
    plain: (offset) => offset,
  },
  {
    name: 'Java’s zone alone: "08:00[Europe/Berlin]"',
    written: /\[([\w/+-]{1,40})\]$/,
    plain: (zone) => ` ${zone}`,
  },
  {
    name: 'the day of a year (ISO 8601): "2026-061"',
    written: /^(\d{4})-(\d{3})(?=[Tt\s]|$)/,
    plain: (year, day) => dayOfYear(Number(year), Number(day)),
  },
  {
    name: 'a day of a week of a year (ISO 8601): "2026-W10-1"',
    written: /^(\d{4})-?[Ww](\d{2})-?([1-7])(?=[Tt\s]|$)/,
    plain: (year, week, day) => dayOfWeek(Number(year), Number(week), Number(day)),
  },
  {
    name: 'a weekday of East Asia: "（月）", "星期一", "월요일"',
    written:
      /[（(][月火水木金土日월화수목금토일][）)]|(?:星期|周)[一二三四五六日天]|[月火水木金土日]曜日|[월화수목금토일]요일/u,
    plain: () => ' ',
  },
  {
    name: 'a day of East Asia: "2026年3月2日", "2026년 3월 2일"',
    written: /(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日號号일]/u,
    plain: (year, month, day) => `${year}-${month}-${day} `,
  },
  {
    name: 'a time of East Asia: "9時5分", "15시 5분"',
    written: /(\d{1,2}) ?[時时點点시] ?(?:(\d{1,2}) ?[分분])?(?: ?\d{1,2} ?[秒초])?/u,
    plain: (hour, minute) => `${hour}:${(minute || '0').padStart(2, '0')}`,
  },
  {
    name: 'a half of the day before its time: "下午3:05", "오전 9:05"',
    written: /(?:(上午|午前|오전)|下午|午後|오후) ?(\d{1,2})[:：](\d{2})/u,
    plain: (morning, hour, minute) => `${hour}:${minute} ${morning ? 'am' : 'pm'}`,
  },
];

/** A quick check: all of the forms have one of these. */
const mayBeOther = /[[/年년時时點点시午오]|^\d{4}-?(?:\d{3}|[Ww])/u;

/** A date in one of the forms above, as others write it; every other text as it is. */
export function plainForm(text: string): string {
  if (!mayBeOther.test(text)) return text;
  let plain = text;
  for (const { written, plain: rewritten } of forms) {
    plain = plain.replace(written, (_: string, ...parts: (string | undefined)[]) =>
      rewritten(...parts.map((part) => part ?? '')),
    );
  }
  return plain.trim();
}

/** The calendar day; no date at all for a day that the year does not have. */
function dayOfYear(year: number, day: number): string {
  return isoDay(year, Date.UTC(year, 0, 1) + (day - 1) * dayMs);
}

/** The first week has the year's first Thursday. */
function dayOfWeek(year: number, week: number, day: number): string {
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * dayMs;
  const thursday = monday + ((week - 1) * 7 + 3) * dayMs;
  const instant = thursday + (day - 4) * dayMs;
  return isoDay(year, thursday) && isoDay(new Date(instant).getUTCFullYear(), instant);
}

function isoDay(year: number, instant: number): string {
  const day = new Date(instant);
  return day.getUTCFullYear() === year ? day.toISOString().slice(0, 10) : '';
}
