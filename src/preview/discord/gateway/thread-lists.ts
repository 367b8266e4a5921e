import { accessOrNull } from '../world/access.ts';
import type { Fields, Id } from '../world/model.ts';
import { threadView } from '../world/views.ts';
import type { World } from '../world/world.ts';

/** The channels of a guild that somebody can see. */
export function visibleChannels(world: World, userId: Id, guildId: Id): Set<Id> {
  const seen = world
    .channelsOf(guildId)
    .filter((channel) => accessOrNull(world, userId, channel.id) !== null);
  return new Set(seen.map((channel) => channel.id));
}

/** THREAD_LIST_SYNC: the active threads of channels that came into sight. */
export function threadList(
  world: World,
  userId: Id,
  guildId: Id,
  channelIds: readonly Id[],
): Fields {
  const threads = world
    .threads()
    .filter((one) => channelIds.includes(one.parent_id) && !one.thread_metadata.archived)
    .filter((one) => accessOrNull(world, userId, one.id) !== null)
    .map((one) => threadView(world, one, userId));
  const members = threads.flatMap((one) => (one['member'] ? [one['member']] : []));
  return { guild_id: guildId, channel_ids: channelIds, threads, members };
}
