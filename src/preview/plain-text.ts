import { dayMs, hourMs, minuteMs, secondMs } from '../core/time/duration.ts';

/** What a text's mentions and times mean. */
export interface Names {
  channel: (id: string) => string;
  member: (id: string) => string;
  /** Epoch milliseconds. */
  now: number;
}

/** One of these at each place, the first that fits. Each is bounded, so the whole is linear. */
const marks =
  /\\([^\sA-Za-z0-9])|<t:(-?\d{1,13})(?::([tTdDfFsSR]))?>|<#(\d{1,21})>|<@[!&]?(\d{1,21})>|<(\/[^:<>\n]{1,100}):\d{1,21}>|<a?(:\w{2,32}:)\d{1,21}>|<(https?:\/\/[^\s<>]{1,2000})>|\[([^\][\n]{1,300})\]\(<?https?:\/\/[^\s()<>]{1,2000}>?\)|\*{1,3}|~~|\|\||`{1,3}|__|(?<!\w)_|_(?!\w)|^(?:-# +|#{1,3} +|>(?:>>)? )/gm;
/** Formats that turn the text around, and the bot's unseen mark; joiners within words stay. */
const unseen = /[\u202a-\u202e\u2066-\u2069]|[\u200b-\u200d\u2060]{2,}|[\u200b\u2060]/gu;

/** Discord's markdown in one line for a terminal: words only, without marks and control characters. */
export function plainText(text: string, names: Names): string {
  return withoutMarks(text, names)
    .replace(unseen, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

function withoutMarks(text: string, names: Names): string {
  return text.replace(
    marks,
    (
      _mark,
      escaped?: string,
      seconds?: string,
      style?: string,
      channel?: string,
      member?: string,
      ...words: (string | undefined)[]
    ) => {
      if (seconds !== undefined) return timeWords(Number(seconds) * 1000, style, names.now);
      if (channel !== undefined) return names.channel(channel);
      if (member !== undefined) return `@${names.member(member)}`;
      const [command, emoji, url, label] = words;
      if (label !== undefined) return withoutMarks(label, names);
      return escaped ?? command ?? emoji ?? url ?? '';
    },
  );
}

const date = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat('en');
const units = [
  ['day', dayMs],
  ['hour', hourMs],
  ['minute', minuteMs],
  ['second', secondMs],
] as const;
const farthestMs = 8.64e15;

function timeWords(ms: number, style: string | undefined, now: number): string {
  if (Math.abs(ms) > farthestMs) return 'some time';
  if (style !== 'R') return date.format(ms);
  const aheadMs = ms - now;
  const [unit, length] = units.find(([, length]) => Math.abs(aheadMs) >= length) ?? [
    'second',
    1000,
  ];
  return relative.format(Math.trunc(aheadMs / length), unit);
}
