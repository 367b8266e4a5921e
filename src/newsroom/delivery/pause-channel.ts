import type { Delivery } from '../../core/delivery/delivery.ts';
import { requiredPermissions, permissionLabels } from '../../core/delivery/permissions.ts';
import type { Snowflake } from '../../core/ids.ts';
import { hourMs, minuteMs } from '../../core/time/duration.ts';
import { alertModerators } from '../outbox/moderators.ts';
import type { Ports } from '../ports.ts';

// Discord's error codes: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
export const missingPermissions = 50013;
export const unknownChannel = 10003;
const tagRequired = 40067;
const threadLocked = 160005;

/** Pauses a channel, longer each time, and alerts the moderators once. Its deliveries wait. */
export async function pauseChannel(
  ports: Ports,
  { guildId, channelId }: Delivery,
  reason: string,
  code: number,
  signal: AbortSignal,
): Promise<void> {
  const now = ports.clock.now();
  const remedy = await remedyFor(ports, channelId, code, signal);
  await ports.store.transaction(async (ledger) => {
    const before = await ledger.deliveries.getPause(channelId);
    const attempts = (before?.attempts ?? 0) + 1;
    const until = now + Math.min(hourMs, 2 ** Math.min(attempts, 6) * minuteMs);
    const since = before?.since ?? now;
    await ledger.deliveries.savePause({ channelId, guildId, reason, since, until, attempts });
    const text = `Nothing can be posted in <#${channelId}>: ${reason}. ${remedy}`;
    await alertModerators(ledger, guildId, `paused:${channelId}:${since}`, text, now);
  });
  ports.log.warn({ guildId, channelId }, 'channel.paused');
}

const afterwards = 'Waiting messages are posted automatically after that.';

async function remedyFor(
  { discord }: Ports,
  channelId: Snowflake,
  code: number,
  signal: AbortSignal,
): Promise<string> {
  switch (code) {
    case unknownChannel:
      return 'The channel seems to be deleted. Remove its feeds with `/feed remove`, or choose another moderators’ channel with `/settings set`.';
    case tagRequired:
      return `The forum needs a tag on each post, and none of its tags is a topic of the story. Choose a tag with \`/feed edit\`, option \`forum-tag\` (\`forumTagId\` in the configuration file), or allow posts without tags. ${afterwards}`;
    case threadLocked:
      return `The thread is locked: unlock it, or give Wirethread Manage Threads there. ${afterwards}`;
    default: {
      const channel = await discord.channel(channelId, signal).catch(() => null);
      const needed = permissionLabels(requiredPermissions(channel?.kind ?? 'text'));
      return `Give Wirethread ${needed} there. ${afterwards}`;
    }
  }
}
