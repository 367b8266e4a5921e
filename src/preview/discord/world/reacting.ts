import type { Access } from './access.ts';
import { demand, demandOpenThread } from './access.ts';
import type { Fields, Id, Message, Reaction } from './model.ts';
import { refusal } from './refusal.ts';
import type { World } from './world.ts';

type Emoji = Reaction['emoji'];

/** An emoji as a path or a person names it: itself, or `name:id` of a guild. @throws 10014 for words */
export function emojiNamed(text: string): Emoji {
  const custom = /^(?:a:)?(\w{2,32}):(\d{15,20})$/.exec(text);
  if (custom?.[1] && custom[2]) return { id: custom[2], name: custom[1] };
  if (text.length > 16 || !/[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3]/u.test(text)) {
    throw refusal('unknownEmoji');
  }
  return { id: null, name: text };
}

function isSame(a: Emoji, b: Emoji): boolean {
  return a.id === b.id && (a.id !== null || a.name === b.name);
}

/** Who reacted with this emoji, in the order of their coming. */
export function reactedWith(world: World, message: Message, emoji: Emoji): readonly Id[] {
  return reactionWith(world, message, emoji)?.users ?? [];
}

function reactionWith(world: World, message: Message, emoji: Emoji): Reaction | undefined {
  return world.reactions.get(message.id)?.find((one) => isSame(one.emoji, emoji));
}

function tell(world: World, where: Access, name: string, message: Message, more: Fields): void {
  const { guild, channel } = where;
  world.tell({
    name,
    guildId: guild.id,
    channelId: channel.id,
    data: { channel_id: channel.id, message_id: message.id, guild_id: guild.id, ...more },
  });
}

/**
 * The one who stands there reacts. A new emoji takes Add Reactions, one that is there does not.
 * @throws 50083, 160005, 50013, 30010
 */
export function react(world: World, where: Access, message: Message, emoji: Emoji): void {
  demandOpenThread(where, 'react');
  demand(where, 'ReadMessageHistory');
  const userId = where.member.user.id;
  const all = world.reactions.get(message.id) ?? [];
  const same = reactionWith(world, message, emoji);
  if (same?.users.includes(userId)) return;
  if (same) {
    same.users.push(userId);
  } else {
    demand(where, 'AddReactions');
    if (all.length >= world.limits.reactions) throw refusal('tooManyReactions');
    world.reactions.set(message.id, [...all, { emoji, users: [userId] }]);
  }
  tell(world, where, 'MESSAGE_REACTION_ADD', message, {
    user_id: userId,
    message_author_id: message.author.id,
    emoji,
    burst: false,
    type: 0,
  });
}

/** Takes a reaction away; another's takes Manage Messages. */
export function unreact(
  world: World,
  where: Access,
  message: Message,
  emoji: Emoji,
  userId: Id,
): void {
  demandOpenThread(where, 'react');
  if (userId !== where.member.user.id) demand(where, 'ManageMessages');
  const same = reactionWith(world, message, emoji);
  if (!same?.users.includes(userId)) return;
  same.users = same.users.filter((id) => id !== userId);
  keepUsed(world, message);
  const told = { user_id: userId, emoji, burst: false, type: 0 };
  tell(world, where, 'MESSAGE_REACTION_REMOVE', message, told);
}

function keepUsed(world: World, message: Message): void {
  const left = (world.reactions.get(message.id) ?? []).filter((one) => one.users.length > 0);
  world.reactions.set(message.id, left);
}

/** Takes all reactions of a message away, or all with one emoji. @throws 50013 */
export function clearReactions(
  world: World,
  where: Access,
  message: Message,
  emoji: Emoji | null,
): void {
  demandOpenThread(where, 'react');
  demand(where, 'ManageMessages');
  const all = world.reactions.get(message.id) ?? [];
  const left = emoji ? all.filter((one) => !isSame(one.emoji, emoji)) : [];
  if (left.length === all.length) return;
  world.reactions.set(message.id, left);
  const name = emoji ? 'MESSAGE_REACTION_REMOVE_EMOJI' : 'MESSAGE_REACTION_REMOVE_ALL';
  tell(world, where, name, message, emoji ? { emoji } : {});
}
