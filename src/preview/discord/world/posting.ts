import type { Fields, Guild, Id, Message } from './model.ts';
import { isThread, messageFlags, messageTypes } from './model.ts';
import type { Access } from './access.ts';
import { accessOf, demand, demandOpenThread, sendingPermission } from './access.ts';
import type { Draft } from './compose.ts';
import { applyEdit, composedMessage } from './compose.ts';
import { hasPermission } from './permissions.ts';
import { invalidField, refusal } from './refusal.ts';
import { demandSlowMode } from './slow-mode.ts';
import { changeThread } from './thread-change.ts';
import { memberWithoutUser, messageView } from './views.ts';
import type { World } from './world.ts';

/** The gateway's form of a message: with its guild and the author's membership. */
function announced(world: World, guild: Guild, message: Message): Fields {
  const member = message.webhook_id ? undefined : guild.members.get(message.author.id);
  return {
    ...messageView(world, message),
    guild_id: guild.id,
    ...(member ? { member: memberWithoutUser(member) } : {}),
  };
}

/** Emits the event of a new or changed message. */
export function announceMessage(
  world: World,
  name: string,
  message: Message,
  more: Fields = {},
): void {
  const channel = world.channel(message.channel_id);
  const guild = world.guild(channel.guild_id);
  world.emit({
    name,
    guildId: guild.id,
    channelId: channel.id,
    data: { ...announced(world, guild, message), ...more },
  });
}

/**
 * Puts a message into its channel: counts it, unarchives its thread, emits the event. The nonce is in
 * the event only: no later answer shows it.
 */
export function placeMessage(world: World, message: Message, nonce?: string | number): void {
  const channel = world.channel(message.channel_id);
  if (isThread(channel)) {
    if (channel.thread_metadata.archived) changeThread(world, channel, { archived: false });
    if (message.type !== messageTypes.ThreadStarterMessage && message.id !== channel.id) {
      message.position = channel.total_message_sent;
      channel.message_count += 1;
      channel.total_message_sent += 1;
    }
  }
  const history = world.messages.get(channel.id) ?? new Map<Id, Message>();
  history.set(message.id, message);
  world.messages.set(channel.id, history);
  channel.last_message_id = message.id;
  announceMessage(world, 'MESSAGE_CREATE', message, nonce === undefined ? {} : { nonce });
}

/** The message a reply answers, `null` for none. @throws 50035 when it does not exist but must. */
function repliedTo(world: World, access: Access, draft: Draft): Message | null {
  const reference = draft.message_reference;
  if (!reference) return null;
  if (reference.type === 1) {
    throw invalidField('message_reference', 'UNSUPPORTED', 'Forwarding is not available here');
  }
  if (!hasPermission(access.bits, 'ReadMessageHistory')) throw refusal('replyNeedsHistory');
  const found = world.messages.get(access.channel.id)?.get(reference.message_id);
  if (found && found.type === messageTypes.ThreadStarterMessage) throw refusal('systemMessage');
  if (!found && reference.fail_if_not_exists !== false) {
    throw invalidField('message_reference', 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message');
  }
  return found ?? null;
}

function nonceKey(userId: Id, channelId: Id, nonce: string | number): string {
  return `${userId}:${channelId}:${nonce}`;
}

function sameNonce(world: World, key: string): Message | null {
  const { nonceMs } = world.limits;
  const earlier = nonceMs === 0 ? undefined : world.nonces.get(key);
  if (!earlier || world.now() - earlier.atMs > nonceMs) return null;
  const channelId = key.split(':')[1] ?? '';
  return world.messages.get(channelId)?.get(earlier.messageId) ?? null;
}

/**
 * Posts as a member, with all checks Discord makes. With `enforce_nonce`, a nonce of the same author
 * and channel within `limits.nonceMs` gives back the earlier message and nothing is posted.
 */
export function sendMessage(world: World, userId: Id, channelId: Id, draft: Draft): Message {
  const access = accessOf(world, userId, channelId);
  const { channel, bits } = access;
  if (channel.type === 15) throw refusal('forumTakesNoMessage');
  if (channel.type === 4) throw refusal('wrongChannelType');
  demand(access, sendingPermission(channel));
  demandOpenThread(access, 'post');
  if ((draft.embeds ?? []).length > 0) demand(access, 'EmbedLinks');
  if ((draft.attachments ?? []).length > 0) demand(access, 'AttachFiles');
  const key = draft.nonce === undefined ? null : nonceKey(userId, channelId, draft.nonce);
  if (key && draft.enforce_nonce) {
    const earlier = sameNonce(world, key);
    if (earlier) return earlier;
  }
  const replied = repliedTo(world, access, draft);
  demandSlowMode(world, access, 'message');
  const message = composedMessage(
    {
      world,
      guild: access.guild,
      channelId,
      author: access.member.user,
      mayMentionAll: hasPermission(bits, 'MentionEveryone'),
    },
    { ...draft, flags: (draft.flags ?? 0) & ~messageFlags.Ephemeral },
    { repliedTo: replied },
  );
  if (key) world.nonces.set(key, { messageId: message.id, atMs: world.now() });
  placeMessage(world, message, draft.nonce);
  return message;
}

/** Changes a message and emits the event. The caller has checked the author. */
export function rewriteMessage(
  world: World,
  message: Message,
  draft: Draft,
  mayMentionAll: boolean,
): void {
  const guild = world.guild(world.channel(message.channel_id).guild_id);
  applyEdit({ world, guild, mayMentionAll }, message, draft);
  announceMessage(world, 'MESSAGE_UPDATE', message);
}

export function isSystemMessage(message: Message): boolean {
  return [messageTypes.ThreadCreated, messageTypes.ThreadStarterMessage, 6].some(
    (type) => type === message.type,
  );
}

/** Removes a message from its channel. A thread opened from it stays. */
export function removeMessage(world: World, message: Message): void {
  const channel = world.channel(message.channel_id);
  if (!world.messages.get(channel.id)?.delete(message.id)) return;
  if (isThread(channel)) channel.message_count = Math.max(0, channel.message_count - 1);
  world.emit({
    name: 'MESSAGE_DELETE',
    guildId: channel.guild_id,
    channelId: channel.id,
    data: { id: message.id, channel_id: channel.id, guild_id: channel.guild_id },
  });
}
