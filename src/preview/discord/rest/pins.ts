import type { Message } from '../world/model.ts';
import { demand, demandOpenThread } from '../world/access.ts';
import { holds } from '../world/permissions.ts';
import { announceMessage, isSystemMessage, placeMessage } from '../world/posting.ts';
import { composedMessage } from '../world/compose.ts';
import { refusal } from '../world/refusal.ts';
import { access, messageOf, shown } from './messages.ts';
import type { Answer, Call, Route } from './route.ts';
import { countOf, noContent, ok } from './route.ts';

/** The pinned messages, the latest pin first. */
function pinned(call: Call): { message: Message; pinned_at: string }[] {
  const where = access(call);
  if (!holds(where.bits, 'ReadMessageHistory')) return [];
  return call.world
    .messagesOf(where.channel.id)
    .filter((message) => message.pinned)
    .map((message) => ({
      message: shown(call, message),
      pinned_at: call.world.pinnedAt.get(message.id) ?? message.timestamp,
    }))
    .sort((a, b) => Date.parse(b.pinned_at) - Date.parse(a.pinned_at));
}

function list(call: Call): Answer {
  const limit = countOf(call, 'limit', { least: 1, most: 50, usual: 50 });
  const before = Date.parse(call.query.get('before') ?? '');
  const items = pinned(call).filter((one) => !(Date.parse(one.pinned_at) >= before));
  return ok({ items: items.slice(0, limit), has_more: items.length > limit });
}

function tellPins(call: Call, message: Message): void {
  const channel = call.world.channel(message.channel_id);
  call.world.tell({
    name: 'CHANNEL_PINS_UPDATE',
    guildId: channel.guild_id,
    channelId: channel.id,
    data: {
      guild_id: channel.guild_id,
      channel_id: channel.id,
      last_pin_timestamp: channel.last_pin_timestamp,
    },
  });
}

/** Pinning posts Discord's own notice (type 6) into the channel. @throws 30003 when the channel is full of them */
function pin(call: Call): Answer {
  const where = access(call);
  demand(where, 'PinMessages');
  const message = messageOf(call);
  demandOpenThread(where, 'edit');
  if (isSystemMessage(message)) throw refusal('systemMessage');
  if (message.pinned) return noContent;
  const { world } = call;
  const { channel, guild } = where;
  if (world.messagesOf(channel.id).filter((one) => one.pinned).length >= world.limits.pins) {
    throw refusal('tooManyPins');
  }
  message.pinned = true;
  channel.last_pin_timestamp = world.time();
  world.pinnedAt.set(message.id, world.time());
  announceMessage(world, 'MESSAGE_UPDATE', message);
  tellPins(call, message);
  const author = world.user(call.application.botUserId);
  const notice = composedMessage(
    { world, guild, channelId: channel.id, author, mayMentionAll: false },
    {},
    {
      type: 6,
      message_reference: {
        type: 0,
        channel_id: channel.id,
        message_id: message.id,
        guild_id: guild.id,
      },
    },
  );
  placeMessage(world, notice);
  return noContent;
}

function unpin(call: Call): Answer {
  const where = access(call);
  demand(where, 'PinMessages');
  const message = messageOf(call);
  demandOpenThread(where, 'edit');
  if (!message.pinned) return noContent;
  message.pinned = false;
  call.world.pinnedAt.delete(message.id);
  announceMessage(call.world, 'MESSAGE_UPDATE', message);
  tellPins(call, message);
  return noContent;
}

const paths = ['/channels/:channel/messages/pins', '/channels/:channel/pins'] as const;

export const pinRoutes: readonly Route[] = [
  { method: 'GET', template: paths[0], handler: list },
  {
    method: 'GET',
    template: paths[1],
    handler: (call) => ok(pinned(call).map((one) => one.message)),
  },
  ...paths.flatMap((path): Route[] => [
    { method: 'PUT', template: `${path}/:message`, handler: pin },
    { method: 'DELETE', template: `${path}/:message`, handler: unpin },
  ]),
];
