import type { Draft } from './compose.ts';
import { applyEdit, composedMessage } from './compose.ts';
import type { Application, DirectChannel, Fields, Id, Message, User } from './model.ts';
import { refusal } from './refusal.ts';
import { messageView } from './views.ts';
import type { World } from './world.ts';

/** A person, or a bot, in a private channel of theirs. */
export interface DirectAccess {
  direct: DirectChannel;
  user: User;
}

/** The private channel of an application and a person; opened on first use. @throws 50033 */
export function openDirect(world: World, application: Application, userId: Id): DirectChannel {
  const user = world.users.get(userId);
  if (!user || userId === application.botUserId) throw refusal('invalidRecipient');
  const key = { userId, applicationId: application.id };
  for (const one of world.directs.values()) {
    if (one.userId === key.userId && one.applicationId === key.applicationId) return one;
  }
  const opened = { id: world.nextId(), ...key, last_message_id: null };
  world.directs.set(opened.id, opened);
  return opened;
}

/** The private channel with this id that a user is in; `null` for any other. */
export function directOf(world: World, userId: Id, channelId: Id): DirectAccess | null {
  const direct = world.directs.get(channelId);
  if (!direct) return null;
  const bot = world.applications.get(direct.applicationId)?.botUserId;
  return userId === direct.userId || userId === bot ? { direct, user: world.user(userId) } : null;
}

/** Discord's own form of it: `PrivateChannelResponse`. */
export function directView(world: World, direct: DirectChannel): Fields {
  return {
    id: direct.id,
    type: 1,
    flags: 0,
    last_message_id: direct.last_message_id,
    recipients: [{ ...world.user(direct.userId) }],
  };
}

/**
 * A bot reaches people who share a server with it and take private messages of its members.
 * @throws 50278 without a common server, 50007 when the person takes none, or is a bot
 */
function demandReachable(world: World, direct: DirectChannel): void {
  const bot = world.applications.get(direct.applicationId)?.botUserId ?? '';
  const common = [...world.guilds.values()].some(
    ({ members }) => members.has(bot) && members.has(direct.userId),
  );
  if (!common) throw refusal('noMutualGuilds');
  if (world.closedDirects.has(direct.userId) || world.user(direct.userId).bot) {
    throw refusal('cannotSendToUser');
  }
}

function announce(world: World, name: string, direct: DirectChannel, data: Fields): void {
  const { id, applicationId } = direct;
  world.emit({ name, guildId: null, channelId: id, data, onlyTo: applicationId });
}

/** Puts a message into a private channel. */
export function placeDirect(world: World, direct: DirectChannel, message: Message): void {
  const history = world.messages.get(direct.id) ?? new Map<Id, Message>();
  history.set(message.id, message);
  world.messages.set(direct.id, history);
  direct.last_message_id = message.id;
  announce(world, 'MESSAGE_CREATE', direct, messageView(world, message) as unknown as Fields);
}

/** Posts as the bot. A nonce works as in any channel. @throws 50007, 50278 */
export function sendDirect(world: World, direct: DirectChannel, draft: Draft): Message {
  demandReachable(world, direct);
  const author = world.user(world.applications.get(direct.applicationId)?.botUserId ?? '');
  const key = draft.nonce === undefined ? null : `${author.id}:${direct.id}:${draft.nonce}`;
  const earlier = key && draft.enforce_nonce ? world.nonces.get(key) : undefined;
  if (earlier && world.now() - earlier.atMs <= world.limits.nonceMs) {
    const found = world.messages.get(direct.id)?.get(earlier.messageId);
    if (found) return found;
  }
  const where = { world, guild: null, channelId: direct.id, author, mayMentionAll: false };
  const message = composedMessage(where, draft);
  if (key) world.nonces.set(key, { messageId: message.id, atMs: world.now() });
  placeDirect(world, direct, message);
  return message;
}

/** Changes a message of a private channel. The caller has checked the author. */
export function rewriteDirect(
  world: World,
  direct: DirectChannel,
  message: Message,
  draft: Draft,
): void {
  applyEdit({ world, guild: null, mayMentionAll: false }, message, draft);
  announce(world, 'MESSAGE_UPDATE', direct, messageView(world, message) as unknown as Fields);
}

export function removeDirect(world: World, direct: DirectChannel, message: Message): void {
  if (!world.messages.get(direct.id)?.delete(message.id)) return;
  announce(world, 'MESSAGE_DELETE', direct, { id: message.id, channel_id: direct.id });
}
