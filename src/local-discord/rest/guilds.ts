import { z } from 'zod';
import { makeChannel, storedOverwrites } from '../world/channel-making.ts';
import type { NewChannel } from '../world/channel-making.ts';
import type { Guild, Member } from '../world/model.ts';
import { channelTypes } from '../world/model.ts';
import { guildPermissions, holds } from '../world/permissions.ts';
import { invalidField, refusal } from '../world/refusal.ts';
import { discordTime } from '../world/snowflake.ts';
import { channelView, guildView, memberView, roleView, threadView } from '../world/views.ts';
import { accessOrNull } from '../world/access.ts';
import { memberChanged } from '../world/membership.ts';
import { refusedChannelPatch } from '../rules/index.ts';
import type { Answer, Call, Route } from './route.ts';
import { accepted, idOf, ok } from './route.ts';

interface Standing {
  guild: Guild;
  self: Member;
}

function standing(call: Call): Standing {
  const guild = call.world.guild(idOf(call, 'guild'));
  const self = guild.members.get(call.application.botUserId);
  if (!self) throw refusal('unknownGuild');
  return { guild, self };
}

function member(call: Call): { standing: Standing; member: Member } {
  const where = standing(call);
  const id = idOf(call, 'user');
  const found = where.guild.members.get(id);
  if (!found) throw refusal(call.world.users.has(id) ? 'unknownMember' : 'unknownUser');
  return { standing: where, member: found };
}

const MemberPatch = z.object({
  communication_disabled_until: z.string().nullish(),
  nick: z.string().max(32).nullish(),
  roles: z.array(z.string()).nullish(),
});

const longestTimeOutMs = 28 * 24 * 3_600_000;

/** The highest of a member's roles: nobody acts on somebody placed as high or higher. */
function rank(guild: Guild, one: Member): number {
  if (guild.owner_id === one.user.id) return Number.POSITIVE_INFINITY;
  return Math.max(0, ...one.roles.map((id) => guild.roles.get(id)?.position ?? 0));
}

function patchMember(call: Call): Answer {
  const { standing: where, member: target } = member(call);
  const { guild, self } = where;
  const patch = MemberPatch.safeParse(call.body ?? {});
  if (!patch.success) throw refusal('invalidForm');
  const bits = guildPermissions(guild, self, call.world.now());
  const until = patch.data.communication_disabled_until;
  const above = rank(guild, self) > rank(guild, target);
  if (until !== undefined) {
    if (!holds(bits, 'ModerateMembers') || !above) throw refusal('missingPermissions');
    const targetBits = guildPermissions(guild, target, call.world.now());
    if (until && holds(targetBits, 'Administrator')) throw refusal('missingPermissions');
    const untilMs = until === null ? null : Date.parse(until);
    if (untilMs !== null) {
      const ahead = untilMs - call.world.now();
      if (!(ahead <= longestTimeOutMs)) {
        throw invalidField(
          'communication_disabled_until',
          'DATE_TIME_TYPE_PARSE',
          'A time-out ends within 28 days',
        );
      }
    }
    target.communication_disabled_until = untilMs === null ? null : discordTime(untilMs);
  }
  if (patch.data.nick !== undefined) {
    if (!holds(bits, 'ManageNicknames') || !above) throw refusal('missingPermissions');
    target.nick = patch.data.nick;
  }
  if (patch.data.roles) {
    if (!holds(bits, 'ManageRoles') || !above) throw refusal('missingPermissions');
    if (patch.data.roles.some((id) => !guild.roles.has(id))) throw refusal('unknownRole');
    target.roles = [...new Set(patch.data.roles)];
  }
  memberChanged(call.world, guild, target);
  return ok(memberView(target));
}

function activeThreads(call: Call): Answer {
  const { guild, self } = standing(call);
  const viewer = self.user.id;
  const threads = call.world
    .threads()
    .filter((thread) => thread.guild_id === guild.id && !thread.thread_metadata.archived)
    .filter((thread) => accessOrNull(call.world, viewer, thread.id) !== null)
    .map((thread) => threadView(call.world, thread, viewer));
  const members = threads.flatMap((thread) => (thread['member'] ? [thread['member']] : []));
  return ok({ threads, members, has_more: false });
}

/** A text, announcement, forum or category channel. */
function createChannel(call: Call): Answer {
  const { guild, self } = standing(call);
  const bits = guildPermissions(guild, self, call.world.now());
  if (!holds(bits, 'ManageChannels')) throw refusal('missingPermissions');
  const type = (call.body as { type?: unknown } | undefined)?.type ?? channelTypes.text;
  const given = accepted(call.body, (body) =>
    refusedChannelPatch(body, Number(type)),
  ) as Partial<NewChannel>;
  if (!given.name) throw invalidField('name', 'BASE_TYPE_REQUIRED', 'This field is required');
  const known = Object.values(channelTypes).find((one) => one === type);
  if (known === undefined) {
    throw invalidField('type', 'BASE_TYPE_CHOICES', 'This server has no channels of this type');
  }
  const channel = makeChannel(call.world, guild.id, {
    ...given,
    name: given.name,
    type: known,
    permission_overwrites: storedOverwrites(given.permission_overwrites ?? []),
  });
  return { status: 201, body: channelView(call.world, channel) };
}

export const guildRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/guilds/:guild',
    handler: (call) => {
      const { guild } = standing(call);
      const counts =
        call.query.get('with_counts') === 'true'
          ? {
              approximate_member_count: guild.members.size,
              approximate_presence_count: guild.members.size,
            }
          : {};
      return ok({ ...guildView(guild), ...counts });
    },
  },
  {
    method: 'GET',
    template: '/guilds/:guild/channels',
    handler: (call) =>
      ok(call.world.channelsOf(standing(call).guild.id).map((one) => channelView(call.world, one))),
  },
  { method: 'POST', template: '/guilds/:guild/channels', handler: createChannel },
  {
    method: 'GET',
    template: '/guilds/:guild/roles',
    handler: (call) => ok([...standing(call).guild.roles.values()].map(roleView)),
  },
  { method: 'GET', template: '/guilds/:guild/threads/active', handler: activeThreads },
  {
    method: 'GET',
    template: '/guilds/:guild/members/:user',
    handler: (call) => ok(memberView(member(call).member)),
  },
  { method: 'PATCH', template: '/guilds/:guild/members/:user', handler: patchMember },
];
