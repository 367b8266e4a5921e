import { requiredPermissions } from '../../core/delivery/permissions.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { ChannelRemedy } from '../../core/moderation/alert.ts';
import type { Discord } from '../../core/ports/discord.ts';
import { hourMs, minuteMs } from '../../core/time/duration.ts';
import { alertModerators } from '../outbox/moderators.ts';
import type { Ports } from '../ports.ts';
import type { Attempt } from './attempt.ts';

// Discord's error codes: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
export const missingPermissions = 50013;
export const unknownChannel = 10003;
const tagRequired = 40067;
const threadLocked = 160005;

/** Pauses a channel, longer each time, and alerts the moderators once. Its deliveries wait. */
export async function pauseChannel(
  { ports, delivery, signal }: Attempt,
  reason: string,
  code: number,
): Promise<void> {
  const { guildId, channelId } = delivery;
  const now = ports.clock.now();
  const remedy = await remedyFor(ports, channelId, code, signal);
  await ports.store.transaction(async (ledger) => {
    const before = await ledger.deliveries.getPause(channelId);
    const attempts = (before?.attempts ?? 0) + 1;
    const until = now + Math.min(hourMs, 2 ** Math.min(attempts, 6) * minuteMs);
    const since = before?.since ?? now;
    await ledger.deliveries.savePause({ channelId, guildId, reason, since, until, attempts });
    const alert = { kind: 'channel-paused', channelId, channelName: null, reason, remedy } as const;
    await alertModerators(ledger, guildId, `paused:${channelId}:${since}`, alert, now);
  });
  ports.log.warn({ guildId, channelId }, 'channel.paused');
}

async function remedyFor(
  { discord }: Ports,
  channelId: Snowflake,
  code: number,
  signal: AbortSignal,
): Promise<ChannelRemedy> {
  switch (code) {
    case unknownChannel:
      return { kind: 'channel-deleted' };
    case tagRequired:
      return { kind: 'choose-forum-tag' };
    case threadLocked:
      return { kind: 'unlock-thread' };
    default:
      return { kind: 'give-permissions', permissions: await wanted(discord, channelId, signal) };
  }
}

/** What the bot lacks in a channel; all that it needs there when the cache knows of nothing. */
async function wanted(
  discord: Discord,
  channelId: Snowflake,
  signal: AbortSignal,
): Promise<string[]> {
  try {
    const missing = await discord.missingPermissions(channelId, signal);
    if (missing.length > 0) return missing;
    const channel = await discord.channel(channelId, signal);
    return [...requiredPermissions(channel?.kind ?? 'text')];
  } catch (error) {
    if (signal.aborted) throw error;
    return [...requiredPermissions('text')];
  }
}
