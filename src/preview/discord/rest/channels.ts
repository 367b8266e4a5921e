import type { ForumTag, GuildChannel, Id, Overwrite } from '../world/model.ts';
import { channelTypes, isThread } from '../world/model.ts';
import { accessOf, demand } from '../world/access.ts';
import { announceChannel, storedOverwrites, storedTags } from '../world/channel-making.ts';
import { demandThreadChange } from '../world/thread-rules.ts';
import { invalidField } from '../world/refusal.ts';
import type { ThreadPatch } from '../world/thread-change.ts';
import { changeThread } from '../world/thread-change.ts';
import { channelView } from '../world/views.ts';
import { refusedChannelPatch } from '../rules/index.ts';
import { access } from './messages.ts';
import type { Answer, Call, ExtraLimit, Route } from './route.ts';
import { accepted, idOf, ok } from './route.ts';

interface ChannelPatch {
  name?: string;
  topic?: string | null;
  parent_id?: Id | null;
  position?: number;
  nsfw?: boolean;
  flags?: number;
  rate_limit_per_user?: number | null;
  permission_overwrites?: Overwrite[];
  default_auto_archive_duration?: number | null;
  default_thread_rate_limit_per_user?: number | null;
  type?: GuildChannel['type'];
  available_tags?: (Partial<ForumTag> & { name: string })[];
}

/** Text and announcement channels can be turned into each other, others stay. @throws 50035 */
function converted(channel: GuildChannel, type: GuildChannel['type']): GuildChannel['type'] {
  const turnable: readonly number[] = [channelTypes.text, channelTypes.announcement];
  if (type !== channel.type && !(turnable.includes(type) && turnable.includes(channel.type))) {
    throw invalidField('type', 'BASE_TYPE_CHOICES', 'A channel of this type cannot become one');
  }
  return type;
}

function patchChannel(call: Call, channel: GuildChannel, patch: ChannelPatch): void {
  const { world } = call;
  if (patch.name !== undefined) channel.name = patch.name;
  if (patch.topic !== undefined) channel.topic = patch.topic;
  if (patch.parent_id !== undefined) channel.parent_id = patch.parent_id;
  if (patch.position !== undefined) channel.position = patch.position;
  if (patch.nsfw !== undefined) channel.nsfw = patch.nsfw;
  if (patch.flags !== undefined) channel.flags = patch.flags;
  if (patch.rate_limit_per_user !== undefined) {
    channel.rate_limit_per_user = patch.rate_limit_per_user ?? 0;
  }
  if (patch.permission_overwrites) {
    channel.permission_overwrites = storedOverwrites(patch.permission_overwrites);
  }
  if (typeof patch.default_auto_archive_duration === 'number') {
    channel.default_auto_archive_duration = patch.default_auto_archive_duration;
  }
  if (typeof patch.default_thread_rate_limit_per_user === 'number') {
    channel.default_thread_rate_limit_per_user = patch.default_thread_rate_limit_per_user;
  }
  if (patch.type !== undefined) channel.type = converted(channel, patch.type);
  if (patch.available_tags) {
    channel.available_tags = storedTags(world, patch.available_tags);
  }
  announceChannel(world, 'CHANNEL_UPDATE', channel);
}

function patch(call: Call): Answer {
  const where = access(call);
  const { channel } = where;
  const body = accepted(call.body, (given) =>
    refusedChannelPatch(given, channel.type),
  ) as ChannelPatch & ThreadPatch;
  if (isThread(channel)) {
    demandThreadChange(call.world, where, channel, body);
    changeThread(call.world, channel, body);
  } else {
    demand(where, 'ManageChannels');
    if (body.permission_overwrites) demand(where, 'ManageRoles');
    patchChannel(call, channel, body);
  }
  return ok(channelView(call.world, channel, call.application.botUserId));
}

/** A name or topic changes twice in ten minutes. */
function renameLimit(call: Call): ExtraLimit | null {
  const body = (call.body ?? {}) as ChannelPatch;
  const renames = body.name !== undefined || body.topic !== undefined;
  const key = `rename:${call.params['channel'] ?? ''}`;
  return renames ? { key, calls: 2, perMs: 600_000 } : null;
}

export const channelRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/channels/:channel',
    handler: (call) => {
      const viewer = call.application.botUserId;
      const { channel } = accessOf(call.world, viewer, idOf(call, 'channel'));
      return ok(channelView(call.world, channel, viewer));
    },
  },
  { method: 'PATCH', template: '/channels/:channel', handler: patch, extraLimit: renameLimit },
];
