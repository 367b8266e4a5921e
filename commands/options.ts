import { ChannelType, type Guild } from 'discord.js';
import { RequestError } from '../src/core/errors.ts';
import { durationMs, durationText } from '../src/core/time/duration.ts';
import { escapeMarkdown, truncate } from '../src/render/index.ts';
import { OptionRefused } from './refusals.ts';

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
  return durationOf(name, text, leastMs, '');
}

/** As {@link durationOption}; "never" is `null`. */
export function periodOption(name: string, text: string, leastMs: number): number | null {
  return text.trim().toLowerCase() === 'never'
    ? null
    : durationOf(name, text, leastMs, ', or never');
}

function durationOf(name: string, text: string, leastMs: number, orElse: string): number {
  const ms = durationMs(text);
  if (ms === null || ms < leastMs) {
    throw new OptionRefused(
      name,
      `\`${name}\` cannot be "${escapeMarkdown(truncate(text, 40))}": write a whole number and a unit, such as 90s, 15m, 2 hours, 3 days or 1w (${durationText(leastMs)} or more)${orElse}.`,
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
    if (fits && !names.has(value)) names.set(value, nameOf(one).trim() || '(no name)');
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
  if (!channel) return 'unknown channel';
  const { name, parent } = channel;
  const isShared = channels.cache.some((other) => other.id !== channelId && other.name === name);
  const category = isShared && parent ? ` (${truncate(parent.name, 15)})` : '';
  return `#${truncate(name, 25)}${category}`;
}

/** As many lines as fit into one message, and how many more there are, followed by `remedy`. */
export function withinMessage(lines: readonly string[], remedy = ''): string {
  const fitting: string[] = [];
  let length = 0;
  for (const line of lines) {
    if (length + line.length > 1900) break;
    fitting.push(line);
    length += line.length + 1;
  }
  const rest = lines.length - fitting.length;
  return rest === 0 ? fitting.join('\n') : `${fitting.join('\n')}\n… and ${rest} more.${remedy}`;
}

/** The id of a role option. @throws RequestError for @everyone */
export function namedRole(
  option: string,
  role: { id: string } | null,
  guildId: string,
): string | null {
  if (role?.id === guildId) {
    throw new RequestError(
      `\`${option}\` cannot be @everyone. Choose a role that only some members have.`,
    );
  }
  return role?.id ?? null;
}
