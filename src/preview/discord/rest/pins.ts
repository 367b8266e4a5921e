import { demand, demandOpenThread } from '../world/access.ts';
import { announceMessage, isSystemMessage, placeMessage } from '../world/posting.ts';
import { composedMessage } from '../world/compose.ts';
import { messageTypes } from '../world/model.ts';
import { refusal } from '../world/refusal.ts';
import { access, messageOf } from './messages.ts';
import type { Answer, Call, Route } from './route.ts';
import { noContent } from './route.ts';

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
  announceMessage(world, 'MESSAGE_UPDATE', message);
  world.emit({
    name: 'CHANNEL_PINS_UPDATE',
    guildId: guild.id,
    channelId: channel.id,
    data: {
      guild_id: guild.id,
      channel_id: channel.id,
      last_pin_timestamp: channel.last_pin_timestamp,
    },
  });
  const author = world.user(call.application.botUserId);
  const notice = composedMessage(
    { world, guild, channelId: channel.id, author, mayMentionAll: false },
    {},
    {
      type: messageTypes.ChannelPinnedMessage,
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

export const pinRoutes: readonly Route[] = [
  { method: 'PUT', template: '/channels/:channel/messages/pins/:message', handler: pin },
];
