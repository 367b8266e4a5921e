import { ChannelType, type Guild } from 'discord.js';
import { durationMs } from '../src/core/time/duration.ts';
import {
  durationIn,
  escapeMarkdown,
  type Labels,
  requestError,
  truncate,
} from '../src/render/index.ts';
import { optionRefused } from './refusals.ts';

/** Where stories can be posted. */
export const storyChannelTypes = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
] as const;

/** The milliseconds of a duration option. @throws RequestError when it is invalid or too short */
export function durationOption(name: string, text: string, leastMs: number): number {
  return durationOf(name, text, leastMs, (labels) => labels.refusals.duration);
}

/** As {@link durationOption}; "never" is `null`. */
export function periodOption(name: string, text: string, leastMs: number): number | null {
  return text.trim().toLowerCase() === 'never'
    ? null
    : durationOf(name, text, leastMs, (labels) => labels.refusals.durationOrNever);
}

function durationOf(
  name: string,
  text: string,
  leastMs: number,
  refusalOf: (labels: Labels) => Labels['refusals']['duration'],
): number {
  const ms = durationMs(text);
  if (ms === null || ms < leastMs) {
    throw optionRefused(name, (labels) =>
      refusalOf(labels)({
        option: name,
        typed: escapeMarkdown(truncate(text, 40)),
        least: durationIn(labels, leastMs),
      }),
    );
  }
  return ms;
}

/**
 * At most 25 choices, each within Discord's 100 characters. No value and no name is offered twice.
 * `wholeTextOf` is what the typed text is looked for in: the name, unless it is cut.
 */
export function choices<T>(
  found: readonly T[],
  typed: string,
  nameOf: (one: T) => string,
  valueOf: (one: T) => string,
  wholeTextOf: (one: T) => string = nameOf,
): { name: string; value: string }[] {
  const wanted = typed.trim().toLowerCase();
  const names = new Map<string, string>();
  for (const one of found) {
    const value = valueOf(one);
    const fits = wholeTextOf(one).toLowerCase().includes(wanted) && value.length <= 100;
    if (fits && !names.has(value)) names.set(value, nameOf(one).trim() || '…');
  }
  const used = new Map<string, number>();
  return Array.from(names, ([value, name]) => ({ name, value }))
    .slice(0, 25)
    .map(({ name, value }) => {
      const beginning = truncate(name, 94);
      const count = (used.get(beginning) ?? 0) + 1;
      used.set(beginning, count);
      return { name: count === 1 ? truncate(name, 100) : `${beginning} (${count})`, value };
    });
}

/** "#news"; where two channels have one name, with its category: "#news (Sport)". */
export function channelLabel({ channels }: Guild, channelId: string): string {
  const channel = channels.cache.get(channelId);
  if (!channel) return '#…';
  const { name, parent } = channel;
  const isShared = channels.cache.some((other) => other.id !== channelId && other.name === name);
  const category = isShared && parent ? ` (${truncate(parent.name, 15)})` : '';
  return `#${truncate(name, 25)}${category}`;
}

/** As many lines as fit into one message, and how many more there are, followed by `remedy`. */
export function withinMessage(lines: readonly string[], { units }: Labels, remedy = ''): string {
  const fitting: string[] = [];
  let length = 0;
  for (const line of lines) {
    if (length + line.length > 1900) break;
    fitting.push(line);
    length += line.length + 1;
  }
  const rest = lines.length - fitting.length;
  if (rest === 0) return fitting.join('\n');
  return `${fitting.join('\n')}\n${units.andMore({ count: rest })} ${remedy}`.trimEnd();
}

/** The id of a role option. @throws RequestError for @everyone */
export function namedRole(
  option: string,
  role: { id: string } | null,
  guildId: string,
): string | null {
  if (role?.id === guildId) {
    throw requestError((labels) => labels.refusals.everyone({ option }));
  }
  return role?.id ?? null;
}
