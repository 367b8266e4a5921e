import type { Delivery } from '../../core/delivery/delivery.ts';
import { DiscordRefusal, errorText } from '../../core/errors.ts';
import type { Snowflake } from '../../core/ids.ts';
import { requiredPermissions, permissionLabels } from '../../core/delivery/permissions.ts';
import { hourMs, minuteMs, secondMs } from '../../core/time/duration.ts';
import { alertModerators } from '../outbox/moderators.ts';
import { detachThread } from '../discussions/detach-discussion.ts';
import type { Ports } from '../ports.ts';
import { forumOf, messageChannelId } from '../channels/forum-post.ts';
import { archiveIdleThread } from '../channels/thread-cap.ts';

/** Discord's codes: a permission that the bot lacks, a channel or thread that is no more … */
const missingPermissions = 50013;
const unknownChannel = 10003;
/** … a forum's post without a tag where one is demanded, a thread that only some may write in. */
const tagRequired = 40067;
const threadLocked = 160005;

/** Whether the run goes on with the channel's next delivery. */
export type NextStep = 'shown' | 'stop-run';

/** What follows from a delivery that failed: tried later, given up, or its channel paused. */
export async function handleRefusal(
  ports: Ports,
  delivery: Delivery,
  error: unknown,
  signal: AbortSignal,
): Promise<NextStep> {
  const { store, clock, log } = ports;
  const { key, fence, channelId, attempts } = delivery;
  const kind = error instanceof DiscordRefusal ? error.kind : 'passing';
  const code = error instanceof DiscordRefusal ? error.code : 0;
  log.warn(
    { key, channelId, kind, code, attempts, error: errorText(error) },
    'delivery.refused',
  );
  const again = (inMs: number, untried = false) =>
    store.deliveries.release(key, fence, {
      notBefore: clock.now() + inMs,
      error: errorText(error),
      untried,
    });
  const backoffMs = Math.min(10 * minuteMs, secondMs * 2 ** Math.min(attempts, 10));
  switch (kind) {
    case 'channel':
      if (delivery.kind === 'removal' && code === missingPermissions) {
        await again(hourMs);
        await tellNotRemoved(ports, delivery, errorText(error));
        return 'shown';
      }
      if (code === unknownChannel) {
        if (await threadOf(ports, delivery, signal)) {
          await store.deliveries.fail(key, fence, 'the post was deleted in Discord');
          return 'shown';
        }
        if (await detachThread(store, channelId, clock.now())) return 'stop-run';
      }
      await again(0);
      await pauseChannel(ports, delivery, errorText(error), code, signal);
      return 'stop-run';
    case 'gone':
      await store.deliveries.fail(key, fence, 'the message was deleted in Discord');
      return 'shown';
    case 'message':
      await giveUp(ports, delivery, errorText(error));
      return 'shown';
    case 'archived': {
      const threadId = (await threadOf(ports, delivery, signal)) ?? channelId;
      await again((await unarchived(ports, threadId, signal)) && attempts <= 1 ? 0 : backoffMs);
      return 'stop-run';
    }
    case 'thread-cap':
      await again((await archiveIdleThread(ports, delivery, signal)) ? secondMs : backoffMs);
      return 'stop-run';
    case 'passing': {
      const waitMs = error instanceof DiscordRefusal ? error.retryAfterMs : null;
      // Nothing was sent; had an answer been lost before, the nonce would still know.
      await again(waitMs ?? backoffMs, waitMs !== null && waitMs <= minuteMs);
      return 'stop-run';
    }
    default:
      return kind satisfies never;
  }
}

/** The thread of a forum's post that stands in Discord already; `null` for any other delivery. */
async function threadOf(
  ports: Ports,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<Snowflake | null> {
  if (delivery.messageId === null) return null;
  const forum = await forumOf(ports, delivery, signal).catch(() => null);
  return forum && messageChannelId(delivery, delivery.messageId, forum);
}

/** Opens an archived thread for an edit; `false` when Discord does not let it. */
async function unarchived(
  { discord, log }: Ports,
  threadId: string,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await discord.setThread(threadId, { archived: false }, 'An edit is due', signal);
    return true;
  } catch (error) {
    if (!signal.aborted) {
      log.warn({ threadId, error: errorText(error) }, 'thread.not-unarchived');
    }
    return false;
  }
}

/** A member's message stands for want of one permission, which nothing else in the channel needs. */
async function tellNotRemoved(ports: Ports, delivery: Delivery, error: string): Promise<void> {
  const { guildId, channelId, key } = delivery;
  const text = `A message in <#${channelId}> that was ruled to be removed still stands: ${error}. Give Wirethread Manage Messages there, or delete it by hand. It is tried again every hour.`;
  await ports.store.transaction((ledger) =>
    alertModerators(ledger, guildId, `not-removed:${key}`, text, ports.clock.now()),
  );
}

async function giveUp(ports: Ports, delivery: Delivery, error: string): Promise<void> {
  const { guildId, channelId, key, kind, fence } = delivery;
  const now = ports.clock.now();
  await ports.store.transaction(async (ledger) => {
    await ledger.deliveries.fail(key, fence, error);
    if (kind === 'alert') return;
    const what = kind === 'left-out' ? 'notice' : kind;
    const text = `Discord refused a ${what} in <#${channelId}>: ${error}. It is left out; the rest goes on. Check the channel's AutoMod rules, and \`/feed test\` for what the feed gives.`;
    await alertModerators(ledger, guildId, `refused:${key}`, text, now);
  });
}

/** Nothing is sent to the channel for a while; the work is kept and the moderators told once. */
async function pauseChannel(
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

const keeps = 'What waits is kept and follows by itself.';

async function remedyFor(
  { discord }: Ports,
  channelId: Snowflake,
  code: number,
  signal: AbortSignal,
): Promise<string> {
  switch (code) {
    case unknownChannel:
      return 'It was deleted, it seems: take its feeds out with `/feed remove`, or choose another moderators’ channel with `/settings set`.';
    case tagRequired:
      return `The forum takes no post without a tag, and none of its tags is a topic of the story: choose one with \`/feed edit\`, option \`forum-tag\` (\`forumTagId\` in the configuration file), or let the forum take posts without tags. ${keeps}`;
    case threadLocked:
      return `The thread is locked: unlock it, or give Wirethread Manage Threads there. ${keeps}`;
    default: {
      const channel = await discord.channel(channelId, signal).catch(() => null);
      const needed = permissionLabels(requiredPermissions(channel?.kind ?? 'text'));
      return `Give Wirethread ${needed} there. ${keeps}`;
    }
  }
}
