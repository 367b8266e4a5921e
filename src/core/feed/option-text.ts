import type { Digest, QuietHours } from './channel-options.ts';

const writtenTime = String.raw`\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm)?`;

/**
 * Minutes after midnight of a time of day as people write it: "07:30", "8", "8am", "10.30 pm", "24:00";
 * `null` for any other text.
 */
export function parseTimeOfDay(text: string): number | null {
  const [, hours = '', minutes = '0', half] =
    /^(\d{1,2})(?:[:.](\d{2}))?\s?(am|pm)?$/i.exec(text.trim()) ?? [];
  const [hour, minute] = [Number(hours), Number(minutes)];
  if (hours === '' || minute > 59) return null;
  if (half === undefined) return hour <= 23 || minute === 0 ? withinDay(hour * 60 + minute) : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) * 60 + minute + (half.toLowerCase() === 'pm' ? 12 * 60 : 0);
}

/** 24:00 is 00:00. */
const withinDay = (minute: number) => (minute <= 24 * 60 ? minute % (24 * 60) : null);

/** "07:30" */
export function timeOfDayText(minuteOfDay: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

/** The canonical name of a time zone ("europe/berlin" is "Europe/Berlin"); `null` if unknown. */
export function parseZone(text: string): string | null {
  if (!/^[A-Za-z][\w+/-]{1,63}$/.test(text.trim())) return null;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text.trim() }).resolvedOptions();
    return timeZone;
  } catch {
    return null;
  }
}

const quietForm = new RegExp(
  `^(${writtenTime})\\s{0,5}(?:[-–—]|to)\\s{0,5}(${writtenTime})(?:\\s{1,5}(\\S{2,64}))?$`,
  'i',
);

/**
 * Quiet hours as people write them: "22:00-07:00 Europe/Berlin", "22–7", "10pm to 7am UTC"; `null` for
 * any other text. `usualZone` is for a text that names no time zone.
 */
export function parseQuietHours(text: string, usualZone: string): QuietHours | null {
  const [, first = '', last = '', place = usualZone] = quietForm.exec(text.trim()) ?? [];
  const [from, to, zone] = [parseTimeOfDay(first), parseTimeOfDay(last), parseZone(place)];
  if (from === null || to === null || zone === null || from === to) return null;
  return { from, to, zone };
}

/** "22:00-07:00 Europe/Berlin" */
export function quietHoursText({ from, to, zone }: QuietHours): string {
  return `${timeOfDayText(from)}-${timeOfDayText(to)} ${zone}`;
}

const dailyForm = new RegExp(
  `^(?:daily|every day)\\s{1,5}(?:at\\s{1,5})?(${writtenTime})(?:\\s{1,5}(\\S{2,64}))?$`,
  'i',
);

/**
 * A digest as people write it: "hourly", "daily 08:00 Europe/Berlin", "every day at 8am"; `null` for
 * any other text. `usualZone` is for a text that names no time zone.
 */
export function parseDigest(text: string, usualZone: string): Digest | null {
  if (/^(?:hourly|every hour)$/i.test(text.trim())) return { every: 'hour' };
  const [, clock = '', place = usualZone] = dailyForm.exec(text.trim()) ?? [];
  const [at, zone] = [parseTimeOfDay(clock), parseZone(place)];
  return at === null || zone === null ? null : { every: 'day', at, zone };
}

/** "hourly", "daily 08:00 Europe/Berlin" */
export function digestText(digest: Digest): string {
  return digest.every === 'hour' ? 'hourly' : `daily ${timeOfDayText(digest.at)} ${digest.zone}`;
}

/** The distinct entries of a comma-separated list. */
export function parseList(text: string): string[] {
  const entries = text.split(',').map((entry) => entry.replace(/\s+/gu, ' ').trim());
  return [...new Set(entries.filter((entry) => entry !== ''))];
}
