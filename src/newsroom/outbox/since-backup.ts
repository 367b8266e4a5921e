import type { DiscordMessage } from '../../core/delivery/message-body.ts';
import type { Snowflake } from '../../core/ids.ts';
import { minuteMs } from '../../core/time/duration.ts';
import type { Ports } from '../ports.ts';

// A database that was restored from a backup does not know what was posted since. As long as it has
// the mark of a backup, the bot looks in a channel before it posts there for the first time.

/** How far Discord's clock and ours may differ, also when ours was set since. */
export const clockSkewMs = 15 * minuteMs;

/** Messages of anybody's that are read in one channel. */
const mostRead = 20_000;

/** By store, what each channel had. It is read once: what is posted later is in the database. */
const read = new WeakMap<object, Map<Snowflake, Promise<DiscordMessage[]>>>();

interface Place {
  guildId: Snowflake;
  channelId: Snowflake;
  /** Then it is the first messages of the bot's posts. */
  isForum: boolean;
}

/** Whether the database was restored, and not long ago. */
export function isRestored({ store }: Pick<Ports, 'store'>): boolean {
  if (store.backupMark() !== null) return true;
  read.delete(store);
  return false;
}

/**
 * The bot's own messages in a channel since the backup that the database was restored from, oldest
 * first; none when it was not restored, or long ago.
 */
export async function messagesSinceBackup(
  ports: Pick<Ports, 'store' | 'discord'>,
  place: Place,
  signal: AbortSignal,
): Promise<readonly DiscordMessage[]> {
  const { store } = ports;
  if (!isRestored(ports)) return [];
  const channels = read.get(store) ?? new Map<Snowflake, Promise<DiscordMessage[]>>();
  read.set(store, channels);
  const known = channels.get(place.channelId);
  if (known) return known;
  const reading = readSinceBackup(ports, place, signal);
  channels.set(place.channelId, reading);
  // Without an answer it is asked again.
  reading.catch(() => channels.delete(place.channelId));
  return reading;
}

async function readSinceBackup(
  { store, discord }: Pick<Ports, 'store' | 'discord'>,
  { guildId, channelId, isForum }: Place,
  signal: AbortSignal,
): Promise<DiscordMessage[]> {
  const since = (store.backupMark()?.takenAt ?? 0) - clockSkewMs;
  const own = isForum
    ? await discord.ownForumPostsSince(guildId, channelId, since, signal)
    : await discord.ownMessagesSince(channelId, since, mostRead, signal);
  const shown: DiscordMessage[] = [];
  for (const message of own) {
    const { id, webhookId, content } = message;
    const isHidden = webhookId !== undefined && content === '';
    // Discord shows a webhook's messages only to the webhook.
    const whole = isHidden
      ? await discord.readAs({ threadId: channelId, webhookId, id }, signal)
      : null;
    shown.push(whole ?? message);
  }
  return shown;
}
