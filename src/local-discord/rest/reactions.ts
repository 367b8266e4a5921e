import type { Message, Reaction } from '../world/model.ts';
import { demand, demandOpenThread } from '../world/access.ts';
import { refusal } from '../world/refusal.ts';
import { access, messageOf } from './messages.ts';
import type { Answer, Call, Route } from './route.ts';
import { noContent, textOf } from './route.ts';

/** An emoji of a path: itself, or `name:id` for a guild's own. @throws 10014 for plain words */
function emojiOf(call: Call): Reaction['emoji'] {
  const text = textOf(call, 'emoji');
  const custom = /^(?:a:)?(\w{2,32}):(\d{15,20})$/.exec(text);
  if (custom?.[1] && custom[2]) return { id: custom[2], name: custom[1] };
  if (text.length > 16 || !/[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3]/u.test(text)) {
    throw refusal('unknownEmoji');
  }
  return { id: null, name: text };
}

function tell(call: Call, name: string, message: Message, emoji: Reaction['emoji']): void {
  const channel = call.world.channel(message.channel_id);
  call.world.tell({
    name,
    guildId: channel.guild_id,
    channelId: channel.id,
    data: {
      user_id: call.application.botUserId,
      channel_id: channel.id,
      message_id: message.id,
      guild_id: channel.guild_id,
      message_author_id: message.author.id,
      emoji,
      burst: false,
      type: 0,
    },
  });
}

function add(call: Call): Answer {
  const where = access(call);
  const message = messageOf(call);
  const emoji = emojiOf(call);
  demandOpenThread(where, 'react');
  demand(where, 'ReadMessageHistory');
  const all = call.world.reactions.get(message.id) ?? [];
  const self = call.application.botUserId;
  const same = all.find((one) => one.emoji.name === emoji.name && one.emoji.id === emoji.id);
  if (same?.users.includes(self)) return noContent;
  if (same) {
    same.users.push(self);
  } else {
    demand(where, 'AddReactions');
    all.push({ emoji, users: [self] });
    call.world.reactions.set(message.id, all);
  }
  tell(call, 'MESSAGE_REACTION_ADD', message, emoji);
  return noContent;
}

function remove(call: Call): Answer {
  const where = access(call);
  const message = messageOf(call);
  const emoji = emojiOf(call);
  demandOpenThread(where, 'react');
  const all = call.world.reactions.get(message.id) ?? [];
  const self = call.application.botUserId;
  const same = all.find((one) => one.emoji.name === emoji.name && one.emoji.id === emoji.id);
  if (!same?.users.includes(self)) return noContent;
  same.users = same.users.filter((id) => id !== self);
  const left = all.filter((one) => one.users.length > 0);
  call.world.reactions.set(message.id, left);
  tell(call, 'MESSAGE_REACTION_REMOVE', message, emoji);
  return noContent;
}

const path = '/channels/:channel/messages/:message/reactions/:emoji/@me';

export const reactionRoutes: readonly Route[] = [
  { method: 'PUT', template: path, handler: add },
  { method: 'DELETE', template: path, handler: remove },
];
