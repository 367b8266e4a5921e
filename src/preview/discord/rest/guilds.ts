import { makeChannel, storedOverwrites } from '../world/channel-making.ts';
import type { NewChannel } from '../world/channel-making.ts';
import { channelTypes } from '../world/model.ts';
import { guildPermissions, holds } from '../world/permissions.ts';
import { removeBot } from '../world/membership.ts';
import { invalidField, refusal } from '../world/refusal.ts';
import { channelView, guildView, threadView } from '../world/views.ts';
import { accessOrNull } from '../world/access.ts';
import { refusedChannelCreate } from '../rules/index.ts';
import type { Answer, Call, Route } from './route.ts';
import { accepted, noContent, ok } from './route.ts';
import { standing, standingWith } from './authorisation.ts';

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
  const { guild, bits } = standingWith(call, 'ManageChannels');
  if (call.world.channelsOf(guild.id).length >= call.world.limits.channelsPerGuild) {
    throw refusal('tooManyChannels');
  }
  const type = (call.body as { type?: unknown } | undefined)?.type ?? channelTypes.text;
  const given = accepted(call.body, refusedChannelCreate) as NewChannel;
  const known = Object.values(channelTypes).find((one) => one === type);
  if (known === undefined) {
    throw invalidField('type', 'BASE_TYPE_CHOICES', 'This server has no channels of this type');
  }
  if (given.permission_overwrites && !holds(bits, 'ManageRoles')) {
    throw refusal('missingPermissions');
  }
  const channel = makeChannel(call.world, guild.id, {
    ...given,
    type: known,
    permission_overwrites: storedOverwrites(given.permission_overwrites ?? []),
  });
  return { status: 201, body: channelView(call.world, channel) };
}

/** The bot leaves of its own accord. */
function leave(call: Call): Answer {
  const { guild } = standing(call);
  removeBot(call.world, call.application, guild);
  return noContent;
}

function ownGuilds(call: Call): Answer {
  const guilds = [...call.world.guilds.values()].flatMap((guild) => {
    const self = guild.members.get(call.application.botUserId);
    return self ? [{ guild, self }] : [];
  });
  return ok(
    guilds.map(({ guild, self }) => ({
      id: guild.id,
      name: guild.name,
      icon: null,
      banner: null,
      owner: false,
      permissions: guildPermissions(guild, self, call.world.now()).toString(),
      features: guildView(guild)['features'],
    })),
  );
}

export const guildRoutes: readonly Route[] = [
  { method: 'GET', template: '/users/@me/guilds', handler: ownGuilds },
  { method: 'DELETE', template: '/users/@me/guilds/:guild', handler: leave },
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
  { method: 'GET', template: '/guilds/:guild/threads/active', handler: activeThreads },
];
