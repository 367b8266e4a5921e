import type { Snowflake } from '../../core/ids.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { hourMs, type UnixMs } from '../../core/time/duration.ts';
import { alertModerators, guildSettings } from '../outbox/moderators.ts';
import type { Ports } from '../ports.ts';
import { detachDiscussion } from './detach-discussion.ts';

export interface DeletedChannel {
  channelId: Snowflake;
  guildId: Snowflake;
  /** `null` for a thread: Discord does not say it. */
  name: string | null;
}

/** More than the discussions of any channel. */
const mostDiscussions = 10_000;

/**
 * A person deleted a channel, or a thread, that feeds post in. Its discussions end, its waiting stories
 * wait for another channel, and the moderators are told once what to do. What waits in the moderators'
 * own channel goes to the next one that is chosen.
 */
export async function onChannelDeleted(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  deleted: DeletedChannel,
): Promise<void> {
  const now = clock.now();
  await store.transaction(async (ledger) => {
    const { channelId, guildId, name } = deleted;
    await endDiscussions(ledger, deleted, now);
    const { moderatorsChannelId, formerModeratorsChannelIds } = await guildSettings(
      ledger,
      guildId,
    );
    if (![moderatorsChannelId, ...formerModeratorsChannelIds].includes(channelId)) {
      await endPosted(ledger, channelId, now);
    }
    const subscriptions = await ledger.feeds.listSubscriptionsIn(guildId);
    if (!subscriptions.some((subscription) => subscription.channelId === channelId)) return;
    const reason = 'the channel was deleted';
    const pause = { channelId, guildId, reason, since: now, until: now + hourMs, attempts: 6 };
    await ledger.deliveries.savePause(pause);
    const remedy = { kind: 'channel-deleted' } as const;
    const alert = { kind: 'channel-paused', channelId, channelName: name, reason, remedy } as const;
    await alertModerators(ledger, guildId, `paused:${channelId}:${now}`, alert, now);
  });
}

async function endDiscussions(
  ledger: Ledger,
  { channelId, guildId }: DeletedChannel,
  now: UnixMs,
): Promise<void> {
  const states = ['waiting', 'open', 'closing-soon', 'closing', 'closed'] as const;
  const all = await ledger.discussions.listInGuild(guildId, states, mostDiscussions);
  for (const { discussion } of all) {
    if (discussion.channelId !== channelId) continue;
    await detachDiscussion(ledger, discussion.id, 'channel deleted', now);
  }
}

/** Its messages are gone with it; what it never got waits on. */
async function endPosted(
  { deliveries }: Pick<Ledger, 'deliveries'>,
  channelId: Snowflake,
  now: UnixMs,
): Promise<void> {
  const unsent = await deliveries.listUnsent(channelId);
  await deliveries.endChannel(channelId);
  await deliveries.want(
    unsent.map(({ key, guildId, subject, ordinal }) => {
      return { key, guildId, channelId, subject, ordinal };
    }),
    now,
  );
}
